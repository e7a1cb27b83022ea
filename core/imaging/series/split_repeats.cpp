#include "core/imaging/series/split_repeats.h"

#include "core/imaging/series/order_slices.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace hemo::imaging {
namespace {

constexpr double kSamePlaceMm = 0.01;
constexpr std::size_t kFewestOfAStack = 3;

struct Extent {
    double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();
    void include(double mm) { low = std::min(low, mm), high = std::max(high, mm); }
    bool holdsInside(double mm) const { return mm > low + kSamePlaceMm && mm < high - kSamePlaceMm; }
};

/// What one sweep of a scanner has in common beside its acquisition number.
struct Technique {
    int kilovolts = 0, thicknessTenths = 0;
    auto operator<=>(const Technique&) const = default;
};

Technique techniqueOf(const SliceHeader& slice) {
    const auto rounded = [](std::optional<double> value, double unit) {
        return value && std::abs(*value) < 1e6 ? static_cast<int>(std::lround(*value / unit)) : 0;
    };
    return {rounded(slice.about.kvp, 10), rounded(slice.about.sliceThicknessMm, 0.1)};
}

/// Slices that were made in one go.
struct Run {
    Technique technique;
    std::vector<std::size_t> slices;
    std::vector<double> offsets; // sorted
    Extent extent;
    int direction = 0; // +1 where the table moved up from part to part
};

struct Stack {
    Technique last;
    std::vector<std::size_t> slices;
    std::multiset<double> offsets;
    std::vector<Extent> extents; // of runs long enough to be called a scan
};

bool holds(const std::multiset<double>& offsets, double mm) {
    const auto it = offsets.lower_bound(mm - kSamePlaceMm);
    return it != offsets.end() && *it <= mm + kSamePlaceMm;
}

class Splitter {
public:
    explicit Splitter(const std::vector<SliceHeader>& slices) : m_slices(slices) {
        for (const std::optional<double>& offset : offsetsOf(slices))
            m_offsets.push_back(offset.value_or(std::numeric_limits<double>::quiet_NaN()));
    }

    bool arePlacesKnown() const {
        return std::all_of(m_offsets.begin(), m_offsets.end(), [](double mm) { return std::isfinite(mm); });
    }

    /// Indices of each stack.
    std::vector<std::vector<std::size_t>> split() {
        constexpr std::size_t kMostRuns = 500; // of any scan that can be told apart by them
        const std::vector<Run> all = runs();
        if (all.size() > kMostRuns) return splitByOccurrence(everything());
        for (const Run& run : all)
            add(run);
        std::vector<std::vector<std::size_t>> parts;
        for (const Stack& stack : withoutScraps())
            for (auto& part : splitByOccurrence(stack.slices))
                parts.push_back(std::move(part));
        return parts;
    }

private:
    /// One a combination of acquisition number and technique; those that go on where the last one ended
    /// (a slice or a few a rotation, the table moving between) are joined.
    std::vector<Run> runs() const {
        std::map<std::pair<int, Technique>, std::vector<std::size_t>> blocks;
        for (std::size_t i = 0; i < m_slices.size(); ++i)
            blocks[{m_slices[i].acquisitionNumber.value_or(0), techniqueOf(m_slices[i])}].push_back(i);
        std::map<Technique, Run> open;
        std::vector<Run> all;
        for (const auto& [key, slices] : blocks) {
            const Run block = runOf(key.second, slices);
            auto [it, isNew] = open.try_emplace(key.second, block);
            if (isNew) continue;
            if (join(it->second, block)) continue;
            all.push_back(std::exchange(it->second, block));
        }
        for (auto& [technique, run] : open)
            all.push_back(std::move(run));
        std::sort(all.begin(), all.end(), [](const Run& a, const Run& b) {
            return a.slices.front() < b.slices.front(); // slices came in order of acquisition
        });
        return all;
    }

    Run runOf(const Technique& technique, const std::vector<std::size_t>& slices) const {
        Run run{technique, slices, {}, {}, 0};
        for (std::size_t i : slices) {
            run.offsets.push_back(m_offsets[i]);
            run.extent.include(m_offsets[i]);
        }
        std::sort(run.offsets.begin(), run.offsets.end());
        return run;
    }

    static bool join(Run& run, const Run& next) {
        const bool isAbove = next.extent.low > run.extent.high + kSamePlaceMm;
        const bool isBelow = next.extent.high < run.extent.low - kSamePlaceMm;
        const int direction = isAbove ? 1 : isBelow ? -1 : 0;
        if (direction == 0 || (run.direction != 0 && run.direction != direction)) return false;
        run.direction = direction;
        run.slices.insert(run.slices.end(), next.slices.begin(), next.slices.end());
        run.offsets.insert(direction > 0 ? run.offsets.end() : run.offsets.begin(), next.offsets.begin(),
                           next.offsets.end());
        run.extent.include(next.extent.low);
        run.extent.include(next.extent.high);
        return true;
    }

    /// Into the youngest stack of its technique that it does not repeat, else the youngest of any.
    void add(const Run& run) {
        Stack* home = nullptr;
        for (Stack& stack : m_stacks) {
            if (repeats(stack, run)) continue;
            if (!home || stack.last == run.technique || home->last != run.technique) home = &stack;
        }
        if (!home) home = &m_stacks.emplace_back();
        home->last = run.technique;
        home->slices.insert(home->slices.end(), run.slices.begin(), run.slices.end());
        home->offsets.insert(run.offsets.begin(), run.offsets.end());
        if (run.slices.size() >= kFewestOfAStack) home->extents.push_back(run.extent);
    }

