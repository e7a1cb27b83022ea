#include "core/imaging/series/find_copies.h"

#include "core/imaging/series/same_pixels.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace hemo::imaging {
namespace {

auto placeKey(const SliceHeader& slice) {
    return std::tie(slice.place.file.native(), slice.place.member, slice.place.frame);
}

/// What two copies of one image must share whatever names them.
std::string identityOf(const SliceHeader& slice) {
    std::string key;
    const auto add = [&](const std::string& part) { key += part + '\n'; };
    const auto addNumber = [&](auto value) { add(value ? std::to_string(*value) : std::string("-")); };
    add(slice.sopInstanceUid);
    add(slice.about.seriesInstanceUid);
    add(slice.about.studyInstanceUid);
    add(slice.about.patientId);
    add(slice.about.patientName);
    add(slice.about.kernel);
    add(slice.about.imageType);
    addNumber(slice.instanceNumber);
    addNumber(slice.acquisitionNumber);
    addNumber(slice.sliceLocationMm);
    add(std::to_string(slice.place.frame));
    add(std::to_string(slice.pixels.columns) + 'x' + std::to_string(slice.pixels.rows));
    const PatientPoint at = slice.position.value_or(PatientPoint{1e9, 0, 0});
    for (double mm : {at.x, at.y, at.z})
        add(std::to_string(mm));
    return key;
}

/// Of images that share an identity, finds those that are copies.
class Sorter {
public:
    explicit Sorter(const TaskContext& context) : m_context(context) {}

    void take(const std::vector<SliceHeader*>& alike) {
        if (alike.size() == 1) return;
        std::vector<SliceHeader*> kept; // each another picture
        for (SliceHeader* slice : alike) {
            if (m_context.cancelled()) return;
            if (!isCopy(slice, kept)) kept.push_back(slice);
        }
        if (kept.size() > 1 && !alike.front()->sopInstanceUid.empty())
            for (SliceHeader* slice : kept)
                slice->sharesUid = true;
    }

    std::unordered_set<const SliceHeader*> copies;

private:
    /// One that does not decode is no picture of its own; the one that does is kept instead of it.
    bool isCopy(SliceHeader* slice, std::vector<SliceHeader*>& kept) {
        for (SliceHeader*& other : kept) {
            const auto isSame = m_pictures.areSame(*other, *slice);
            if (isSame == false) continue;
            const bool isBetter = !isSame && !m_pictures.isReadable(*other) && m_pictures.isReadable(*slice);
            copies.insert(isBetter ? other : slice);
            if (isBetter) other = slice;
            return true;
        }
        return false;
    }

    const TaskContext& m_context;
    PictureComparer m_pictures;
};

/// Headers are large and copies rare: where there are none nothing is moved.
WithoutCopies takenApart(std::vector<SliceHeader> slices,
                         const std::unordered_set<const SliceHeader*>& copies,
                         const std::unordered_set<const SliceHeader*>& repeated) {
    if (copies.empty() && repeated.empty()) return {std::move(slices), {}};
    WithoutCopies all;
    for (SliceHeader& slice : slices)
        if (!repeated.contains(&slice))
            (copies.contains(&slice) ? all.copies : all.slices).push_back(std::move(slice));
    return all;
}

} // namespace

WithoutCopies findCopies(std::vector<SliceHeader> slices, const TaskContext& context) {
    std::vector<SliceHeader*> inOrder;
    inOrder.reserve(slices.size());
    for (SliceHeader& slice : slices)
        inOrder.push_back(&slice);
    std::sort(inOrder.begin(), inOrder.end(),
              [](const SliceHeader* a, const SliceHeader* b) { return placeKey(*a) < placeKey(*b); });
    // A file that was asked for twice is there once.
    std::unordered_set<const SliceHeader*> repeated;
    for (std::size_t i = 1; i < inOrder.size(); ++i)
        if (placeKey(*inOrder[i - 1]) == placeKey(*inOrder[i])) repeated.insert(inOrder[i]);
    std::map<std::string, std::vector<SliceHeader*>> byIdentity;
    for (SliceHeader* slice : inOrder) {
        if (context.cancelled()) return {};
        if (repeated.contains(slice)) continue;
        byIdentity[identityOf(*slice)].push_back(slice);
    }
    Sorter sorter(context);
    for (auto& [identity, alike] : byIdentity) {
        if (context.cancelled()) return {};
        sorter.take(alike);
    }
    return takenApart(std::move(slices), sorter.copies, repeated);
}

} // namespace hemo::imaging
