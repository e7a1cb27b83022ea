#include "core/classify/wire/worker_messages.h"

#include "core/words/message_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace hemo {
namespace {

using nlohmann::json;

tl::unexpected<Error> notUnderstood(const char* detail) {
    return fail(ErrorCode::Worker, say("worker.not_understood"), detail);
}

json toJson(Vec3 v) {
    return json::array({v.x, v.y, v.z});
}
json toJson(PatientPoint p) {
    return json::array({p.x, p.y, p.z});
}
Vec3 vecFrom(const json& j) {
    return {j.at(0), j.at(1), j.at(2)};
}
PatientPoint pointFrom(const json& j) {
    return {j.at(0), j.at(1), j.at(2)};
}

json toJson(const Grid& grid) {
    json positions = json::array();
    for (const PatientPoint& p : grid.slicePositions())
        positions.push_back(toJson(p));
    return {{"columns", grid.columns()},
            {"rows", grid.rows()},
            {"row_direction", toJson(grid.rowDirection())},
            {"column_direction", toJson(grid.columnDirection())},
            {"column_spacing_mm", grid.columnSpacingMm()},
            {"row_spacing_mm", grid.rowSpacingMm()},
            {"positions", std::move(positions)}};
}

Grid gridFrom(const json& j) {
    std::vector<PatientPoint> positions;
    for (const json& p : j.at("positions"))
        positions.push_back(pointFrom(p));
    return Grid(j.at("columns"), j.at("rows"), vecFrom(j.at("row_direction")),
                vecFrom(j.at("column_direction")), j.at("column_spacing_mm"), j.at("row_spacing_mm"),
                std::move(positions));
}

json toJson(const PatientRule& rule) {
    return {{"k", rule.k}, {"threshold", rule.threshold}};
}

json toJson(const ScanHeader& header) {
    json j = {{"contrast", static_cast<int>(header.contrast)},
              {"lengths_known", header.areLengthsKnown},
              {"lossy", header.isLossy},
              {"kernel_sharp", header.isKernelSharp},
              {"special", header.isSpecial}};
    if (header.kvp) j["kvp"] = *header.kvp;
    if (header.ageYears) j["age_years"] = *header.ageYears;
    return j;
}

ScanHeader headerFrom(const json& j) {
    ScanHeader header;
    header.contrast = static_cast<ScanHeader::Contrast>(
        std::clamp(j.at("contrast").get<int>(), 0, static_cast<int>(ScanHeader::Contrast::Named)));
    header.areLengthsKnown = j.at("lengths_known");
    header.isLossy = j.at("lossy");
    header.isKernelSharp = j.at("kernel_sharp");
    header.isSpecial = j.at("special");
    if (j.contains("kvp")) header.kvp = j.at("kvp").get<double>();
    if (j.contains("age_years")) header.ageYears = j.at("age_years").get<double>();
    return header;
}

std::string textWith(json body, std::size_t rawBytes) {
    body["bytes"] = rawBytes;
    return body.dump();
}

WireMessage pack(json body, const void* data, std::size_t size) {
    WireMessage message;
    message.bytes.resize(size);
    if (size > 0) std::memcpy(message.bytes.data(), data, size);
    message.json = textWith(std::move(body), size);
    return message;
}

/// The length of the JSON and the JSON.
std::vector<std::byte> headOf(const std::string& text) {
    const auto length = static_cast<std::uint32_t>(text.size());
    std::vector<std::byte> out(4 + text.size());
    for (int b = 0; b < 4; ++b)
        out[b] = static_cast<std::byte>(length >> (8 * b));
    std::memcpy(out.data() + 4, text.data(), text.size());
    return out;
}

std::string idOf(std::optional<Explanation> explanation) {
    return explanation ? std::string(explanationId(*explanation)) : std::string();
}

json bodyOf(const ClassifyRequest& request) {
    return {{"kind", "classify"},
            {"job", request.job},
            {"model_folder", request.modelFolder},
            {"device", request.device},
            {"series", request.volume->seriesInstanceUid()},
            {"grid", toJson(request.volume->grid())},
            {"header", toJson(request.header)},
            {"explanation", idOf(request.explanation)}};
}

template <class T> Result<std::vector<T>> unpack(const WireMessage& message, std::size_t count) {
    if (message.bytes.size() != count * sizeof(T)) return notUnderstood("size of raw bytes");
    std::vector<T> values(count);
    if (count > 0) std::memcpy(values.data(), message.bytes.data(), message.bytes.size());
    return values;
}

WireMessage write(const WorkerReady& a) {
    return pack({{"kind", "ready"}, {"model", a.modelId}, {"sha256", a.weightsSha256}, {"device", a.device}},
                nullptr, 0);
}
WireMessage write(const SliceDone& a) {
    return pack({{"kind", "slice"},
                 {"job", a.job},
                 {"slice", a.slice.slice},
                 {"p", a.slice.p},
                 {"names_subtypes", a.slice.namesSubtypes},
                 {"share", a.slice.share},
                 {"heat_columns", a.heatColumns},
                 {"heat_rows", a.heatRows}},
                a.heat.data(), a.heat.size() * sizeof(float));
}
WireMessage write(const ClassifyDone& a) {
    json body = {{"kind", "done"},
                 {"job", a.job},
                 {"answer", static_cast<int>(a.verdict.answer)},
                 {"score", a.verdict.score},
                 {"over", a.verdict.slicesOverThreshold},
                 {"judges_slices", a.verdict.judgesSlices},
                 {"model", a.provenance.modelId},
                 {"sha256", a.provenance.weightsSha256},
                 {"rule", toJson(a.provenance.rule)},
                 {"device", a.provenance.device},
                 {"seconds", a.provenance.seconds},
                 {"series", a.provenance.seriesInstanceUid},
                 {"explanation", idOf(a.provenance.explanation)}};
    putMessage(body, "reason", a.verdict.reason);
    putMessage(body, "not_excluded", a.verdict.notExcluded);
    putMessage(body, "caution", a.verdict.caution);
    return pack(std::move(body), nullptr, 0);
}
WireMessage write(const ClassifyFailed& a) {
    json body = {{"kind", "failed"},
                 {"job", a.job},
                 {"code", static_cast<int>(a.error.code)},
                 {"detail", a.error.detail}};
    putMessage(body, "message", a.error.message);
    return pack(std::move(body), nullptr, 0);
}

Result<WorkerAnswer> readSlice(const json& j, const WireMessage& message) {
    SliceDone a;
    a.job = j.at("job");
    a.slice = {j.at("slice"), j.at("p"), j.value("names_subtypes", true), j.at("share")};
    a.heatColumns = j.at("heat_columns");
    a.heatRows = j.at("heat_rows");
    constexpr int kMost = 4096;
    if (a.heatColumns < 0 || a.heatRows < 0 || a.heatColumns > kMost || a.heatRows > kMost)
        return notUnderstood("size of a heat map");
    auto heat = unpack<float>(message, std::size_t(a.heatColumns) * a.heatRows);
    if (!heat) return tl::unexpected(heat.error());
    a.heat = std::move(*heat);
    return a;
}

Result<WorkerAnswer> readDone(const json& j) {
    const auto explanation = explanationFrom(j.at("explanation").get<std::string>());
    if (!explanation) return notUnderstood("unknown explanation");
    const auto reason = takeMessage(j, "reason"), notExcluded = takeMessage(j, "not_excluded"),
               caution = takeMessage(j, "caution");
    if (!reason || !notExcluded || !caution) return notUnderstood("unknown reason or caution");
    ClassifyDone a;
    a.job = j.at("job");
    a.verdict = {static_cast<Answer>(j.at("answer").get<int>()),
                 j.at("score"),
                 j.at("over"),
                 *reason,
                 *notExcluded,
                 *caution,
                 j.at("judges_slices")};
    a.provenance = {j.at("model"),  j.at("sha256"),  {j.at("rule").at("k"), j.at("rule").at("threshold")},
                    j.at("device"), j.at("seconds"), j.at("series"),
                    *explanation};
    return a;
}

Result<WorkerAnswer> readFailed(const json& j) {
    const auto message = takeMessage(j, "message");
    if (!message) return notUnderstood("unknown error");
    return ClassifyFailed{j.at("job"),
                          {static_cast<ErrorCode>(j.at("code").get<int>()), *message, j.at("detail")}};
}

} // namespace

