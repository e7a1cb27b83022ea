#include "tests/support/enhanced_ct.h"

#include "tests/support/encode_frame.h"

namespace hemo::testing {
namespace {

namespace tag = imaging::tag;

RawDicom sharedGroups(const std::string& intercept) {
    RawDicom measures, orientation, scale, groups;
    measures.text(tag::kPixelSpacing, "DS", "0.5\\0.25").text(tag::kSliceThickness, "DS", "5");
    orientation.text(tag::kImageOrientationPatient, "DS", "1\\0\\0\\0\\1\\0");
    scale.text(tag::kRescaleIntercept, "DS", intercept)
        .text(tag::kRescaleSlope, "DS", "1")
        .text(tag::kRescaleType, "LO", "HU");
    groups.sequence(tag::kPixelMeasuresSequence, {measures})
        .sequence(tag::kPlaneOrientationSequence, {orientation})
        .sequence(tag::kPixelValueTransformationSequence, {scale});
    return groups;
}

RawDicom frameGroups(int frame) {
    RawDicom content, position, groups;
    content.longWords(tag::kInStackPositionNumber, {static_cast<std::uint32_t>(frame + 1)})
        .text(tag::kStackId, "SH", "1");
    position.text(tag::kImagePositionPatient, "DS", "-10\\-20\\" + std::to_string(5 * frame));
    groups.sequence(tag::kFrameContentSequence, {content}).sequence(tag::kPlanePositionSequence, {position});
    return groups;
}

} // namespace

RawDicom enhancedCt(int frames, const std::string& transferSyntax) {
    const bool isPlain = transferSyntax.empty();
    RawDicom file = isPlain ? RawDicom::ctSlice(0, 1) : compressedSlice(transferSyntax, 0, 1);
    std::vector<RawDicom> perFrame;
    std::vector<std::string> streams;
    std::vector<std::uint16_t> values;
    for (int frame = 0; frame < frames; ++frame) {
        perFrame.push_back(frameGroups(frame));
        if (!isPlain) streams.push_back(encodeFrame(transferSyntax, oddFrame(transferSyntax)));
        for (int i = 0; isPlain && i < 12; ++i)
            values.push_back(static_cast<std::uint16_t>(64536 + 50 * frame + i)); // -1000 and more
    }
    file.text(tag::kSopClassUid, "UI", imaging::uid::kEnhancedCtImageStorage)
        .text(tag::kNumberOfFrames, "IS", std::to_string(frames))
        .sequence(tag::kSharedFunctionalGroupsSequence, {sharedGroups(isPlain ? "-24" : "-1024")})
        .sequence(tag::kPerFrameFunctionalGroupsSequence, perFrame, RawDicom::Ends::ByDelimiter);
    for (const auto t : {tag::kImagePositionPatient, tag::kImageOrientationPatient, tag::kPixelSpacing,
                         tag::kRescaleIntercept, tag::kRescaleSlope})
        file.remove(t);
    return isPlain ? file.pixels(values) : file.fragments(transferSyntax, streams);
}

} // namespace hemo::testing