    bool repeats(const Stack& stack, const Run& run) const {
        const auto same = std::count_if(run.offsets.begin(), run.offsets.end(),
                                        [&](double mm) { return holds(stack.offsets, mm); });
        if (same > 0) return !(same == 1 && run.slices.size() > 1 && touches(stack, run));
        if (run.slices.size() < kFewestOfAStack) return false;
        for (const Extent& extent : stack.extents) {
            const auto inside = std::count_if(run.offsets.begin(), run.offsets.end(),
                                              [&](double mm) { return extent.holdsInside(mm); });
            if (inside >= 2 && !interleaves(stack, run)) return true;
        }
        return false;
    }

    /// The one plane that both have is an end of either: two pieces of a scan that meet.
    static bool touches(const Stack& stack, const Run& run) {
        const double low = *stack.offsets.begin(), high = *stack.offsets.rbegin();
        return std::abs(run.extent.low - high) <= kSamePlaceMm ||
               std::abs(run.extent.high - low) <= kSamePlaceMm;
    }

    /// Every second slice first and the others after: together they lie evenly and no thicker than their
    /// distance allows. A repeat at a shifted table does not.
    bool interleaves(const Stack& stack, const Run& run) const {
        std::vector<double> both(stack.offsets.begin(), stack.offsets.end());
        both.insert(both.end(), run.offsets.begin(), run.offsets.end());
        std::sort(both.begin(), both.end());
        std::vector<double> steps;
        for (std::size_t n = 1; n < both.size(); ++n)
            if (both[n] > run.extent.low && both[n - 1] < run.extent.high)
                steps.push_back(both[n] - both[n - 1]);
        if (steps.empty()) return false; // all of the run lies in one place
        const auto [least, most] = std::minmax_element(steps.begin(), steps.end());
        const double thickness = run.technique.thicknessTenths * 0.1;
        return *most < 1.1 * *least && thickness < 1.5 * *most;
    }

    /// One or two slices that were scanned again are no stack: back to the one that they repeat, where they
    /// are told as duplicates.
    std::vector<Stack> withoutScraps() {
        std::vector<Stack> whole;
        for (Stack& stack : m_stacks)
            if (stack.slices.size() >= kFewestOfAStack || m_stacks.size() == 1)
                whole.push_back(std::move(stack));
        for (Stack& scrap : m_stacks) {
            if (scrap.slices.empty()) continue; // moved
            const auto home = std::find_if(whole.begin(), whole.end(), [&](const Stack& stack) {
                return std::any_of(scrap.offsets.begin(), scrap.offsets.end(),
                                   [&](double mm) { return holds(stack.offsets, mm); });
            });
            if (home == whole.end())
                whole.push_back(std::move(scrap));
            else
                home->slices.insert(home->slices.end(), scrap.slices.begin(), scrap.slices.end());
        }
        return whole;
    }

    std::vector<std::size_t> everything() const {
        std::vector<std::size_t> all(m_slices.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        return all;
    }

    /// Slices of one place after each other, by the maker's own image types and then as they were made.
    std::vector<std::vector<std::size_t>> byPlace(std::vector<std::size_t> slices) const {
        std::sort(slices.begin(), slices.end(),
                  [&](std::size_t a, std::size_t b) { return m_offsets[a] < m_offsets[b]; });
        std::vector<std::vector<std::size_t>> places;
        for (std::size_t i : slices) {
            if (places.empty() || m_offsets[i] - m_offsets[places.back().front()] > kSamePlaceMm)
                places.emplace_back();
            places.back().push_back(i);
        }
        for (std::vector<std::size_t>& place : places)
            std::sort(place.begin(), place.end(), [&](std::size_t a, std::size_t b) {
                return std::tie(m_slices[a].about.imageType, a) < std::tie(m_slices[b].about.imageType, b);
            });
        return places;
    }

    /// Where nothing else tells repeats apart: the first slice of each place is one stack, the second
    /// another. A few repeats stay: they are duplicates, not a second scan.
    std::vector<std::vector<std::size_t>> splitByOccurrence(const std::vector<std::size_t>& slices) const {
        std::vector<std::vector<std::size_t>> parts;
        for (const std::vector<std::size_t>& place : byPlace(slices))
            for (std::size_t n = 0; n < place.size(); ++n) {
                if (n == parts.size()) parts.emplace_back();
                parts[n].push_back(place[n]);
            }
        const bool areMany =
            parts.size() > 1 && parts[1].size() >= kFewestOfAStack && parts[1].size() * 3 > parts[0].size();
        if (!areMany) return {slices};
        return parts;
    }

    const std::vector<SliceHeader>& m_slices;
    std::vector<double> m_offsets;
    std::vector<Stack> m_stacks;
};

} // namespace

std::vector<std::vector<SliceHeader>> splitRepeats(std::vector<SliceHeader> slices) {
    std::vector<std::vector<SliceHeader>> result;
    Splitter splitter(slices);
    if (slices.size() < 2 * kFewestOfAStack || !splitter.arePlacesKnown()) {
        result.push_back(std::move(slices));
        return result;
    }
    for (const std::vector<std::size_t>& part : splitter.split()) {
        result.emplace_back();
        for (std::size_t i : part)
            result.back().push_back(std::move(slices[i]));
    }
    return result;
}

} // namespace hemo::imaging
