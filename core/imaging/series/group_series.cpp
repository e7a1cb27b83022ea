#include "core/imaging/series/group_series.h"

#include "core/imaging/header/object_kind.h"
#include "core/imaging/series/find_copies.h"
#include "core/imaging/series/lone_slices.h"
#include "core/imaging/series/persons.h"
#include "core/imaging/series/reconstruction.h"
#include "core/imaging/series/split_repeats.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
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

/// Compared within a tolerance; all else that must be equal is in `stackKey`.
bool canBeOneStack(const SliceHeader& a, const SliceHeader& b) {
    return hasSameOrientation(a, b) && hasSameSpacing(a, b);
}

/// The folder that holds an image; within an archive that of its member.
std::string folderOf(const ImagePlace& place) {
    if (place.member.empty()) return place.file.parent_path().string();
    const auto end = place.member.find_last_of("/\\");
    return place.file.string() + '/' +
           (end == std::string::npos ? std::string() : place.member.substr(0, end));
}

/// Two patients whose files lack UIDs are never mixed: without one, study, patient and folder tell them
/// apart.
std::string seriesKey(const SliceHeader& slice) {
    if (!slice.about.seriesInstanceUid.empty()) return slice.about.seriesInstanceUid;
    constexpr char kBetween = '\n';
    return kBetween + slice.about.studyInstanceUid + kBetween + slice.about.patientId + kBetween +
           slice.about.patientName + kBetween + std::to_string(slice.about.seriesNumber) + kBetween +
           folderOf(slice.place);
}

/// Kernels as people compare them: " h31s" is "H31S".
std::string kernelKey(std::string_view text) {
    std::string result;
    for (char c : text)
        if (c != ' ') result += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return result;
}

/// Slices of one series, and what its UIDs are worth.
struct Series {
    std::vector<SliceHeader*> slices;
    bool areJoined = false; ///< lone slices of many series
};

/// True where nearly every slice has one of its own: then it says nothing.
template <class Get> bool isOfEachSlice(const std::vector<SliceHeader*>& slices, Get uidOf) {
    if (slices.size() < kFewestLoneSlices) return false;
    std::set<std::string_view> all;
    for (const SliceHeader* slice : slices)
        all.insert(uidOf(*slice));
    return all.size() * 10 >= slices.size() * 9;
}

/// Which UIDs tell the slices of a series apart.
struct TrustedUids {
    bool isStudy = true, isFrameOfReference = true;
    bool areAll() const { return isStudy && isFrameOfReference; }
};

TrustedUids trustedUidsOf(const std::vector<SliceHeader*>& slices) {
    const auto study = [](const SliceHeader& s) -> std::string_view { return s.about.studyInstanceUid; };
    const auto frame = [](const SliceHeader& s) -> std::string_view { return s.about.frameOfReferenceUid; };
    return {!isOfEachSlice(slices, study), !isOfEachSlice(slices, frame)};
}

/// How slices were made, as part of their key. Reading words takes time, and neighbours nearly always say the
/// same.
class MakingKeys {
public:
    const std::string& of(const SeriesInfo& about) {
        const bool isSame = !m_key.empty() && about.imageType == m_imageType && about.kernel == m_kernel &&
                            about.description == m_description && about.derivation == m_derivation;
        if (isSame) return m_key;
        const Reconstruction made = reconstructionOf(about);
        m_key = made.isDerived ? "DERIVED\n" : "ORIGINAL\n";
        const auto add = [&](const std::string& part) { m_key += part + '\n'; };
        add(made.kind);
        for (const std::string& special : made.specials)
            add(special);
        for (const MessageId described : made.described)
            add(english(say(described)));
        add(made.label);
        add(kernelKey(about.kernel));
        m_imageType = about.imageType, m_kernel = about.kernel;
        m_description = about.description, m_derivation = about.derivation;
        return m_key;
    }

private:
    std::string m_imageType, m_kernel, m_description, m_derivation, m_key; // of the last one
};

/// Whatever differs in any of these is another stack, wherever it lies.
std::string stackKey(const SliceHeader& slice, const Message& whyListed, int person, TrustedUids uids,
                     MakingKeys& makings) {
    std::string key;
    const auto add = [&](const std::string& part) { key += part + '\n'; };
    add(english(whyListed));
    add(slice.about.patientId); // a careless anonymiser may give one UID to many patients
    add(std::to_string(person));
    add(uids.isStudy ? slice.about.studyInstanceUid : "");
    add(uids.isFrameOfReference ? slice.about.frameOfReferenceUid : "");
    add(std::to_string(slice.pixels.columns) + 'x' + std::to_string(slice.pixels.rows));
    return key + makings.of(slice.about);
}

using TimeKey = std::tuple<int, int, const std::string&, const std::string&, const std::string&, int>;

TimeKey timeKey(const SliceHeader& slice) {
    constexpr int kLast = std::numeric_limits<int>::max();
    return {slice.acquisitionNumber.value_or(kLast),
            slice.instanceNumber.value_or(kLast),
            slice.sopInstanceUid,
            slice.place.file.native(),
            slice.place.member,
            slice.place.frame};
}

