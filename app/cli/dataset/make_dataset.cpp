#include "app/cli/dataset/make_dataset.h"

#include "app/cli/dataset/dataset_report.h"
#include "app/cli/dataset/look_strip.h"
#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "core/imaging/write/write_png.h"
#include "core/study/derive_uid.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

namespace hemo {
namespace {

namespace fs = std::filesystem;

constexpr int kLooks = 40; ///< scans that are there to be looked at

/// A study and what it is called.
struct NumberedStudy {
    Study study;
    ScanName name;
    std::size_t number = 0;
};

std::string numbered(const char* letter, std::size_t number) {
    char text[24];
    std::snprintf(text, sizeof text, "%s%05zu", letter, number);
    return text;
}

/// Patients are numbered in an order that follows from a hash of their own ids: the same in every run, and
/// nobody reads a name, a date or a place in it.
std::vector<NumberedStudy> numberStudies(std::vector<Study> studies, const std::string& source) {
    std::map<std::string, std::vector<Study>> patients;
    for (Study& study : studies)
        patients[deriveUid(study.patient, "order")].push_back(std::move(study));
    std::vector<NumberedStudy> all;
    std::size_t patient = 0;
    for (auto& [order, visits] : patients) {
        const std::string name = numbered("p", ++patient);
        for (std::size_t visit = 0; visit < visits.size(); ++visit)
            all.push_back(
                {std::move(visits[visit]), {source, name, numbered("v", visit + 1)}, all.size() + 1});
    }
    return all;
}

/// What must be the same for a run that was stopped to go on: the data and how they are called.
std::string settingsOf(const std::vector<NumberedStudy>& studies, const DatasetOptions& options) {
    std::string keys = options.layout + '\n' + options.source;
    for (const NumberedStudy& study : studies)
        keys = deriveUid(keys, study.study.key + '\n' + std::to_string(study.study.paths.size()));
    return std::to_string(studies.size()) + " studies, " + keys + "\n";
}

Result<void> agree(const fs::path& folder, const std::string& settings) {
    std::error_code error;
    fs::create_directories(folder / "studies", error);
    fs::create_directories(folder / "looks", error);
    if (std::ifstream in(folder / "settings.txt"); in) {
        std::ostringstream before;
        before << in.rdbuf();
        if (before.str() == settings) return {};
        return fail(ErrorCode::Unsupported, say("dataset.of_others"));
    }
    return writeTextFile(folder / "settings.txt", settings);
}

/// Trouble with the disk or a stop ends the run; all else leaves a study out.
bool endsRun(const Error& error) {
    return error.code == ErrorCode::WriteFailed || error.code == ErrorCode::Cancelled ||
           error.code == ErrorCode::OutOfMemory;
}

class StudyReader {
public:
    StudyReader(const Layout& layout, const fs::path& folder, const TaskContext& context)
        : m_layout(layout), m_folder(folder), m_context(context) {}

    Result<StudyRecord> read(const NumberedStudy& study) const {
        auto record = tryRead(study);
        if (record || endsRun(record.error())) return record;
        StudyRecord leftOut;
        leftOut.leftOut = english(record.error().message);
        return leftOut;
    }

private:
    /// The series that is best for reading among those of which something is known.
    Result<StudyRecord> tryRead(const NumberedStudy& study) const {
        const TaskContext quiet(m_context.token());
        const auto contents = imaging::scanPaths(study.study.paths, quiet);
        if (!contents) return tl::unexpected(contents.error());
        Error why{ErrorCode::NothingReadable, say("dataset.no_label"), {}};
        bool isAnyReadable = false;
        for (const SeriesInfo& series : contents->series) {
            if (series.use != SeriesUse::Volume) {
                if (!isAnyReadable) why.message = series.whyListed;
                continue;
            }
            if (!isAnyReadable) why.message = say("dataset.no_label");
            isAnyReadable = true;
            const auto labels = m_layout.labelsOf(study.study, series, quiet);
            if (!labels) return tl::unexpected(labels.error());
            if (labels->saysAnything()) return load(study, series, quiet);
        }
        return tl::unexpected(why);
    }

