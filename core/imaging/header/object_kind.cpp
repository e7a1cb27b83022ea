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
Message whyComputed(const SliceHeader& slice) {
    if (!slice.enhanced) return {};
    const std::string& how = slice.enhanced->calculation;
    const auto isOneOf = [](const std::string& value, std::initializer_list<const char*> list) {
        return std::find(list.begin(), list.end(), value) != list.end();
    };
    if (how == "MAX_IP" || how == "MIN_IP") return say("kind.projections");
    if (how == "MPR" || how == "CURVED_MPR") return say("kind.reformats");
    if (how == "VOLUME_RENDER" || how == "SURFACE_RENDER") return say("kind.renderings");
    if (!isOneOf(how, {"", "NONE"})) return say("kind.pictures");
    if (!isOneOf(slice.enhanced->volumetricProperties, {"", "VOLUME"})) return say("kind.pictures");
    constexpr std::size_t kContrast = 3; // of the values of ImageType
    if (slice.imageType.size() > kContrast &&
        !isOneOf(slice.imageType[kContrast], {"", "NONE", "MEAN", "RESAMPLED", "ENERGY_PROP_WT"}))
        return say("kind.pictures");
    return {};
}

Message whyNotCt(const SliceHeader& slice) {
    if (isMarkedCt(slice) || isUnmarkedCt(slice)) return {};
    const std::string& modality = slice.about.modality;
    if (modality.empty() || modality == "OT") return say("kind.not_ct");
    return say("kind.other_modality", modality);
}

Message whyNotHu(const SliceHeader& slice) {
    if (slice.hasModalityLut) return say("kind.lookup_table");
    const ValueUnit unit = unitOfRescaleType(slice.rescaleType);
    const bool isSaid =
        !slice.rescaleType.empty() && unit == ValueUnit::Hounsfield && slice.rescaleType != "US";
    if (!slice.otherQuantity.empty() && !isSaid) return say("kind.other_quantity", slice.otherQuantity);
    if (slice.enhanced && slice.enhanced->lacksScale) return say("kind.frames_lack_scale");
    if (unit == ValueUnit::Other) return say("kind.other_unit", slice.rescaleType);
    if (isDensityKernel(slice.about.kernel, slice.about.manufacturer))
        return say("kind.densities", slice.about.kernel);
    // MONOCHROME1 says how values are displayed, never what they are (PS3.3 C.7.6.3.1.2), so HU stand with a
    // scale. Without one they are greys, and inverted: reading them as HU would turn blood into air.
    if (!slice.rescale && slice.pixels.photometric == "MONOCHROME1") return say("kind.inverted");
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

Message whyNotASlice(const SliceHeader& slice) {
    if (Message reason = whyNotCt(slice); !reason.empty()) return reason;
    if (!slice.whyNotDecodable.empty()) return slice.whyNotDecodable;
    if (slice.pixels.frames > 1 && !slice.enhanced) return say("kind.frames_unplaced");
    if (isScout(slice)) return say("kind.scout");
    if (isSecondaryCapture(slice) && !isUnmarkedCt(slice)) return say("kind.secondary_capture");
    if (slice.pixels.samplesPerPixel != 1 || !slice.pixels.isGrey()) return say("kind.colour");
    if (slice.pixels.bitsAllocated != 16) return say("kind.bits", slice.pixels.bitsAllocated);
    if (slice.hasDamagedGeometry) return say("kind.damaged_geometry");
    if (Message reason = whyNotHu(slice); !reason.empty()) return reason;
    return whyComputed(slice);
}

} // namespace hemo::imaging
