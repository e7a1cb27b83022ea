#include "core/classify/verdict/assess.h"

#include <algorithm>
#include <array>
#include <cmath>

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

int rounded(double value) {
    return static_cast<int>(std::lround(value));
}

/// A damaged scale, seen without knowing where the brain is.
std::optional<std::string> whyNotByValues(const HuRange& hu) {
    if (hu.airHu && (*hu.airHu < kLowestAirHu || *hu.airHu > kHighestAirHu))
        return "Air measures " + std::to_string(rounded(*hu.airHu)) +
               " HU instead of -1000: the scale of these images is damaged.";
    const bool isShiftedUp = !hu.airHu && hu.denseShare > kMostDense;
    if (isShiftedUp || hu.softShare < kLeastSoft)
        return "Hardly anything has the density of soft tissue: the scale of these images is damaged.";
    return std::nullopt;
}

bool arePictureGreys(const HuRange& hu) {
    return !hu.airHu && hu.lowestHu == 0 && hu.highestHu == 255;
}

std::string notHounsfield() {
    return "The values are the greys of a picture, not HU: open the original images.";
}

int countOf(const ScanFacts& facts, bool SliceLook::*what) {
    return static_cast<int>(
        std::count_if(facts.slices.begin(), facts.slices.end(), [&](const SliceLook& s) { return s.*what; }));
}

std::optional<std::string> whyNotByHead(const ScanFacts& facts) {
    const int count = static_cast<int>(facts.slices.size());
    const int withBrain = countOf(facts, &SliceLook::hasBrain), cut = countOf(facts, &SliceLook::isCutAtEdge);
    const int fewest = std::min(3, (count + 1) / 2);
    if (cut >= fewest && cut > withBrain)
        return "The head goes on beyond the edge of the pictures: choose a series with the whole head.";
    if (withBrain >= fewest) return std::nullopt;
    if (arePictureGreys(facts.hu)) return notHounsfield();
    if (isTooNoisy(facts)) return tooNoisy(facts); // it hides a head as well
    return "No head is seen in these slices.";
}

std::optional<std::string> whyNotByBrain(const ScanFacts& facts) {
    std::vector<double> values;
    for (const SliceLook& slice : facts.slices)
        if (slice.hasBrain) values.push_back(slice.brainHu);
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (*middle >= kLowestBrainHu && *middle <= kHighestBrainHu) return std::nullopt;
    if (arePictureGreys(facts.hu)) return notHounsfield();
    return "The brain measures " + std::to_string(rounded(*middle)) +
           " HU, which no brain does: the scale of these images is damaged.";
}

/// What is missing along the slices.
std::optional<std::string> whyNotByExtent(const ScanFacts& facts) {
    const auto& slices = facts.slices;
    const auto brain = [](const SliceLook& s) { return s.hasBrain; };
    const auto first = std::find_if(slices.begin(), slices.end(), brain);
    const auto last = std::find_if(slices.rbegin(), slices.rend(), brain).base() - 1;
    const auto isGap = [](const SliceLook& below, const SliceLook& above) {
        return above.atMm - below.atMm > kWidestStepMm;
    };
    for (auto below = first; below != last; ++below)
        if (isGap(*below, *(below + 1)))
            return "Two slices of the brain lie " + std::to_string(rounded((below + 1)->atMm - below->atMm)) +
                   " mm apart: complete the series.";
    // A scan ends where a gap begins: what lies beyond it does not show what was left out.
    const double largest = std::max_element(first, last + 1, [](const auto& a, const auto& b) {
                               return a.brainArea < b.brainArea;
                           })->brainArea;
    const bool endsAbove = last + 1 == slices.end() || isGap(*last, *(last + 1));
    const bool endsBelow = first == slices.begin() || isGap(*(first - 1), *first);
    if (endsAbove && last->brainArea > kCutAbove * largest)
        return "The upper part of the head is missing: choose a series with the whole head.";
    if (endsBelow && first->brainArea > kCutBelow * largest)
        return "The lower part of the brain is missing: choose a series with the whole head.";
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
            n += histogram[static_cast<std::size_t>(hu + 32768)];
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

std::optional<std::string> whyNotByHeader(const ScanHeader& header) {
    if (header.contrast == ScanHeader::Contrast::Named)
        return "Contrast was given, as the file says: choose the series without contrast.";
    const double kvp = header.kvp.value_or(0); // 0 is how some files say nothing
    if (kvp != 0 && (kvp < kLowestKvp - 0.5 || kvp > kHighestKvp + 0.5))
        return "A tube voltage of " + std::to_string(rounded(kvp)) +
               " kV is none that heads are scanned with: choose another series.";
    return std::nullopt;
}

std::optional<std::string> whyNotAssessed(const ScanFacts& facts) {
    if (facts.axis != ViewAxis::Axial) return "The slices are not axial: choose an axial series.";
    if (facts.slices.empty()) return "There are no slices.";
    if (auto why = whyNotByHeader(facts.header)) return why;
    if (auto why = whyNotByValues(facts.hu)) return why;
    if (auto why = whyNotByHead(facts)) return why;
    if (auto why = whyNotByBrain(facts)) return why;
    // Without lengths there are no true positions either: slices may lie in any order.
    return facts.header.areLengthsKnown ? whyNotByExtent(facts) : std::nullopt;
}

bool isTooNoisy(const ScanFacts& facts) {
    return facts.noiseHu && *facts.noiseHu > kMostNoiseHu;
}

std::string tooNoisy(const ScanFacts& facts) {
    return "The images are too noisy (" + std::to_string(rounded(facts.noiseHu.value_or(0))) +
           " HU) to exclude a bleed.";
}

namespace {

/// Who the model has not learned from; empty for an adult.
std::string aboutAge(const ScanFacts& facts) {
    const std::optional<double> years = facts.header.ageYears;
    const std::string reason = ": the model has learned from adults.";
    if (years && *years < kInfantYears)
        return "This is an infant of " + std::to_string(static_cast<int>(*years * 12)) + " months" + reason;
    if (years && *years < kAdultYears)
        return "This is a child of " + std::to_string(static_cast<int>(*years)) + " years" + reason;
    // Noise eats from the rim of what bone closes in.
    const std::optional<double> cm2 = isTooNoisy(facts) ? std::nullopt : facts.largestBrainCm2;
    if (!years && cm2 && *cm2 < kSmallestHeadCm2) return "The head is as small as an infant's" + reason;
    return {};
}

} // namespace

std::string cautionAbout(const ScanFacts& facts) {
    std::string text;
    const auto say = [&](const std::string& sentence) { text += (text.empty() ? "" : " ") + sentence; };
    if (facts.header.contrast == ScanHeader::Contrast::Described)
        say("The description speaks of contrast: vessels can look like blood.");
    if (facts.header.contrast == ScanHeader::Contrast::Contradicted)
        say("The file names a contrast agent that the description denies: had it been given, vessels could "
            "look "
            "like blood.");
    if (facts.hu.isCutToWindow())
        say("Only values from " + std::to_string(facts.hu.lowestHu) + " to " +
            std::to_string(facts.hu.highestHu) + " HU were kept: no volume is measured.");
    if (isTooNoisy(facts)) say(tooNoisy(facts));
    if (const std::string age = aboutAge(facts); !age.empty()) say(age);
    if (facts.header.isKernelSharp) say("The kernel is sharp: faint blood can drown in its noise.");
    if (facts.header.isSpecial)
        say("These are no plain images of a scan, and the model has learned from no others.");
    if (facts.header.isLossy) say("The images were compressed with loss: no volume is measured.");
    return text;
}

} // namespace hemo