std::vector<std::byte> encodeWire(const WireMessage& message) {
    std::vector<std::byte> out = headOf(message.json);
    out.insert(out.end(), message.bytes.begin(), message.bytes.end());
    return out;
}

void WireReader::feed(std::span<const std::byte> data) {
    if (m_rawLeft) { // straight to where they belong
        const auto raw = data.first(std::min(data.size(), *m_rawLeft));
        m_message.bytes.insert(m_message.bytes.end(), raw.begin(), raw.end());
        *m_rawLeft -= raw.size();
        data = data.subspan(raw.size());
    }
    if (m_consumed > 0) {
        m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(m_consumed));
        m_consumed = 0;
    }
    m_buffer.insert(m_buffer.end(), data.begin(), data.end());
}

/// True once the head of a message has come; its raw bytes that came with it are taken along.
Result<bool> WireReader::readHead() {
    const std::span<const std::byte> rest = std::span(m_buffer).subspan(m_consumed);
    if (rest.size() < 4) return false;
    std::uint32_t length = 0;
    for (int b = 0; b < 4; ++b)
        length |= std::to_integer<std::uint32_t>(rest[b]) << (8 * b);
    if (length > kMaxJsonBytes) return notUnderstood("length of a message");
    if (rest.size() < 4 + std::size_t(length)) return false;
    m_message.json.assign(reinterpret_cast<const char*>(rest.data()) + 4, length);
    const json body = json::parse(m_message.json, nullptr, false);
    if (!body.is_object()) return notUnderstood("not a JSON object");
    const auto field = body.find("bytes");
    const bool hasSize = field != body.end() && field->is_number_unsigned();
    const std::uint64_t raw = hasSize ? field->get<std::uint64_t>() : 0;
    if (raw > kMaxRawBytes) return notUnderstood("length of raw bytes");
    const auto come = rest.subspan(4 + length).first(std::min<std::size_t>(raw, rest.size() - 4 - length));
    m_message.bytes.clear();
    m_message.bytes.reserve(raw);
    m_message.bytes.assign(come.begin(), come.end());
    m_consumed += 4 + length + come.size();
    m_rawLeft = raw - come.size();
    return true;
}

