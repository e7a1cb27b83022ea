#include "core/imaging/series/persons.h"

#include "core/imaging/series/order_slices.h"
#include "core/study/same_patient.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>

namespace hemo::imaging {
namespace {

constexpr std::size_t kFewestOfAStack = 3;

auto whoIs(const SeriesInfo& s) {
    return std::tie(s.patientId, s.patientName, s.patientBirthDate, s.patientSex, s.patientAge, s.studyDate);
}

bool differ(const std::string& a, const std::string& b) {
    return !a.empty() && !b.empty() && a != b;
}

bool areTwo(const SeriesInfo& a, const SeriesInfo& b) {
    const PatientDifference difference = patientDifference(a, b);
    if (difference.isId) return true;
    const int others = difference.isName + difference.isBirthDate + differ(a.patientSex, b.patientSex) +
                       differ(a.patientAge, b.patientAge) + differ(a.studyDate, b.studyDate);
    const bool isSameId = !a.patientId.empty() && !b.patientId.empty();
    return others >= (isSameId ? 2 : 1);
}

std::size_t known(const SeriesInfo& s) {
    return static_cast<std::size_t>(!s.patientId.empty()) + !s.patientName.empty() +
           !s.patientBirthDate.empty() + !s.patientSex.empty() + !s.patientAge.empty() + !s.studyDate.empty();
}

/// Nearly one pitch: a scan that was taken out of another rightly.
bool isEven(std::vector<double> offsets) {
    std::sort(offsets.begin(), offsets.end());
    double least = offsets[1] - offsets[0], most = least;
    for (std::size_t i = 2; i < offsets.size(); ++i) {
        least = std::min(least, offsets[i] - offsets[i - 1]);
        most = std::max(most, offsets[i] - offsets[i - 1]);
    }
    return least > 0 && most < 1.2 * least + 0.11;
}

bool lieBetween(const std::vector<double>& a, const std::vector<double>& b) {
    const auto ends = std::minmax_element(a.begin(), a.end());
    return std::count_if(b.begin(), b.end(), [&](double mm) {
               return mm > *ends.first && mm < *ends.second;
           }) >= static_cast<long>(kFewestOfAStack);
}

} // namespace

std::vector<int> personsOf(std::span<SliceHeader* const> slices) {
    std::vector<int> persons(slices.size(), 0);
    const auto isFirst = [&](const SliceHeader* s) {
        return whoIs(s->about) == whoIs(slices.front()->about);
    };
    if (std::all_of(slices.begin(), slices.end(), isFirst)) return persons;
    // Those of whom most is known first, so that blanks are filled from them and never the other way round.
    std::vector<std::size_t> order(slices.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return known(slices[a]->about) > known(slices[b]->about);
    });
    std::vector<const SeriesInfo*> found;
    for (const std::size_t i : order) {
        const auto person = std::find_if(found.begin(), found.end(), [&](const SeriesInfo* other) {
            return !areTwo(*other, slices[i]->about);
        });
        persons[i] = static_cast<int>(person - found.begin());
        if (person == found.end()) found.push_back(&slices[i]->about);
    }
    return persons;
}

std::vector<int> scansByNumber(std::span<const SliceHeader> slices) {
    const auto offsets = offsetsOf(slices);
    std::map<std::tuple<int, int>, std::vector<std::size_t>> byNumber;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        if (!slices[i].instanceNumber || !offsets[i]) return {};
        byNumber[{slices[i].acquisitionNumber.value_or(0), *slices[i].instanceNumber}].push_back(i);
    }
    const bool areAllTwice = std::all_of(byNumber.begin(), byNumber.end(),
                                         [](const auto& each) { return each.second.size() == 2; });
    if (!areAllTwice || byNumber.size() < kFewestOfAStack) return {};
    std::vector<int> scans(slices.size());
    std::vector<double> lower, upper;
    for (const auto& [number, pair] : byNumber) {
        const bool isFirstLower = *offsets[pair[0]] < *offsets[pair[1]];
        const std::size_t low = pair[isFirstLower ? 0 : 1], high = pair[isFirstLower ? 1 : 0];
        scans[high] = 1;
        lower.push_back(*offsets[low]);
        upper.push_back(*offsets[high]);
    }
    if (!isEven(lower) || !isEven(upper) || !lieBetween(lower, upper)) return {};
    return scans;
}

} // namespace hemo::imaging
