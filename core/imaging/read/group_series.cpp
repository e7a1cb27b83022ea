#include "core/imaging/read/group_series.h"

#include "core/imaging/read/object_kind.h"
#include "core/imaging/read/order_slices.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace hemo::imaging {
namespace {

bool isSameDirection(Vec3 a, Vec3 b) {
    constexpr double kTenthOfADegree = 0.00175;
    return length(a - b) < kTenthOfADegree;
}

bool hasSameOrientation(const SliceHeader& a, const SliceHeader& b) {
    if (a.orientation.has_value() != b.orientation.has_value()) return false;
    return !a.orientation || (isSameDirection(a.orientation->row, b.orientation->row) &&
                              isSameDirection(a.orientation->column, b.orientation->column));
}

bool hasSameSpacing(const SliceHeader& a, const SliceHeader& b) {
    constexpr double kRounding = 0.001; // of the spacing
    if (a.spacing.has_value() != b.spacing.has_value()) return false;
    const auto isSame = [](double x, double y) { return std::abs(x - y) <= kRounding * std::max(x, y); };
    return !a.spacing ||
           (isSame(a.spacing->rowMm, b.spacing->rowMm) && isSame(a.spacing->columnMm, b.spacing->columnMm));
}

bool canBeOneStack(const SliceHeader& a, const SliceHeader& b) {
    return a.pixels.columns == b.pixels.columns && a.pixels.rows == b.pixels.rows &&
           a.about.frameOfReferenceUid == b.about.frameOfReferenceUid && hasSameOrientation(a, b) &&
           hasSameSpacing(a, b);
}

/// Two patients whose files lack UIDs are never mixed: without one, study, patient and folder tell them
/// apart.
std::string seriesKey(const SliceHeader& slice) {
    if (!slice.about.seriesInstanceUid.empty()) return slice.about.seriesInstanceUid;
    constexpr char kBetween = '\n';
    return kBetween + slice.about.studyInstanceUid + kBetween + slice.about.patientId + kBetween +
           slice.about.patientName + kBetween + std::to_string(slice.about.seriesNumber) + kBetween +
           slice.place.file.parent_path().string();
}

bool hasRepeats(const SliceGroup& group) {
    const StackOrder order = orderSlices(group.slices);
    return order.kept.size() * 3 < group.slices.size() * 2;
}

/// A series that scans the same places again and again (phases, with and without contrast) is one stack for
/// each acquisition, where those are whole: otherwise slices of different times would be mixed.
void splitAcquisitions(SliceGroup group, std::vector<SliceGroup>& into) {
    if (group.slices.size() < 6 || !hasRepeats(group)) {
        into.push_back(std::move(group));
        return;
    }
    std::map<int, SliceGroup> parts;
    for (const SliceHeader& slice : group.slices)
        parts[slice.acquisitionNumber.value_or(0)].slices.push_back(slice);
    const bool areWhole = parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](const auto& part) {
                              return part.second.slices.size() >= 3 && !hasRepeats(part.second);
                          });
    if (!areWhole) {
        into.push_back(std::move(group));
        return;
    }
    for (auto& [number, part] : parts)
        into.push_back(std::move(part));
}

} // namespace

std::vector<SliceGroup> groupSeries(std::vector<SliceHeader> slices) {
    std::vector<std::string> keys; // in order of appearance
    std::map<std::string, std::vector<SliceGroup>> bySeries;
    for (SliceHeader& slice : slices) {
        const std::string key = seriesKey(slice);
        if (!bySeries.contains(key)) keys.push_back(key);
        std::vector<SliceGroup>& groups = bySeries[key];
        const std::string why = whyNotASlice(slice);
        auto home = std::find_if(groups.begin(), groups.end(), [&](const SliceGroup& g) {
            return g.whyListed == why && canBeOneStack(g.slices.front(), slice);
        });
        if (home == groups.end()) home = groups.insert(groups.end(), SliceGroup{{}, why});
        home->slices.push_back(std::move(slice));
    }
    std::vector<SliceGroup> result;
    for (const std::string& key : keys) {
        for (SliceGroup& group : bySeries[key]) {
            if (group.whyListed.empty())
                splitAcquisitions(std::move(group), result);
            else
                result.push_back(std::move(group));
        }
    }
    return result;
}

} // namespace hemo::imaging