Result<std::optional<WireMessage>> WireReader::next() {
    if (!m_rawLeft) {
        try {
            const Result<bool> hasHead = readHead();
            if (!hasHead) return tl::unexpected(hasHead.error());
            if (!*hasHead) return std::nullopt;
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::OutOfMemory, say("memory.images"));
        }
    }
    if (*m_rawLeft > 0) return std::nullopt;
    m_rawLeft.reset();
    return std::exchange(m_message, {});
}

WireMessage toWire(const ClassifyRequest& request) {
    const auto voxels = request.volume->voxels();
    return pack(bodyOf(request), voxels.data(), voxels.size_bytes());
}

std::vector<std::byte> encodeHead(const ClassifyRequest& request) {
    return headOf(textWith(bodyOf(request), request.volume->voxels().size_bytes()));
}

WireMessage toWire(const WindowTouched& touched) {
    return pack({{"kind", "touched"}, {"touched", touched.isTouched}}, nullptr, 0);
}

std::optional<WindowTouched> touchedFromWire(const WireMessage& message) {
    const json j = json::parse(message.json, nullptr, false);
    if (!j.is_object() || j.value("kind", json()) != "touched") return std::nullopt;
    return WindowTouched{j.value("touched", json()) == true};
}

WireMessage toWire(const WorkerAnswer& answer) {
    return std::visit([](const auto& a) { return write(a); }, answer);
}

Result<ClassifyRequest> requestFromWire(WireMessage message) {
    try {
        const json j = json::parse(message.json);
        if (j.at("kind") != "classify") return notUnderstood("unknown request");
        const Grid grid = gridFrom(j.at("grid"));
        if (grid.columns() < 1 || grid.rows() < 1 || grid.slices() < 1) return notUnderstood("empty volume");
        if (message.bytes.size() != grid.voxelCount() * sizeof(std::int16_t))
            return notUnderstood("size of raw bytes");
        const std::string id = j.at("explanation");
        const auto explanation = explanationFrom(id);
        if (!explanation && !id.empty()) return notUnderstood("unknown explanation");
        const auto kept = std::make_shared<const std::vector<std::byte>>(std::move(message.bytes));
        std::shared_ptr<const std::int16_t[]> voxels(kept,
                                                     reinterpret_cast<const std::int16_t*>(kept->data()));
        return ClassifyRequest{j.at("job"),
                               j.at("model_folder"),
                               j.at("device"),
                               std::make_shared<const Volume>(grid, std::move(voxels), j.at("series")),
                               headerFrom(j.at("header")),
                               explanation};
    } catch (const json::exception& e) {
        return notUnderstood(e.what());
    }
}

Result<WorkerAnswer> answerFromWire(const WireMessage& message) {
    try {
        const json j = json::parse(message.json);
        const std::string kind = j.at("kind");
        if (kind == "ready") return WorkerReady{j.at("model"), j.at("sha256"), j.at("device")};
        if (kind == "slice") return readSlice(j, message);
        if (kind == "done") return readDone(j);
        if (kind == "failed") return readFailed(j);
        return notUnderstood("unknown answer");
    } catch (const json::exception& e) {
        return notUnderstood(e.what());
    }
}

Prediction assemblePrediction(const Grid& volumeGrid, std::vector<SliceDone> slices,
                              const ClassifyDone& done) {
    std::sort(slices.begin(), slices.end(),
              [](const SliceDone& a, const SliceDone& b) { return a.slice.slice < b.slice.slice; });
    Prediction prediction;
    prediction.verdict = done.verdict;
    prediction.provenance = done.provenance;
    if (!slices.empty() && slices.front().heatColumns > 0)
        prediction.heat.grid = coarseGrid(volumeGrid, slices.front().heatColumns, slices.front().heatRows);
    for (const SliceDone& s : slices) {
        prediction.slices.push_back(s.slice);
        prediction.heat.values.insert(prediction.heat.values.end(), s.heat.begin(), s.heat.end());
    }
    return prediction;
}

} // namespace hemo
