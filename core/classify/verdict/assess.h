#pragma once

#include "core/geometry/picture_plane.h"
#include "core/image/volume.h"
#include "core/study/sides.h"
#include "core/words/message.h"

#include <optional>
#include <vector>

namespace hemo {

/// What a file says of a scan that its voxels do not show.
struct ScanHeader {
    enum class Contrast {
        Unsaid,       ///< or denied
        Described,    ///< only the series' description speaks of it
        Contradicted, ///< an agent is named, and a description denies it
        Named,        ///< an agent is named
    };
    std::optional<double> kvp; ///< none: not said
    Contrast contrast = Contrast::Unsaid;
    bool areLengthsKnown = true; ///< false: no pixel size is named, so no millimetre can be believed
    bool isLossy = false;        ///< compressed with loss
    bool isKernelSharp = false;  ///< made for bone or lung
    bool isSpecial =
        false; ///< computed from others, or of one of several energies: no plain picture of a scan
    std::optional<double> ageYears{}; ///< of the patient; none: not said
    bool operator==(const ScanHeader&) const = default;
};
inline Lengths lengthsOf(const ScanHeader& header) {
    return header.areLengthsKnown ? Lengths::Known : Lengths::Unknown;
}

/// What values a scan has.
struct HuRange {
    int lowestHu = 0, highestHu = 0; ///< voxels outside the scan aside
    double shareAtLowest = 0;        ///< of the voxels: much where the values were cut off below
    std::optional<double> airHu;     ///< the usual value of what can only be air; none where nothing can
    double softShare = 0;            ///< -150..150 HU
    double denseShare = 0;           ///< over 700 HU
    bool operator==(const HuRange&) const = default;

    /// A window's values: what is darker or brighter was cut off and is gone.
    bool isCutToWindow() const { return !airHu && shareAtLowest >= 0.05; }
};
/// Looks at every fourth column and row.
HuRange huRange(const Volume& volume);

/// What one slice shows.
struct SliceLook {
    double atMm = 0;             ///< along the slices' normal
    bool hasBrain = false;       ///< soft tissue closed in by bone
    double brainArea = 0;        ///< share of the picture
    double brainHu = 0;          ///< median
    bool isCutAtEdge = false;    ///< a head that goes on beyond the edge of the picture
    bool hasOpenSutures = false; ///< as an infant's vault; looked for where only it could tell the age
    bool operator==(const SliceLook&) const = default;
};

/// All that decides whether the second reader may judge a scan.
struct ScanFacts {
    ScanHeader header;
    ViewAxis axis = ViewAxis::Axial; ///< of its slices
    HuRange hu;
    std::optional<double> noiseHu; ///< of soft tissue; none where there is hardly any
    std::optional<double>
        largestBrainCm2;           ///< what bone closes in, thickened bone aside; none without lengths
    std::vector<SliceLook> slices; ///< from inferior to superior; thin ones need not all be looked at
    bool operator==(const ScanFacts&) const = default;
};

/// Why no scan with this header may be judged, one sentence; none where it may.
std::optional<Message> whyNotByHeader(const ScanHeader& header);

/// Why nothing must be claimed of a scan, one sentence: its values are not those of a head CT. None where
/// they are.
std::optional<Message> whyNotAssessed(const ScanFacts& facts);

/// Why a bleed that is not seen cannot be excluded, one sentence: part of the head is missing, or drowned in
/// noise. None where it can, or where nothing may be claimed at all. Whether there are enough slices is
/// judge()'s.
std::optional<Message> whyNotExcluded(const ScanFacts& facts);

/// True for noise beyond what the model was tried with: a bleed that is plain to the eye can go unseen.
bool isTooNoisy(const ScanFacts& facts);
/// That in a sentence.
Message tooNoisy(const ScanFacts& facts);

/// What a reader of the verdict must know of the scan, one sentence each; empty where there is nothing.
Message cautionAbout(const ScanFacts& facts);

} // namespace hemo
