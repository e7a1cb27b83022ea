#include "core/imaging/header/frame_headers.h"

#include "core/imaging/header/slice_fields.h"

#include <algorithm>
#include <numeric>

namespace hemo::imaging {
namespace {

std::string meaningOf(const ElementSet& set, Tag codes) {
    const ElementSet* code = set.item(codes);
    return code ? code->text(tag::kCodeMeaning) : std::string();
}

/// Attributes of the classic object that a legacy converted one could not place anywhere else
/// (C.7.6.16.2.25).
void readUnassigned(const ElementSet& set, SliceHeader& slice) {
    readAbout(set, slice.about);
    readWindow(set, slice.about);
    readRescale(set, slice);
    if (const auto number = set.integer(tag::kAcquisitionNumber)) slice.acquisitionNumber = number;
}

void readFrameType(const ElementSet& set, SliceHeader& slice) {
    if (auto type = codesOf(set, tag::kFrameType); !type.empty()) slice.imageType = std::move(type);
    if (auto text = set.text(tag::kVolumetricProperties); !text.empty())
        slice.enhanced->volumetricProperties = std::move(text);
    if (auto text = set.text(tag::kVolumeBasedCalculationTechnique); !text.empty())
        slice.enhanced->calculation = std::move(text);
}

void readFrameContent(const ElementSet& set, SliceHeader& slice) {
    const auto asNumber = [&](Tag tag) -> std::optional<int> {
        const auto value = set.longWord(tag);
        return value && *value <= 0x7fffffff ? std::optional(static_cast<int>(*value)) : std::nullopt;
    };
    slice.enhanced->stackId = set.text(tag::kStackId);
    slice.enhanced->inStackPosition = asNumber(tag::kInStackPositionNumber);
    slice.enhanced->temporalPosition = asNumber(tag::kTemporalPositionIndex);
    if (const auto number = set.word(tag::kFrameAcquisitionNumber)) slice.acquisitionNumber = *number;
}

/// The groups of one item, shared or a frame's own.
void readGroups(const ElementSet& groups, SliceHeader& slice) {
    const auto with = [&](Tag sequence, auto read) {
        if (const ElementSet* item = groups.item(sequence)) read(*item);
    };
    with(tag::kUnassignedSharedConvertedAttributesSequence, [&](auto& s) { readUnassigned(s, slice); });
    with(tag::kUnassignedPerFrameConvertedAttributesSequence, [&](auto& s) { readUnassigned(s, slice); });
    with(tag::kCtImageFrameTypeSequence, [&](auto& s) { readFrameType(s, slice); });
    with(tag::kCtAcquisitionTypeSequence,
         [&](auto& s) { slice.enhanced->acquisitionType = s.text(tag::kAcquisitionType); });
    with(tag::kCtReconstructionSequence, [&](auto& s) { readAbout(s, slice.about); }); // the kernel
    with(tag::kCtXRayDetailsSequence, [&](auto& s) { readAbout(s, slice.about); });    // the tube's voltage
    with(tag::kFrameAnatomySequence, [&](auto& s) {
        if (auto region = meaningOf(s, tag::kAnatomicRegionSequence); !region.empty())
            slice.about.bodyPart = std::move(region);
    });
    with(tag::kContrastBolusUsageSequence, [&](auto& s) {
        if (s.text(tag::kContrastBolusAgentAdministered) == "NO") slice.about.contrastAgent.clear();
    });
    with(tag::kFrameContentSequence, [&](auto& s) { readFrameContent(s, slice); });
    with(tag::kPlanePositionSequence, [&](auto& s) { readPosition(s, slice); });
    with(tag::kPlaneOrientationSequence, [&](auto& s) { readOrientation(s, slice); });
    with(tag::kPixelMeasuresSequence, [&](auto& s) { readMeasures(s, slice); });
    with(tag::kPixelValueTransformationSequence, [&](auto& s) { readRescale(s, slice); });
    with(tag::kFrameVoiLutSequence, [&](auto& s) { readWindow(s, slice.about); });
    if (groups.has(tag::kRealWorldValueMappingSequence)) slice.otherQuantity = otherQuantityOf(groups);
}

SliceHeader headerOfFrame(const SliceHeader& object, int frame, const ElementSet* own) {
    SliceHeader slice = object;
    slice.place.frame = slice.pixels.frame = frame;
    if (own) readGroups(*own, slice);
    slice.about.imageType = joinedValues(slice.imageType);
    slice.about.acquisitionNumber = slice.acquisitionNumber;
    return slice;
}

/// Numbers frames by time before anything else, so that what is repeated at one place is taken apart by time
/// however the frames lie in the object.
void numberByTime(std::vector<SliceHeader>& frames, int first) {
    std::vector<std::size_t> order(frames.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto timeOf = [&](std::size_t i) { return frames[i].enhanced->temporalPosition.value_or(0); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return timeOf(a) < timeOf(b); });
    for (std::size_t n = 0; n < order.size(); ++n)
        frames[order[n]].instanceNumber = first + static_cast<int>(n);
}

} // namespace

bool hasFunctionalGroups(const SliceHeader& object, const DicomHeader& header) {
    const std::string& kind = object.sopClassUid;
    if (kind == uid::kEnhancedCtImageStorage || kind == uid::kLegacyConvertedEnhancedCtImageStorage)
        return true;
    return kind.empty() && object.about.modality == "CT" &&
           header.has(tag::kPerFrameFunctionalGroupsSequence);
}

std::vector<SliceHeader> headersOfFrames(const SliceHeader& object, const DicomHeader& header, int count) {
    SliceHeader shared = object;
    shared.enhanced.emplace();
    readFrameType(header, shared);
    if (auto agent = meaningOf(header, tag::kContrastBolusAgentSequence);
        !agent.empty() && shared.about.contrastAgent.empty())
        shared.about.contrastAgent = std::move(agent);
    if (const ElementSet* groups = header.item(tag::kSharedFunctionalGroupsSequence))
        readGroups(*groups, shared);

    const auto own = header.items(tag::kPerFrameFunctionalGroupsSequence);
    std::vector<SliceHeader> frames;
    frames.reserve(static_cast<std::size_t>(count));
    for (int f = 0; f < count; ++f)
        frames.push_back(
            headerOfFrame(shared, f, static_cast<std::size_t>(f) < own.size() ? &own[f] : nullptr));
    // They are numbered through all objects of a concatenation (C.7.6.16.2.2.4).
    const std::uint32_t before = header.longWord(tag::kConcatenationFrameOffsetNumber).value_or(0);
    numberByTime(frames, 1 + static_cast<int>(std::min(before, 1u << 30)));
    const auto hasScale = [](const SliceHeader& frame) { return frame.rescale.has_value(); };
    if (std::any_of(frames.begin(), frames.end(), hasScale))
        for (SliceHeader& frame : frames)
            frame.enhanced->lacksScale = !hasScale(frame);
    return frames;
}

std::string otherQuantityOf(const ElementSet& set) {
    std::string other;
    for (const ElementSet& mapping : set.items(tag::kRealWorldValueMappingSequence)) {
        const ElementSet* unit = mapping.item(tag::kMeasurementUnitsCodeSequence);
        const std::string code = unit ? unit->text(tag::kCodeValue) : std::string();
        if (code.empty() || code == "[hnsf'U]" || code == "hnsf'U" || code == "HU") return {};
        if (!other.empty()) continue;
        const std::string what = mapping.text(tag::kLutExplanation);
        other = (what.empty() ? mapping.text(tag::kLutLabel) : what) + " (" + code + ")";
    }
    return other;
}

} // namespace hemo::imaging
