#pragma once

#include <compare>
#include <cstdint>

namespace hemo::imaging {

/// A data element's tag (DICOM PS3.6).
struct Tag {
    std::uint16_t group = 0, element = 0;
    constexpr auto operator<=>(const Tag&) const = default;
};

/// The attributes that are read or written, by their DICOM keyword.
namespace tag {
inline constexpr Tag kMediaStorageSopClassUid{0x0002, 0x0002}, kTransferSyntaxUid{0x0002, 0x0010};
inline constexpr Tag kDirectoryRecordSequence{0x0004, 0x1220}, kRecordInUseFlag{0x0004, 0x1410},
    kReferencedFileId{0x0004, 0x1500};
inline constexpr Tag kSpecificCharacterSet{0x0008, 0x0005}, kImageType{0x0008, 0x0008},
    kSopClassUid{0x0008, 0x0016}, kSopInstanceUid{0x0008, 0x0018}, kStudyDate{0x0008, 0x0020},
    kSeriesDate{0x0008, 0x0021}, kContentDate{0x0008, 0x0023}, kStudyTime{0x0008, 0x0030},
    kContentTime{0x0008, 0x0033}, kAccessionNumber{0x0008, 0x0050}, kModality{0x0008, 0x0060},
    kManufacturer{0x0008, 0x0070}, kInstitutionName{0x0008, 0x0080}, kReferringPhysicianName{0x0008, 0x0090},
    kCodeValue{0x0008, 0x0100}, kCodeMeaning{0x0008, 0x0104}, kStudyDescription{0x0008, 0x1030},
    kSeriesDescription{0x0008, 0x103e}, kDerivationDescription{0x0008, 0x2111},
    kAnatomicRegionSequence{0x0008, 0x2218}, kFrameType{0x0008, 0x9007},
    kVolumetricProperties{0x0008, 0x9206}, kVolumeBasedCalculationTechnique{0x0008, 0x9207};
inline constexpr Tag kPatientName{0x0010, 0x0010}, kPatientId{0x0010, 0x0020},
    kPatientBirthDate{0x0010, 0x0030}, kPatientSex{0x0010, 0x0040}, kPatientAge{0x0010, 0x1010};
inline constexpr Tag kContrastBolusAgent{0x0018, 0x0010}, kContrastBolusAgentSequence{0x0018, 0x0012},
    kBodyPartExamined{0x0018, 0x0015}, kSliceThickness{0x0018, 0x0050}, kKvp{0x0018, 0x0060},
    kSpacingBetweenSlices{0x0018, 0x0088}, kGantryDetectorTilt{0x0018, 0x1120},
    kConvolutionKernel{0x0018, 0x1210}, kPatientPosition{0x0018, 0x5100},
    kCtAcquisitionTypeSequence{0x0018, 0x9301}, kAcquisitionType{0x0018, 0x9302},
    kCtReconstructionSequence{0x0018, 0x9314}, kCtXRayDetailsSequence{0x0018, 0x9325},
    kCtImageFrameTypeSequence{0x0018, 0x9329}, kContrastBolusUsageSequence{0x0018, 0x9341},
    kContrastBolusAgentAdministered{0x0018, 0x9342};
inline constexpr Tag kStudyInstanceUid{0x0020, 0x000d}, kSeriesInstanceUid{0x0020, 0x000e},
    kStudyId{0x0020, 0x0010}, kSeriesNumber{0x0020, 0x0011}, kAcquisitionNumber{0x0020, 0x0012},
    kInstanceNumber{0x0020, 0x0013}, kImagePositionPatient{0x0020, 0x0032},
    kImageOrientationPatient{0x0020, 0x0037}, kFrameOfReferenceUid{0x0020, 0x0052},
    kPositionReferenceIndicator{0x0020, 0x1040}, kSliceLocation{0x0020, 0x1041}, kStackId{0x0020, 0x9056},
    kInStackPositionNumber{0x0020, 0x9057}, kFrameAnatomySequence{0x0020, 0x9071},
    kFrameContentSequence{0x0020, 0x9111}, kPlanePositionSequence{0x0020, 0x9113},
    kPlaneOrientationSequence{0x0020, 0x9116}, kTemporalPositionIndex{0x0020, 0x9128},
    kFrameAcquisitionNumber{0x0020, 0x9156}, kUnassignedSharedConvertedAttributesSequence{0x0020, 0x9170},
    kUnassignedPerFrameConvertedAttributesSequence{0x0020, 0x9171},
    kConcatenationFrameOffsetNumber{0x0020, 0x9228};
inline constexpr Tag kSamplesPerPixel{0x0028, 0x0002}, kPhotometricInterpretation{0x0028, 0x0004},
    kPlanarConfiguration{0x0028, 0x0006}, kNumberOfFrames{0x0028, 0x0008}, kRows{0x0028, 0x0010},
    kColumns{0x0028, 0x0011}, kPixelSpacing{0x0028, 0x0030}, kBitsAllocated{0x0028, 0x0100},
    kBitsStored{0x0028, 0x0101}, kHighBit{0x0028, 0x0102}, kPixelRepresentation{0x0028, 0x0103},
    kPixelPaddingValue{0x0028, 0x0120}, kPixelPaddingRangeLimit{0x0028, 0x0121},
    kWindowCenter{0x0028, 0x1050}, kWindowWidth{0x0028, 0x1051}, kRescaleIntercept{0x0028, 0x1052},
    kRescaleSlope{0x0028, 0x1053}, kRescaleType{0x0028, 0x1054}, kRedPaletteDescriptor{0x0028, 0x1101},
    kGreenPaletteDescriptor{0x0028, 0x1102}, kBluePaletteDescriptor{0x0028, 0x1103},
    kRedPaletteData{0x0028, 0x1201}, kGreenPaletteData{0x0028, 0x1202}, kBluePaletteData{0x0028, 0x1203},
    kLossyImageCompression{0x0028, 0x2110}, kLossyImageCompressionRatio{0x0028, 0x2112},
    kModalityLutSequence{0x0028, 0x3000}, kLutExplanation{0x0028, 0x3003},
    kPixelMeasuresSequence{0x0028, 0x9110}, kFrameVoiLutSequence{0x0028, 0x9132},
    kPixelValueTransformationSequence{0x0028, 0x9145};
inline constexpr Tag kImageComments{0x0020, 0x4000};
inline constexpr Tag kMeasurementUnitsCodeSequence{0x0040, 0x08ea},
    kRealWorldValueMappingSequence{0x0040, 0x9096}, kLutLabel{0x0040, 0x9210};
inline constexpr Tag kSharedFunctionalGroupsSequence{0x5200, 0x9229},
    kPerFrameFunctionalGroupsSequence{0x5200, 0x9230};
inline constexpr Tag kExtendedOffsetTable{0x7fe0, 0x0001}, kExtendedOffsetTableLengths{0x7fe0, 0x0002},
    kFloatPixelData{0x7fe0, 0x0008}, kDoubleFloatPixelData{0x7fe0, 0x0009}, kPixelData{0x7fe0, 0x0010};
inline constexpr Tag kItem{0xfffe, 0xe000}, kItemEnd{0xfffe, 0xe00d}, kSequenceEnd{0xfffe, 0xe0dd};
} // namespace tag

/// SOP classes and transfer syntaxes that are told apart (PS3.4, PS3.5).
namespace uid {
inline constexpr char kCtImageStorage[] = "1.2.840.10008.5.1.4.1.1.2";
inline constexpr char kEnhancedCtImageStorage[] = "1.2.840.10008.5.1.4.1.1.2.1";
inline constexpr char kLegacyConvertedEnhancedCtImageStorage[] = "1.2.840.10008.5.1.4.1.1.2.2";
inline constexpr char kSecondaryCapture[] = "1.2.840.10008.5.1.4.1.1.7";
inline constexpr char kMediaStorageDirectory[] = "1.2.840.10008.1.3.10";
inline constexpr char kGeBigEndianPixels[] = "1.2.840.113619.5.2"; // private to GE
inline constexpr char kDeflated[] = "1.2.840.10008.1.2.1.99";
} // namespace uid

} // namespace hemo::imaging
