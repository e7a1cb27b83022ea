#pragma once

#include "core/classify/verdict/assess.h"
#include "core/classify/verdict/prediction.h"
#include "core/image/volume.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace hemo {

/// The language of viewer and worker process. On the wire a message is
///   4 bytes little-endian: length of the JSON | the JSON | raw bytes, as many as its field "bytes" says.
/// Both ends run on one machine, so raw numbers are in its own byte order.
struct WireMessage {
    std::string json;
    std::vector<std::byte> bytes;
    bool operator==(const WireMessage&) const = default;
};

std::vector<std::byte> encodeWire(const WireMessage& message);

/// Cuts a byte stream into messages. Feed what arrives; take messages until there is none. Raw bytes are kept
/// once: a volume of hundreds of megabytes takes no more than its size.
/// A length over the limits is an error, after which the stream is of no use.
class WireReader {
public:
    static constexpr std::uint32_t kMaxJsonBytes = 16u << 20;
    static constexpr std::uint64_t kMaxRawBytes = 4ull << 30;

    void feed(std::span<const std::byte> data);
    /// Fails: Worker, on a malformed stream.
    Result<std::optional<WireMessage>> next();

private:
    Result<bool> readHead();

    std::vector<std::byte> m_buffer;      ///< what arrived and is no raw byte of m_message
    std::size_t m_consumed = 0;           ///< of m_buffer
    WireMessage m_message;                ///< its JSON has come
    std::optional<std::size_t> m_rawLeft; ///< of m_message, which is under way; none between messages
};

// ---- viewer to worker
struct ClassifyRequest {
    int job = 0;
    std::string modelFolder; ///< a path; it is the program's own, never the patient's
    std::string device;      ///< "auto", "cpu" or "cuda"
    VolumePtr volume;
    ScanHeader header{};                      ///< of the series that the volume was loaded from
    std::optional<Explanation> explanation{}; ///< none: the model's own
};

/// Somebody uses the window now, or no longer does: meanwhile a core is left to it. Answered by nothing.
struct WindowTouched {
    bool isTouched = false;
    bool operator==(const WindowTouched&) const = default;
};

// ---- worker to viewer
struct WorkerReady {
    std::string modelId, weightsSha256, device;
    bool operator==(const WorkerReady&) const = default;
};
/// One slice is done. `heat` is its coarse map, `heatColumns` x `heatRows`.
struct SliceDone {
    int job = 0;
    SlicePrediction slice;
    int heatColumns = 0, heatRows = 0;
    std::vector<float> heat;
    bool operator==(const SliceDone&) const = default;
};
struct ClassifyDone {
    int job = 0;
    Verdict verdict;
    Provenance provenance;
    bool operator==(const ClassifyDone&) const = default;
};
struct ClassifyFailed {
    int job = 0;
    Error error;
    bool operator==(const ClassifyFailed&) const = default;
};
using WorkerAnswer = std::variant<WorkerReady, SliceDone, ClassifyDone, ClassifyFailed>;

WireMessage toWire(const ClassifyRequest& request);
/// The same message up to its raw bytes, which are those of the volume's voxels: what is large is sent from
/// where it lies.
std::vector<std::byte> encodeHead(const ClassifyRequest& request);
WireMessage toWire(const WindowTouched& touched);
WireMessage toWire(const WorkerAnswer& answer);
/// None: it is another message.
std::optional<WindowTouched> touchedFromWire(const WireMessage& message);
/// Both fail with Worker where fields are missing, sizes disagree, or the kind is unknown.
/// The volume takes over the message's bytes.
Result<ClassifyRequest> requestFromWire(WireMessage message);
Result<WorkerAnswer> answerFromWire(const WireMessage& message);

/// Puts the streamed pieces together. `slices` and their maps must be complete, one a slice of the volume.
Prediction assemblePrediction(const Grid& volumeGrid, std::vector<SliceDone> slices,
                              const ClassifyDone& done);

} // namespace hemo
