#include "core/classify/verdict/assess.h"

#include "core/words/lists.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hemo {
namespace {

// What a head CT can hold; wider than any of the 157 training patients and the heads of the tests.
constexpr double kLowestKvp = 80, kHighestKvp = 140;
constexpr double kLowestAirHu = -1060, kHighestAirHu = -930;
constexpr double kLowestBrainHu = 18, kHighestBrainHu = 45; // a small child's has 23
constexpr double kMostDense = 0.2;                          // bone takes a tenth of a picture at most
constexpr double kLeastSoft = 0.03; // a head takes a third, in a wide field of view a tenth
constexpr double kWidestStepMm = 12.5;
constexpr double kCutAbove = 0.75,
                 kCutBelow = 0.9; // of the largest brain area: that of whole scans is smaller

// Training pictures have up to 4.2; a drawn bleed was found in 10.6 and not in 18.8
// (ml/training/experiments/021-noise.md).
constexpr double kMostNoiseHu = 12;
// By the same measure a phantom's and a real adult's head have 112 and 121, the phantom made as small as a
// new-born's (0.62) 40, as that of a child of one year (0.83) 70.
constexpr double kSmallestHeadCm2 = 70;
constexpr double kAdultYears = 18, kInfantYears = 2;

Number hounsfield(double value) {
    return whole(value, Unit::Hounsfield);
}

/// A damaged scale, seen without knowing where the brain is.
std::optional<Message> whyNotByValues(const HuRange& hu) {
    if (hu.airHu && (*hu.airHu < kLowestAirHu || *hu.airHu > kHighestAirHu))
        return say("assess.wrong_air", hounsfield(*hu.airHu));
    const bool isShiftedUp = !hu.airHu && hu.denseShare > kMostDense;
    if (isShiftedUp || hu.softShare < kLeastSoft) return say("assess.no_soft_tissue");
    return std::nullopt;
}

bool arePictureGreys(const HuRange& hu) {
    return !hu.airHu && hu.lowestHu == 0 && hu.highestHu == 255;
}

Message notHounsfield() {
    return say("assess.greys");
}

int countOf(const ScanFacts& facts, bool SliceLook::*what) {
    return static_cast<int>(
        std::count_if(facts.slices.begin(), facts.slices.end(), [&](const SliceLook& s) { return s.*what; }));
}

/// Of how many slices a head must be seen in.
int fewestOfAHead(const ScanFacts& facts) {
    return std::min(3, (static_cast<int>(facts.slices.size()) + 1) / 2);
}

bool goesOnBeyondEdge(const ScanFacts& facts) {
    const int cut = countOf(facts, &SliceLook::isCutAtEdge);
    return cut >= fewestOfAHead(facts) && cut > countOf(facts, &SliceLook::hasBrain);
}

std::optional<Message> whyNotByHead(const ScanFacts& facts) {
    const int withBrain = countOf(facts, &SliceLook::hasBrain);
    // Where no slice shows a whole head it may be a chest.
    if (goesOnBeyondEdge(facts))
        return withBrain > 0 ? std::nullopt : std::optional(say("assess.beyond_edge"));
    if (withBrain >= fewestOfAHead(facts)) return std::nullopt;
    if (arePictureGreys(facts.hu)) return notHounsfield();
    if (isTooNoisy(facts)) return tooNoisy(facts); // it hides a head as well
    return say("assess.no_head");
}

std::optional<Message> whyNotByBrain(const ScanFacts& facts) {
    std::vector<double> values;
    for (const SliceLook& slice : facts.slices)
        if (slice.hasBrain || slice.isCutAtEdge) values.push_back(slice.brainHu);
    if (values.empty()) return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (*middle >= kLowestBrainHu && *middle <= kHighestBrainHu) return std::nullopt;
    if (arePictureGreys(facts.hu)) return notHounsfield();
    return say("assess.wrong_brain", hounsfield(*middle));
}

/// What is missing along the slices.
std::optional<Message> whyNotByExtent(const ScanFacts& facts) {
    const auto& slices = facts.slices;
    const auto brain = [](const SliceLook& s) { return s.hasBrain; };
    const auto first = std::find_if(slices.begin(), slices.end(), brain);
    if (first == slices.end()) return std::nullopt;
    const auto last = std::find_if(slices.rbegin(), slices.rend(), brain).base() - 1;
    const auto isGap = [](const SliceLook& below, const SliceLook& above) {
        return above.atMm - below.atMm > kWidestStepMm;
    };
    for (auto below = first; below != last; ++below)
        if (isGap(*below, *(below + 1)))
            return say("assess.slices_apart", whole((below + 1)->atMm - below->atMm, Unit::Millimetre));
    // A scan ends where a gap begins: what lies beyond it does not show what was left out.
    const double largest = std::max_element(first, last + 1, [](const auto& a, const auto& b) {
                               return a.brainArea < b.brainArea;
                           })->brainArea;
    const bool endsAbove = last + 1 == slices.end() || isGap(*last, *(last + 1));
    const bool endsBelow = first == slices.begin() || isGap(*(first - 1), *first);
    if (endsAbove && last->brainArea > kCutAbove * largest) return say("assess.no_top");
    if (endsBelow && first->brainArea > kCutBelow * largest) return say("assess.no_bottom");
    return std::nullopt;
}

} // namespace

