#include "app/case_collection.h"

#include "app/anonymous_copy.h"
#include "app/whole_file.h"
#include "app/whole_folder.h"
#include "core/classroom/cases_json.h"
#include "core/classroom/phantom_cases.h"
#include "core/imaging/parallel.h"
#include "core/imaging/write/write_series.h"
#include "core/study/simulated.h"
#include "viewer/widgets/path_text.h"

#include <QCryptographicHash>
#include <QFile>

namespace hemo::ui {

namespace fs = std::filesystem;

namespace {

constexpr auto kFile = "cases.json";

std::optional<QByteArray> bytesIn(const fs::path& path) {
    QFile file(pathText(path));
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    return file.readAll();
}

tl::unexpected<Error> notWritten() {
    return fail(ErrorCode::WriteFailed, say("lesson.not_written"));
}

Result<CaseCollection> casesIn(const fs::path& folder) {
    const auto text = bytesIn(folder / kFile);
    if (!text) return fail(ErrorCode::NotFound, say("lesson.no_file"));
    return parseCases(std::string_view(text->constData(), static_cast<std::size_t>(text->size())));
}

imaging::SeriesTags tagsOf(const TeachingCase& made, Drawn drawn) {
    imaging::SeriesTags tags = anonymousTags("Teaching case", "CASE", made.title);
    if (drawn == Drawn::Maybe) {
        tags.imageType = kSimulatedImageType;
        tags.derivation = "A bleed may have been drawn into the images.";
    }
    return tags;
}

Result<TeachingCase> writePhantomCase(std::size_t number, const fs::path& folder,
                                      const TaskContext& context) {
    MadeCase made = makePhantomCase(number);
    imaging::SeriesTags tags;
    tags.seriesDescription = "Head phantom, not a patient"; // which says nothing of the answer
    const auto written = imaging::writeSeries(*made.volume, tags, folder / made.about.series, context);
    if (!written) return tl::unexpected(written.error());
    return std::move(made.about);
}

Result<CaseCollection> writePhantomCases(const fs::path& folder, const TaskContext& context) {
    std::vector<Result<TeachingCase>> made(kPhantomCases);
    const TaskContext quietly(context.token()); // the heads are counted, not their slices
    const auto one = [&](std::size_t n) { made[n] = writePhantomCase(n, folder, quietly); };
    if (!imaging::forEachIndex(kPhantomCases, context, {say("stage.cases")}, one))
        return fail(ErrorCode::Cancelled, {});
    CaseCollection collection{phantomCasesTitle(), {}};
    for (Result<TeachingCase>& each : made) {
        if (!each) return tl::unexpected(each.error());
        collection.cases.push_back(std::move(*each));
    }
    return collection;
}

} // namespace

Result<OpenedCollection> openCollection(const fs::path& folder) {
    auto collection = casesIn(folder);
    if (!collection) return tl::unexpected(collection.error());
    std::vector<CaseFault> gone;
    for (const TeachingCase& each : collection->cases) {
        std::error_code error;
        const int number = static_cast<int>(&each - collection->cases.data()) + 1;
        if (!fs::exists(folder / each.series, error))
            gone.push_back({CaseFault::What::SeriesGone, number, {}});
    }
    if (!gone.empty()) return fail(ErrorCode::NotFound, textOf(gone));
    return OpenedCollection{std::move(*collection), folder};
}

Result<fs::path> phantomCollection(const fs::path& cache, const TaskContext& context) {
    return wholeFolder(cache / "phantom-cases", say("notice.no_phantom"),
                       [&](const fs::path& making) -> Result<void> {
                           const auto collection = writePhantomCases(making, context);
                           if (!collection) return tl::unexpected(collection.error());
                           if (!writeWhole(making / kFile, casesJson(*collection))) return notWritten();
                           return {};
                       });
}

Result<void> addCase(const fs::path& folder, TeachingCase made, const Volume& volume, Drawn drawn,
                     const TaskContext& context) {
    std::error_code error;
    CaseCollection collection{folder.filename().string(), {}};
    if (fs::exists(folder / kFile, error)) { // a collection that cannot be read is never written over
        auto known = casesIn(folder);
        if (!known) return tl::unexpected(known.error());
        collection = std::move(*known);
    }
    made.series = "case-" + freshName();
    std::vector<std::int16_t> voxels(volume.voxels().begin(), volume.voxels().end());
    // The UIDs of a copy are derived from its own: nothing leads back to the patient's.
    const Volume copy(volume.grid(), std::move(voxels), freshUid());
    const auto withdrawn = [&](Error why) -> Result<void> {
        fs::remove_all(folder / made.series, error); // which no case names
        return tl::unexpected(std::move(why));
    };
    const auto written = imaging::writeSeries(copy, tagsOf(made, drawn), folder / made.series, context);
    if (!written) return withdrawn(written.error());
    if (context.cancelled()) return withdrawn({ErrorCode::Cancelled, {}, {}});
    collection.cases.push_back(made);
    if (!writeWhole(folder / kFile, casesJson(collection))) return withdrawn(notWritten().value());
    return {};
}

ProgressFile::ProgressFile(const fs::path& home, const CaseCollection& collection) {
    const QByteArray text = QByteArray::fromStdString(casesJson(collection));
    constexpr int kDigits = 24;
    const QByteArray name = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(kDigits);
    m_file = home / (name.toStdString() + ".json");
}

Progress ProgressFile::read() const {
    const auto text = bytesIn(m_file);
    return text ? parseProgress(text->toStdString()) : Progress{};
}

bool ProgressFile::write(const Progress& progress) const {
    std::error_code error;
    fs::create_directories(m_file.parent_path(), error);
    return writeWhole(m_file, progressJson(progress));
}

} // namespace hemo::ui