    /// Labels again: slices that could not be read are left out of the series.
    Result<StudyRecord> load(const NumberedStudy& study, const SeriesInfo& series,
                             const TaskContext& quiet) const {
        const auto loaded = imaging::loadSeries(series, quiet);
        if (!loaded) return tl::unexpected(loaded.error());
        const auto labels = m_layout.labelsOf(study.study, loaded->info, quiet);
        if (!labels) return tl::unexpected(labels.error());
        if (labels->slices.size() != static_cast<std::size_t>(loaded->volume->grid().slices()))
            return fail(ErrorCode::Damaged, say("dataset.other_slices"));
        auto written = writeScan(*loaded, *labels, study.name, m_folder, quiet);
        if (!written) return tl::unexpected(written.error());
        StudyRecord record;
        record.scan = std::move(*written);
        for (const LoadWarning& warning : loaded->info.warnings)
            record.warnings.emplace_back(warningName(warning.kind));
        if (study.number > kLooks) return record;
        const fs::path look = m_folder / "looks" / (study.name.patient + study.name.visit + ".png");
        if (auto drawn = imaging::writePng(lookStrip(*loaded->volume, *labels), look); !drawn)
            return tl::unexpected(drawn.error());
        return record;
    }

    const Layout& m_layout;
    const fs::path& m_folder;
    const TaskContext& m_context;
};

Result<void> writeManifest(const Dataset& dataset, const fs::path& file) {
    std::ofstream out(file, std::ios::binary);
    out << manifestColumns() << '\n';
    for (const StudyRecord& record : dataset.studies)
        for (const std::string& row : record.scan.rows)
            out << row << '\n';
    out.close();
    if (!out) return fail(ErrorCode::WriteFailed, say("dataset.not_written"));
    return {};
}

Result<void> readAll(const std::vector<NumberedStudy>& studies, const StudyReader& reader,
                     const fs::path& folder, const TaskContext& context, Dataset& dataset) {
    const auto started = std::chrono::steady_clock::now();
    for (const NumberedStudy& study : studies) {
        if (context.cancelled()) return cancelled();
        const fs::path file = folder / "studies" / (numbered("", study.number) + ".json");
        auto record = loadRecord(file);
        if (!record) {
            auto read = reader.read(study);
            if (!read) return tl::unexpected(read.error());
            if (auto written = writeRecord(*read, file); !written) return written;
            dataset.readNow += read->scan.slices;
            record = std::move(*read);
        }
        dataset.studies.push_back(std::move(*record));
        context.report(double(study.number) / double(studies.size()), say("dataset.reading"));
    }
    dataset.secondsSpent = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return {};
}

} // namespace

Result<Dataset> makeDataset(Layout& layout, const DatasetOptions& options, const TaskContext& context) {
    auto found = layout.studies(context);
    if (!found) return tl::unexpected(found.error());
    const auto studies = numberStudies(std::move(*found), options.source);
    if (auto agreed = agree(options.out, settingsOf(studies, options)); !agreed)
        return tl::unexpected(agreed.error());
    Dataset dataset;
    if (auto read =
            readAll(studies, StudyReader(layout, options.out, context), options.out, context, dataset);
        !read)
        return tl::unexpected(read.error());
    if (auto written = writeManifest(dataset, options.out / "manifest.csv"); !written)
        return tl::unexpected(written.error());
    if (auto written = writeTextFile(options.out / "report.md", datasetReport(dataset, options)); !written)
        return tl::unexpected(written.error());
    const bool isEmpty = std::all_of(dataset.studies.begin(), dataset.studies.end(),
                                     [](const StudyRecord& r) { return r.scan.rows.empty(); });
    if (isEmpty) return fail(ErrorCode::NothingReadable, say("dataset.nothing_used"));
    return dataset;
}

} // namespace hemo