/// In the order in which they were made, so that parts come in the same order however files are named or
/// listed; paths decide only where nothing else does.
void sortByTime(std::vector<SliceHeader*>& slices) {
    std::stable_sort(slices.begin(), slices.end(),
                     [](const SliceHeader* a, const SliceHeader* b) { return timeKey(*a) < timeKey(*b); });
}

/// Places are sorted and the slices, which are large, moved once.
void sortByTime(std::vector<SliceHeader>& slices) {
    std::vector<SliceHeader*> order;
    order.reserve(slices.size());
    for (SliceHeader& slice : slices)
        order.push_back(&slice);
    sortByTime(order);
    std::vector<SliceHeader> sorted;
    sorted.reserve(slices.size());
    for (SliceHeader* slice : order)
        sorted.push_back(std::move(*slice));
    slices = std::move(sorted);
}

/// Stacks before what is only listed, then by when they were made.
bool comesFirst(const SliceGroup& a, const SliceGroup& b) {
    if (a.whyListed.empty() != b.whyListed.empty()) return a.whyListed.empty();
    return timeKey(a.slices.front()) < timeKey(b.slices.front());
}

using Uids = SliceGroup::Uids;

/// A stack of which nothing but place and time may tell parts apart.
void addParts(SliceGroup stack, std::vector<SliceGroup>& groups) {
    const std::vector<int> scans = scansByNumber(stack.slices);
    for (int scan = 0; scan < (scans.empty() ? 1 : 2); ++scan) {
        std::vector<SliceHeader> slices;
        for (std::size_t i = 0; i < stack.slices.size(); ++i)
            if (scans.empty() || scans[i] == scan) slices.push_back(std::move(stack.slices[i]));
        for (std::vector<SliceHeader>& part : splitRepeats(std::move(slices)))
            groups.push_back({std::move(part), {}, {}, scans.empty() ? stack.uids : Uids::OfSeveralScans});
    }
}

/// The groups of one series.
std::vector<SliceGroup> groupsOf(Series series) {
    std::vector<SliceHeader*>& slices = series.slices;
    sortByTime(slices);
    const std::vector<int> persons = personsOf(slices);
    const TrustedUids uids = trustedUidsOf(slices);
    const bool areSeveral =
        std::any_of(persons.begin(), persons.end(), [](int person) { return person > 0; });
    const Uids worth = areSeveral                           ? Uids::OfSeveralPeople
                       : series.areJoined || !uids.areAll() ? Uids::OfEachSlice
                                                            : Uids::ItsOwn;
    MakingKeys makings;
    std::map<std::string, std::vector<SliceGroup>> byKey;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        SliceHeader* slice = slices[i];
        const Message why = whyNotASlice(*slice);
        std::vector<SliceGroup>& alike = byKey[stackKey(*slice, why, persons[i], uids, makings)];
        auto home = std::find_if(alike.begin(), alike.end(), [&](const SliceGroup& g) {
            return canBeOneStack(g.slices.front(), *slice);
        });
        if (home == alike.end()) home = alike.insert(alike.end(), SliceGroup{{}, why, {}, worth});
        home->slices.push_back(std::move(*slice));
    }
    std::vector<SliceGroup> groups;
    for (auto& [key, alike] : byKey)
        for (SliceGroup& group : alike) {
            if (!group.whyListed.empty())
                groups.push_back(std::move(group));
            else
                addParts(std::move(group), groups);
        }
    for (SliceGroup& group : groups)
        sortByTime(group.slices);
    std::sort(groups.begin(), groups.end(), comesFirst);
    return groups;
}

/// Each copy goes to the group that holds what it is a copy of.
void handOut(std::vector<SliceHeader> copies, std::vector<SliceGroup>& groups) {
    if (copies.empty()) return;
    const auto identity = [](const SliceHeader& s) {
        return std::tuple(s.sopInstanceUid, s.about.seriesInstanceUid, s.about.patientId, s.instanceNumber,
                          s.acquisitionNumber, s.about.kernel);
    };
    std::map<decltype(identity(copies.front())), std::size_t> homes;
    for (std::size_t g = 0; g < groups.size(); ++g)
        for (const SliceHeader& slice : groups[g].slices)
            homes.emplace(identity(slice), g);
    for (SliceHeader& copy : copies)
        if (const auto home = homes.find(identity(copy)); home != homes.end())
            groups[home->second].copies.push_back(std::move(copy));
}

} // namespace

std::vector<SliceGroup> groupSeries(std::vector<SliceHeader> slices, const TaskContext& context) {
    WithoutCopies sorted = findCopies(std::move(slices), context);
    std::map<std::string, Series> bySeries;
    const std::map<const SliceHeader*, std::string> joined = joinLoneSlices(sorted.slices);
    for (SliceHeader& slice : sorted.slices) {
        if (context.cancelled()) return {};
        const auto key = joined.find(&slice);
        Series& series = bySeries[key == joined.end() ? seriesKey(slice) : key->second];
        series.slices.push_back(&slice);
        series.areJoined = key != joined.end();
    }
    std::vector<SliceGroup> result;
    for (auto& [key, series] : bySeries) {
        if (context.cancelled()) return {};
        for (SliceGroup& group : groupsOf(std::move(series)))
            result.push_back(std::move(group));
    }
    handOut(std::move(sorted.copies), result);
    return result;
}

} // namespace hemo::imaging
