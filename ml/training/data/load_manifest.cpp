#include "ml/training/data/load_manifest.h"

#include "ml/training/data/load_picture.h"
#include "ml/training/data/stored_scan.h"
#include "ml/training/data/window_picture.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

namespace hemo::ml {
namespace {

void label(Picture& picture, const ManifestSlice& slice) {
    for (std::size_t f = 0; f < slice.labels.size(); ++f) {
        picture.labels[f] = slice.labels[f] == true ? 1.f : 0.f;
        picture.known[f] = slice.labels[f] ? 1.f : 0.f;
    }
    // What marks doubtful slices beside a bleed keeps slices without a label out of learning and measuring
    // too.
    picture.isNearPositive = slice.isNearPositive || !slice.labels[0];
    picture.windowDoubtHu = static_cast<float>(slice.windowDoubtHu);
}

Result<Picture> readSlice(const ManifestSlice& slice, int size) {
    auto plane = loadNamedPicture(slice.file, slice.row);
    if (!plane) return tl::unexpected(plane.error());
    Picture picture;
    picture.grey = windowPicture(std::move(*plane), {slice.lowHu, slice.highHu}, size);
    if (slice.mask.empty()) return picture;
    const auto mask = loadNamedPicture(slice.mask, slice.row);
    if (!mask) return tl::unexpected(mask.error());
    picture.mask = resizeMask(*mask, size);
    return picture;
}

/// Of slices as a scanner made them, or of such as are the network's picture already.
Result<std::vector<Picture>> readPictures(const ManifestPatient& listed, int size) {
    if (listed.slices.front().place) return loadStoredScan(listed, size);
    std::vector<Picture> pictures;
    for (const ManifestSlice& slice : listed.slices) {
        auto picture = readSlice(slice, size);
        if (!picture) return tl::unexpected(picture.error());
        pictures.push_back(std::move(*picture));
    }
    return pictures;
}

/// Single slices are dealt like RSNA's; a data set of scans in which everybody bleeds like PHE-SICH, any
/// other like CT-ICH: see Batches.
void finishDataSet(std::vector<Patient>& patients, Dealt& dealt) {
    const bool allBleed = std::all_of(patients.begin(), patients.end(), std::mem_fn(&Patient::hasBleed));
    for (Patient& p : patients)
        p.source = !p.isWholeScan ? Source::Rsna : allBleed ? Source::PheSich : Source::CtIch;
    dealFolds(patients, dealt);
}

/// Every fold needs somebody with and somebody without a bleed.
bool fillsTheFolds(const std::vector<Patient>& patients) {
    const auto bleeding = std::count_if(patients.begin(), patients.end(), std::mem_fn(&Patient::hasBleed));
    return bleeding >= kFolds && std::ssize(patients) - bleeding >= kFolds;
}

} // namespace

Result<Patient> loadListedPatient(const ManifestPatient& listed, int size) {
    Patient patient;
    patient.id = listed.id;
    patient.dataSet = listed.source;
    patient.isWholeScan = listed.isWholeScan;
    patient.person = listed.person;
    patient.scanBleeds = listed.bleeds;
    auto pictures = readPictures(listed, size);
    if (!pictures) return tl::unexpected(pictures.error());
    patient.pictures = std::move(*pictures);
    for (std::size_t s = 0; s < patient.pictures.size(); ++s)
        label(patient.pictures[s], listed.slices[s]);
    return patient;
}

Result<std::vector<Patient>> loadManifestPictures(const std::filesystem::path& manifest, int size) {
    const auto listed = loadManifest(manifest);
    if (!listed) return tl::unexpected(listed.error());
    std::map<std::string, std::vector<Patient>> dataSets;
    for (const ManifestPatient& one : *listed) {
        auto patient = loadListedPatient(one, size);
        if (!patient) return tl::unexpected(patient.error());
        dataSets[one.source].push_back(std::move(*patient));
    }
    std::vector<Patient> all;
    Dealt dealt{};
    for (auto& [name, patients] : dataSets) {
        finishDataSet(patients, dealt);
        std::move(patients.begin(), patients.end(), std::back_inserter(all));
    }
    if (!fillsTheFolds(all)) return fail(ErrorCode::Unsupported, say("data.manifest_small"));
    return all;
}

} // namespace hemo::ml