HuRange huRange(const Volume& volume) {
    constexpr int kStep = 4;
    constexpr int kLowestAir = -1500, kHighestAir = -500;
    const Grid& grid = volume.grid();
    std::vector<std::size_t> histogram(65536);
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); j += kStep)
            for (int i = 0; i < grid.columns(); i += kStep)
                ++histogram[static_cast<std::size_t>(volume.at(i, j, k) + 32768)];
    histogram[static_cast<std::size_t>(kOutsideHu + 32768)] = 0;

    const auto countIn = [&](int low, int high) {
        std::size_t n = 0;
        for (int hu = low; hu <= high; ++hu)
            n += histogram[static_cast<std::size_t>(hu) + 32768];
        return static_cast<double>(n);
    };
    HuRange range;
    const double all = countIn(-32768, 32767);
    if (all == 0) return range;
    const auto isThere = [](std::size_t n) { return n > 0; };
    const auto lowest = std::find_if(histogram.begin(), histogram.end(), isThere);
    const auto highest = std::find_if(histogram.rbegin(), histogram.rend(), isThere);
    range.lowestHu = static_cast<int>(lowest - histogram.begin()) - 32768;
    range.highestHu = static_cast<int>(histogram.rend() - highest) - 1 - 32768;
    range.shareAtLowest = static_cast<double>(*lowest) / all;
    range.softShare = countIn(-150, 150) / all;
    range.denseShare = countIn(701, 32767) / all;
    const double air = countIn(kLowestAir, kHighestAir);
    if (air >= 0.01 * all) {
        int hu = kLowestAir;
        for (double sum = 0; hu < kHighestAir; ++hu)
            if ((sum += countIn(hu, hu)) >= air / 2) break;
        range.airHu = hu;
    }
    return range;
}

std::optional<Message> whyNotByHeader(const ScanHeader& header) {
    if (header.contrast == ScanHeader::Contrast::Named) return say("assess.contrast");
    const double kvp = header.kvp.value_or(0); // 0 is how some files say nothing
    if (kvp != 0 && (kvp < kLowestKvp - 0.5 || kvp > kHighestKvp + 0.5))
        return say("assess.voltage", whole(kvp, Unit::Kilovolt));
    return std::nullopt;
}

std::optional<Message> whyNotAssessed(const ScanFacts& facts) {
    if (facts.axis != ViewAxis::Axial) return say("assess.not_axial");
    if (facts.slices.empty()) return say("assess.no_slices");
    if (auto why = whyNotByHeader(facts.header)) return why;
    if (auto why = whyNotByValues(facts.hu)) return why;
    if (auto why = whyNotByHead(facts)) return why;
    return whyNotByBrain(facts);
}

std::optional<Message> whyNotExcluded(const ScanFacts& facts) {
    if (whyNotAssessed(facts)) return std::nullopt;
    if (goesOnBeyondEdge(facts)) return say("assess.beyond_edge");
    // Without lengths there are no true positions either: slices may lie in any order.
    if (facts.header.areLengthsKnown)
        if (auto why = whyNotByExtent(facts)) return why;
    return isTooNoisy(facts) ? std::optional(tooNoisy(facts)) : std::nullopt;
}

bool isTooNoisy(const ScanFacts& facts) {
    return facts.noiseHu && *facts.noiseHu > kMostNoiseHu;
}

Message tooNoisy(const ScanFacts& facts) {
    return say("assess.noise", hounsfield(facts.noiseHu.value_or(0)));
}

namespace {

/// By its bone: a head may be as large as an adult's for what is wrong with it.
bool areSuturesOpen(const ScanFacts& facts) {
    constexpr std::ptrdiff_t kFewest = 2;
    constexpr int kOneOf =
        4; // of the slices with brain: fewer are an adult's odd ones, thin bone or a burr hole
    const auto open = std::ranges::count_if(
        facts.slices, [](const SliceLook& s) { return s.hasBrain && s.hasOpenSutures; });
    return open >= kFewest && open * kOneOf >= countOf(facts, &SliceLook::hasBrain);
}

/// Who the model has not learned from; empty for an adult.
Message aboutAge(const ScanFacts& facts) {
    const std::optional<double> years = facts.header.ageYears;
    if (years && *years < kInfantYears) return say("caution.infant", static_cast<int>(*years * 12));
    if (years && *years < kAdultYears) return say("caution.child", static_cast<int>(*years));
    // Noise eats from the rim of what bone closes in.
    const std::optional<double> cm2 = isTooNoisy(facts) ? std::nullopt : facts.largestBrainCm2;
    if (!years && cm2 && *cm2 < kSmallestHeadCm2) return say("caution.small_head");
    if (!years && !isTooNoisy(facts) && areSuturesOpen(facts)) return say("caution.open_sutures");
    return {};
}

} // namespace

Message cautionAbout(const ScanFacts& facts) {
    Message all;
    const auto add = [&](Message sentence) { all = joined(std::move(all), std::move(sentence)); };
    if (facts.header.contrast == ScanHeader::Contrast::Described) add(say("caution.contrast_described"));
    if (facts.header.contrast == ScanHeader::Contrast::Contradicted) add(say("caution.contrast_denied"));
    if (facts.hu.isCutToWindow())
        add(say("caution.cut_to_window", hounsfield(facts.hu.lowestHu), hounsfield(facts.hu.highestHu)));
    add(aboutAge(facts));
    if (facts.header.isKernelSharp) add(say("caution.sharp_kernel"));
    if (facts.header.isSpecial) add(say("caution.special"));
    if (facts.header.isLossy) add(say("caution.lossy"));
    return all;
}

} // namespace hemo
