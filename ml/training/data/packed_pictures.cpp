#include "ml/training/data/packed_pictures.h"

#include "ml/training/data/load_picture.h"
#include "ml/training/data/window_picture.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <span>

namespace hemo::ml {
namespace {

using nlohmann::json;

constexpr std::array kMagic{'H', 'E', 'M', 'O', 'P', 'A', 'C', 'K'};
constexpr std::size_t kPrologue = kMagic.size() + sizeof(std::uint64_t);

Error damaged(std::string detail) {
    return {ErrorCode::Damaged, say("data.packed_damaged"), std::move(detail)};
}

/// Pictures one after the other, and where each lies.
class Blobs {
public:
    json add(const std::vector<std::byte>& picture) {
        const auto first = m_bytes.size();
        m_bytes.insert(m_bytes.end(), picture.begin(), picture.end());
        return {first, picture.size()};
    }
    const std::vector<std::byte>& bytes() const { return m_bytes; }

private:
    std::vector<std::byte> m_bytes;
};

json labelsOf(const Picture& picture) {
    json labels = json::array();
    for (std::size_t f = 0; f < picture.labels.size(); ++f)
        labels.push_back(picture.known[f] > 0 ? json(picture.labels[f] > 0 ? 1 : 0) : json());
    return labels;
}

json describe(const Patient& patient, Blobs& blobs) {
    json slices = json::array();
    for (const Picture& picture : patient.pictures) {
        const int side = picture.side();
        json slice{{"labels", labelsOf(picture)},
                   {"near", picture.isNearPositive},
                   {"doubt_hu", picture.windowDoubtHu},
                   {"picture", blobs.add(encodeJpeg(picture.grey, side))}};
        // A mask's values mean something each, so nothing of it may be lost.
        if (!picture.mask.empty()) slice["mask"] = blobs.add(encodePng(picture.mask, side));
        slices.push_back(std::move(slice));
    }
    return {{"id", patient.id},
            {"source", sourceName(patient.source)},
            {"data_set", patient.dataSet},
            {"person", patient.person},
            {"whole_scan", patient.isWholeScan},
            {"scan_any", patient.scanBleeds ? json(*patient.scanBleeds) : json()},
            {"slices", std::move(slices)}};
}

/// A packed file as it was read: header and pictures.
struct Pack {
    json header;
    std::vector<std::byte> blobs;

    Result<Plane> picture(const json& place) const {
        const auto first = place.at(0).get<std::uint64_t>(), size = place.at(1).get<std::uint64_t>();
        if (first > blobs.size() || size > blobs.size() - first)
            return tl::unexpected(damaged("a picture lies outside the file"));
        return decodeGreyPicture(std::span(blobs).subspan(first, size));
    }
};

std::optional<std::uint64_t> headerLength(std::istream& in) {
    std::array<char, kMagic.size()> magic{};
    std::array<unsigned char, sizeof(std::uint64_t)> bytes{};
    in.read(magic.data(), magic.size());
    in.read(reinterpret_cast<char*>(bytes.data()), bytes.size());
    if (!in || magic != kMagic) return std::nullopt;
    std::uint64_t length = 0;
    for (std::size_t n = bytes.size(); n-- > 0;)
        length = length << 8 | bytes[n];
    return length;
}

Result<json> readHeader(std::istream& in, std::uintmax_t fileSize) {
    const auto length = headerLength(in);
    if (!length || *length > fileSize - kPrologue) return tl::unexpected(damaged("no header"));
    std::string text(*length, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    json header = json::parse(text, nullptr, false);
    if (!in || !header.is_object()) return tl::unexpected(damaged("the header is not whole"));
    return header;
}

/// Null where there is none that can be read.
json headerOf(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || size < kPrologue) return {};
    return readHeader(in, size).value_or(json());
}

Result<Pack> readPack(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || !in) return fail(ErrorCode::NotFound, say("data.packed_missing"), file.filename().string());
    auto header = readHeader(in, size);
    if (!header) return tl::unexpected(header.error());
    Pack pack{std::move(*header), {}};
    pack.blobs.resize(size - static_cast<std::uintmax_t>(in.tellg()));
    in.read(reinterpret_cast<char*>(pack.blobs.data()), static_cast<std::streamsize>(pack.blobs.size()));
    if (!in) return tl::unexpected(damaged("the file ends too early"));
    return pack;
}

Result<Picture> readSlice(const Pack& pack, const json& slice, int size) {
    Picture picture;
    const json& labels = slice.at("labels");
    for (std::size_t f = 0; f < picture.labels.size(); ++f) {
        picture.known[f] = labels.at(f).is_null() ? 0.f : 1.f;
        picture.labels[f] = labels.at(f).is_null() ? 0.f : labels.at(f).get<float>();
    }
    picture.isNearPositive = slice.at("near").get<bool>();
    picture.windowDoubtHu = slice.value("doubt_hu", 0.f);
    auto grey = pack.picture(slice.at("picture"));
    if (!grey) return tl::unexpected(grey.error());
    picture.grey = windowPicture(std::move(*grey), kPictureHu, size);
    if (!slice.contains("mask")) return picture;
    auto mask = pack.picture(slice.at("mask"));
    if (!mask) return tl::unexpected(mask.error());
    picture.mask = resizeMask(std::move(*mask), size);
    return picture;
}

Result<Patient> readPatient(const Pack& pack, const json& listed, int size) {
    Patient patient;
    patient.id = listed.at("id").get<std::string>();
    patient.dataSet = listed.at("data_set").get<std::string>();
    patient.source = sourceNamed(listed.at("source").get<std::string>());
    patient.person = listed.value("person", "");
    patient.isWholeScan = listed.value("whole_scan", true);
    if (const json bleeds = listed.value("scan_any", json()); bleeds.is_boolean())
        patient.scanBleeds = bleeds.get<bool>();
    for (const json& slice : listed.at("slices")) {
        auto picture = readSlice(pack, slice, size);
        if (!picture) return tl::unexpected(picture.error());
        patient.pictures.push_back(std::move(*picture));
    }
    return patient;
}

} // namespace

