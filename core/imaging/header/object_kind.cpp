#include "core/imaging/header/object_kind.h"

#include "core/imaging/header/value_unit.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

bool isSecondaryCapture(const SliceHeader& slice) {
    return slice.sopClassUid.starts_with(uid::kSecondaryCapture) &&
           (slice.sopClassUid.size() == sizeof uid::kSecondaryCapture - 1 ||
            slice.sopClassUid[sizeof uid::kSecondaryCapture - 1] == '.');
}

bool isMarkedCt(const SliceHeader& slice) {
    if (slice.about.modality.empty()) return slice.sopClassUid == uid::kCtImageStorage || slice.enhanced;
    return slice.about.modality == "CT";
}

bool isScout(const SliceHeader& slice) {
    // A tube that stands still beside a moving table makes an overview (PS3.3 C.8.15.3.2).
    return std::find(slice.imageType.begin(), slice.imageType.end(), "LOCALIZER") != slice.imageType.end() ||
           (slice.enhanced && slice.enhanced->acquisitionType == "CONSTANT_ANGLE");
}

/// What a volume cannot be made of again: frames that were computed from several of a volume's (PS3.3
/// C.8.16.2.1.3, C.8.16.1.4).
std::string whyComputed(const SliceHeader& slice) {
    if (!slice.enhanced) return {};
    const std::string& how = slice.enhanced->calculation;
    const auto isOneOf = [](const std::string& value, std::initializer_list<const char*> list) {
        return std::find(list.begin(), list.end(), value) != list.end();
    };
    const auto are = [](const char* what) {
        return std::string("These are ") + what + " made from a CT: open the series they were made from.";
    };
    if (how == "MAX_IP" || how == "MIN_IP") return are("projections");
    if (how == "MPR" || how == "CURVED_MPR") return are("reformats");
    if (how == "VOLUME_RENDER" || how == "SURFACE_RENDER") return are("renderings");
    if (!isOneOf(how, {"", "NONE"})) return are("pictures");
    if (!isOneOf(slice.enhanced->volumetricProperties, {"", "VOLUME"})) return are("pictures");
    constexpr std::size_t kContrast = 3; // of the values of ImageType
    if (slice.imageType.size() > kContrast &&
        !isOneOf(slice.imageType[kContrast], {"", "NONE", "MEAN", "RESAMPLED", "ENERGY_PROP_WT"}))
        return are("pictures");
    return {};
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
    const ValueUnit unit = unitOfRescaleType(slice.rescaleType);
    const bool isSaid =
        !slice.rescaleType.empty() && unit == ValueUnit::Hounsfield && slice.rescaleType != "US";
    if (!slice.otherQuantity.empty() && !isSaid)
        return "These are maps computed from CT, and their values are no Hounsfield units: " +
               slice.otherQuantity + ".";
    if (slice.enhanced && slice.enhanced->lacksScale)
        return "These frames name no scale to HU, though others of the same object do: they cannot be "
               "opened.";
    if (unit == ValueUnit::Other)
        return "The values of these images are no Hounsfield units, but \"" + slice.rescaleType + "\".";
    if (isDensityKernel(slice.about.kernel, slice.about.manufacturer))
        return "These images show densities (kernel " + slice.about.kernel +
               "): their values are no Hounsfield units.";
    // MONOCHROME1 says how values are displayed, never what they are (PS3.3 C.7.6.3.1.2), so HU stand with a
    // scale. Without one they are greys, and inverted: reading them as HU would turn blood into air.
    if (!slice.rescale && slice.pixels.photometric == "MONOCHROME1")
        return "These images hold inverted greys without a scale to HU: they cannot be opened.";
    return {};
}

} // namespace

bool isUnmarkedCt(const SliceHeader& slice) {
    const std::string& modality = slice.about.modality;
    const bool isUnsaid = modality == "OT" ||
                          (modality.empty() && slice.sopClassUid != uid::kCtImageStorage && !slice.enhanced);
    return isUnsaid && slice.pixels.isSigned && slice.pixels.bitsAllocated == 16 &&
           slice.pixels.samplesPerPixel == 1 && slice.pixels.isGrey();
}

std::string whyNotASlice(const SliceHeader& slice) {
    if (std::string reason = whyNotCt(slice); !reason.empty()) return reason;
    if (!slice.whyNotDecodable.empty()) return slice.whyNotDecodable;
    if (slice.pixels.frames > 1 && !slice.enhanced)
        return "This multi-frame object does not say where its frames lie: export it as single CT images.";
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
    if (std::string reason = whyNotHu(slice); !reason.empty()) return reason;
    return whyComputed(slice);
}

} // namespace hemo::imaging
