#include "ml/training/data/picture_set.h"

#include "ml/training/data/label_tables.h"
#include "ml/training/data/load_manifest.h"
#include "ml/training/data/packed_pictures.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <map>

namespace hemo::ml {
namespace {

Result<std::vector<Patient>> readSource(const std::filesystem::path& folder, Source source, int size) {
    const auto listed = readLabels(folder, source);
    if (!listed) return tl::unexpected(listed.error());
    std::vector<Patient> patients;
    for (const ManifestPatient& one : *listed) {
        auto patient = loadListedPatient(one, size);
        if (!patient) return tl::unexpected(patient.error());
        patient->source = source;
        patients.push_back(std::move(*patient));
    }
    dealFolds(patients);
    return patients;
}

/// Whether there is such a set below the folder; RSNA's came last, and may not be there.
bool holds(const std::filesystem::path& folder, Source source) {
    return std::filesystem::exists(folder / sourceName(source) / "labels.csv");
}

} // namespace

std::string_view sourceName(Source source) {
    constexpr std::array<std::string_view, kSources.size()> kNames{"ct-ich", "phe-sich", "rsna"};
    return kNames[static_cast<std::size_t>(source)];
}

Source sourceNamed(std::string_view name) {
    const auto found = std::find_if(kSources.begin(), kSources.end(),
                                    [&](Source source) { return sourceName(source) == name; });
    return found == kSources.end() ? Source::CtIch : *found;
}

bool Patient::hasBleed() const {
    return scanBleeds == true ||
           std::any_of(pictures.begin(), pictures.end(), [](const Picture& p) { return p.hasBleed(); });
}

bool Patient::isBleedFree() const {
    return std::all_of(pictures.begin(), pictures.end(),
                       [](const Picture& p) { return p.known[0] > 0 && !p.hasBleed(); });
}

void dealFolds(std::vector<Patient>& patients, Dealt& dealt) {
    std::sort(patients.begin(), patients.end(),
              [](const Patient& a, const Patient& b) { return a.id < b.id; });
    std::map<std::string, std::vector<Patient*>> persons;
    for (Patient& p : patients)
        persons[p.person.empty() ? p.id : p.person].push_back(&p);
    for (const auto& [person, visits] : persons) {
        const bool bleeds =
            std::any_of(visits.begin(), visits.end(), [](const Patient* p) { return p->hasBleed(); });
        const int fold = dealt[bleeds ? 1 : 0]++ % kFolds;
        for (Patient* visit : visits)
            visit->fold = fold;
    }
}

std::vector<Source> sourcesIn(const std::filesystem::path& data) {
    std::vector<Source> sources;
    if (isOwnData(data)) return sources;
    const auto packed = isPacked(data) ? packedSources(data) : std::vector<Source>();
    for (const Source source : kSources)
        if (holds(data, source) || std::find(packed.begin(), packed.end(), source) != packed.end())
            sources.push_back(source);
    return sources;
}

bool isOwnData(const std::filesystem::path& data) {
    if (isPacked(data)) return isPackedOwnData(data);
    return std::filesystem::is_regular_file(data);
}

Result<std::vector<Patient>> loadPictureSets(const std::filesystem::path& folder, int size) {
    if (isPacked(folder)) return loadPacked(folder, size);
    if (std::filesystem::is_regular_file(folder)) return loadManifestPictures(folder, size);
    // Decoding takes the time; the sources are independent.
    std::vector<std::future<Result<std::vector<Patient>>>> sets;
    for (const Source source : kSources)
        if (source != Source::Rsna || holds(folder, source))
            sets.push_back(
                std::async(std::launch::async, readSource, folder / sourceName(source), source, size));
    std::vector<Patient> all;
    for (auto& set : sets) {
        auto patients = set.get();
        if (!patients) return patients;
        std::move(patients->begin(), patients->end(), std::back_inserter(all));
    }
    return all;
}

} // namespace hemo::ml
