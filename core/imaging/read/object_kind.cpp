#include "core/imaging/read/object_kind.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

bool isSecondaryCapture(const SliceHeader& slice) {
    return slice.sopClassUid.starts_with(uid::kSecondaryCapture) &&
           (slice.sopClassUid.size() == sizeof uid::kSecondaryCapture - 1 ||
            slice.sopClassUid[sizeof uid::kSecondaryCapture - 1] == '.');
}

bool isMarkedCt(const SliceHeader& slice) {
    if (slice.about.modality.empty()) return slice.sopClassUid == uid::kCtImageStorage;
    return slice.about.modality == "CT";
}

bool isScout(const SliceHeader& slice) {
    return std::find(slice.imageType.begin(), slice.imageType.end(), "LOCALIZER") != slice.imageType.end();
}

/// Rescale types of PS3.3 C.11.1.1.2 that leave values in HU, or say nothing.
bool isHuOrUnsaid(const std::string& rescaleType) {
    return rescaleType.empty() || rescaleType == "HU" || rescaleType == "US" || rescaleType == "HU_MOD";
}

std::string whyNotCt(const SliceHeader& slice) {
    if (isMarkedCt(slice) || isUnmarkedCt(slice)) return {};
    const std::string& modality = slice.about.modality;
    if (modality.empty() || modality == "OT") return "These images are not marked as CT.";
    return "These are " + modality + " images: only CT can be opened.";
}

std::string whyNotHu(const SliceHeader& slice) {
    if (slice.hasModalityLut)
        return "The grey values come with a lookup table instead of a scale to HU: they cannot be opened.";
    if (!isHuOrUnsaid(slice.rescaleType))
        return "The values of these images are no Hounsfield units, but \"" + slice.rescaleType + "\".";
    // MONOCHROME1 says how values are displayed, never what they are (PS3.3 C.7.6.3.1.2), so HU stand with a
    // scale. Without one they are greys, and inverted: reading them as HU would turn blood into air.
    if (!slice.rescale && slice.pixels.photometric == "MONOCHROME1")
        return "These images hold inverted greys without a scale to HU: they cannot be opened.";
    return {};
}

} // namespace

bool isUnmarkedCt(const SliceHeader& slice) {
    const std::string& modality = slice.about.modality;
    const bool isUnsaid = modality == "OT" || (modality.empty() && slice.sopClassUid != uid::kCtImageStorage);
    return isUnsaid && slice.pixels.isSigned && slice.pixels.bitsAllocated == 16 &&
           slice.pixels.samplesPerPixel == 1 && slice.pixels.isGrey();
}

std::string whyNotASlice(const SliceHeader& slice) {
    if (std::string reason = whyNotCt(slice); !reason.empty()) return reason;
    if (slice.frames > 1)
        return "This is an enhanced (multi-frame) object: export it as single CT images to open it.";
    if (isScout(slice)) return "This is a scout, a single overview image.";
    if (isSecondaryCapture(slice) && !isUnmarkedCt(slice))
        return "This is a secondary capture, a picture made from other images.";
    if (slice.pixels.samplesPerPixel != 1 || !slice.pixels.isGrey())
        return "These are colour pictures without CT values.";
    if (slice.pixels.bitsAllocated != 16)
        return "These images are " + std::to_string(slice.pixels.bitsAllocated) +
               " bits deep, where CT has 16: they hold no CT values.";
    if (slice.hasDamagedGeometry)
        return "The positions, directions or pixel sizes in these files are damaged: they cannot be opened.";
    return whyNotHu(slice);
}

} // namespace hemo::imaging
