#pragma once

#include "core/classify/verdict/model_info.h"
#include "core/result.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hemo::ml {

/// Where a training picture comes from. CT-ICH and RSNA name the subtypes, PHE-SICH only says whether there
/// is blood; RSNA's are single slices.
enum class Source { CtIch, PheSich, Rsna };
inline constexpr std::array kSources{Source::CtIch, Source::PheSich, Source::Rsna};
std::string_view sourceName(Source source);
Source sourceNamed(std::string_view name); ///< CT-ICH where there is no such source

/// What the training pictures hold: grey 0..1 is this, and what lies beyond was cut off.
inline constexpr HuWindow kPictureHu{0, 80};

/// A mask's share of blood that says nothing: more than none, and less than any place learned from.
inline constexpr float kDoubtfulBlood = 0.08f;

/// One slice: the 0..80 HU window as grey 0..255, `size` x `size`, and what is known about it.
struct Picture {
    std::vector<std::uint8_t> grey;
    std::array<float, 6> labels{}; ///< 0 or 1, in the order of BleedType
    std::array<float, 6> known{};  ///< 0 where the source does not say
    bool isNearPositive = false;   ///< beside a positive slice: faint blood is often unlabelled there
    /// Where the blood lies, 0..255 like `grey`, kDoubtfulBlood of 255 where it is not known; empty where
    /// there is none or nobody drew it.
    std::vector<std::uint8_t> mask;
    bool showsMimic = false; ///< something was drawn into it that is no blood
    float windowDoubtHu = 0; ///< how far its HU may be off, where the file's window is an estimate
    /// Whether it is known of every pixel if it is blood.
    bool isMaskKnown() const { return !mask.empty() || (!hasBleed() && !isNearPositive); }
    bool hasBleed() const { return labels[0] > 0; }
    int side() const { return static_cast<int>(std::lround(std::sqrt(double(grey.size())))); }
};

/// One patient's slices, from the feet to the head.
struct Patient {
    std::string id;
    Source source = Source::CtIch;
    std::string dataSet; ///< as reports name it; empty: as its source is named
    std::vector<Picture> pictures;
    int fold = 0;
    std::string person;             ///< whose other visits share the fold; empty: this is the only one
    std::optional<bool> scanBleeds; ///< what is said of the scan as a whole, where its slices do not say it
    bool isDrawn = false;           ///< a bleed or what mimics one was drawn into a head without any
    bool isWholeScan = true;        ///< false: single slices, from which no verdict on the patient comes
    bool hasBleed() const;
    bool isBleedFree() const; ///< every slice is known to have no blood
    std::string dataSetName() const { return dataSet.empty() ? std::string(sourceName(source)) : dataSet; }
};

inline constexpr int kFolds = 5;

/// Reads `ct-ich`, `phe-sich` and, where it is there, `rsna` below `folder`, brings all to one window and
/// `size`, and deals the patients into folds: positives and negatives of each source apart, in order of their
/// ids, so that every run deals alike. A slice of an unknown patient is dealt as a patient of its own. What
/// is drawn on them comes apart (`addMasks` in outlines.h). A file instead of a folder is packed
/// (packed_pictures.h) or a manifest (read_manifest.h). Fails: NotFound, Damaged.
Result<std::vector<Patient>> loadPictureSets(const std::filesystem::path& folder, int size);

/// The public sets that data hold; none where they are somebody's own.
std::vector<Source> sourcesIn(const std::filesystem::path& data);

/// Whether data are described by a manifest, or packed from one, and not the public sets.
bool isOwnData(const std::filesystem::path& data);

/// How many patients without and with a bleed have been dealt.
using Dealt = std::array<int, 2>;

/// Deals one source's patients into folds, all visits of one into the same, beginning after those that were
/// dealt before.
void dealFolds(std::vector<Patient>& patients, Dealt& dealt);
inline void dealFolds(std::vector<Patient>& patients) {
    Dealt dealt{};
    dealFolds(patients, dealt);
}

} // namespace hemo::ml