bool isPacked(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::filesystem::is_regular_file(file) && headerLength(in).has_value();
}

bool isPackedOwnData(const std::filesystem::path& file) {
    const json header = headerOf(file);
    return !header.is_object() || header.value("own_data", true);
}

std::vector<Source> packedSources(const std::filesystem::path& file) {
    std::set<Source> sources;
    const json header = headerOf(file);
    if (header.is_object())
        for (const json& patient : header.value("patients", json::array()))
            sources.insert(sourceNamed(patient.value("source", "")));
    return {sources.begin(), sources.end()};
}

Result<void> writePacked(const std::vector<Patient>& patients, bool isOwnData,
                         const std::filesystem::path& file) {
    Blobs blobs;
    json listed = json::array();
    for (const Patient& patient : patients)
        listed.push_back(describe(patient, blobs));
    const std::string header = json{{"own_data", isOwnData}, {"patients", std::move(listed)}}.dump();
    std::ofstream out(file, std::ios::binary);
    out.write(kMagic.data(), kMagic.size());
    for (std::size_t n = 0; n < sizeof(std::uint64_t); ++n)
        out.put(static_cast<char>(header.size() >> (8 * n) & 0xff));
    out << header;
    out.write(reinterpret_cast<const char*>(blobs.bytes().data()),
              static_cast<std::streamsize>(blobs.bytes().size()));
    out.close();
    if (!out) return fail(ErrorCode::WriteFailed, say("data.packed_not_written"), file.filename().string());
    return {};
}

Result<std::vector<Patient>> loadPacked(const std::filesystem::path& file, int size) {
    const auto pack = readPack(file);
    if (!pack) return tl::unexpected(pack.error());
    std::map<std::string, std::vector<Patient>> dataSets;
    try {
        for (const json& listed : pack->header.at("patients")) {
            auto patient = readPatient(*pack, listed, size);
            if (!patient) return tl::unexpected(patient.error());
            dataSets[patient->dataSetName()].push_back(std::move(*patient));
        }
    } catch (const json::exception& e) {
        return tl::unexpected(damaged(e.what()));
    }
    std::vector<Patient> all;
    Dealt dealt{};
    const bool isOwn = pack->header.value("own_data", true);
    for (auto& [name, patients] : dataSets) {
        if (!isOwn) dealt = {}; // as each was dealt where it was packed from
        dealFolds(patients, dealt);
        std::move(patients.begin(), patients.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace hemo::ml
