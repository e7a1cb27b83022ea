#pragma once

#include "core/classify/findings/findings.h"
#include "core/classify/verdict/model_info.h"
#include "core/reading/reading.h"

/// What happens to one reading. `job` of an answer is the number that the state gave the question.
namespace hemo::action {

// ---- its voxels
struct LoadProgress {
    ReadingId reading;
    int job;
    double fraction;
    Message stage;
};
struct SeriesPreview {
    ReadingId reading;
    int job;
    VolumePtr volume;
};
struct SeriesLoaded {
    ReadingId reading;
    int job;
    SeriesInfo info;
    VolumePtr volume;
    ScanHeader header = {};
    std::optional<std::uint64_t> fingerprint = std::nullopt;
};
struct LoadFailed {
    ReadingId reading;
    int job;
    Error error;
};
struct RegularReady {
    ReadingId reading;
    int job;
    VolumePtr regular;
};
struct ReformatFailed {
    ReadingId reading;
    int job;
    Error error;
};

// ---- what is known of the head in it
/// Null and none: it shows no head, or not enough of one.
struct MiddleFound {
    ReadingId reading;
    int job;
    std::shared_ptr<const HeadMiddle> middle;
    std::optional<CanthomeatalPlane> canthomeatal{};
};

// ---- its place upon another reading
struct HeadsRegistered {
    ReadingId reading;
    int job;
    RigidTransform fromOther;
    double likeness;
};
struct RegistrationFailed {
    ReadingId reading;
    int job;
    Error error;
};

// ---- the second reader
struct Classify {
    ReadingId reading;
};
/// Gives up what the second reader is doing with it.
struct StopReading {
    ReadingId reading;
};
struct ClassifierReady {
    ReadingId reading;
    int job;
    std::string modelId;
    std::string device;
    PatientRule rule; ///< the model's own
    std::vector<OperatingPoint> operatingPoints{};
    std::vector<Explanation> explanations{};
    std::vector<KnownMiss> knownMisses{};
};
struct SliceClassified {
    ReadingId reading;
    int job;
    SlicePrediction slice;
};
struct Classified {
    ReadingId reading;
    int job;
    PredictionPtr prediction;
};
struct ClassificationFailed {
    ReadingId reading;
    int job;
    Error error;
};
struct FindingsFound {
    ReadingId reading;
    int job;
    FindingsPtr findings;
};
struct FindingsFailed {
    ReadingId reading;
    int job;
    Error error;
};

} // namespace hemo::action
