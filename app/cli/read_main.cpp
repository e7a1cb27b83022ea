// hemoscope-read: the second reader's verdict with no window.

#include "app/cli/overlay_sheet.h"
#include "app/cli/read_report.h"
#include "app/program_files.h"
#include "core/geometry/slice_line.h"
#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "core/imaging/series/scan_header.h"
#include "core/imaging/write/write_png.h"
#include "core/log.h"
#include "core/study/simulated.h"
#include "core/version.h"
#include "core/words/lists.h"
#include "ml/reader/classifier.h"
#include "ml/reader/device/threads.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <optional>
#include <set>

namespace {

using namespace hemo;
namespace fs = std::filesystem;

enum Exit { Read = 0, Usage = 2, NothingReadable = 3, ModelOrWorker = 4 };

struct Options {
    std::vector<fs::path> paths;
    fs::path json, overlays, model;
    std::string device = "auto", explanation, operatingPoint;
};

class Stopwatch {
public:
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

int complain(const Error& error, Exit code) {
    if (!error.detail.empty()) log::debug(error.detail);
    std::cerr << error.message << "\n";
    return code;
}

/// A folder for one series: nothing of an earlier run is written over.
Result<void> writeOverlays(const Volume& volume, const Prediction& prediction, const SeriesInfo& series,
                           const fs::path& folder, int seriesIndex) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return fail(ErrorCode::WriteFailed, say("read.no_overlay_folder"), error.message());
    for (int k = 0; k < volume.grid().slices(); ++k) {
        char name[64];
        std::snprintf(name, sizeof name, "series%02d_slice%03d.png", seriesIndex + 1, k + 1);
        if (fs::exists(folder / name, error)) return fail(ErrorCode::WriteFailed, say("read.overlays_there"));
        const RgbaImage sheet = overlaySheet(volume, prediction, k, {}, sidesOf(series), isSimulated(series));
        if (auto written = imaging::writePng(sheet, folder / name); !written) return written;
    }
    return {};
}

void cannotRead(SeriesReport& report, const Error& error) {
    report.verdict.answer = Answer::CannotAssess;
    report.verdict.reason = error.message;
}

/// One series' answer, which stands also where its pictures could not be written.
struct ReadSeries {
    SeriesReport report;
    std::optional<Error> notWritten;
};

/// Loads and classifies one series. Fails only where the model does; a damaged series is a report.
Result<ReadSeries> readSeries(const SeriesInfo& series, int index, ml::Classifier& classifier,
                              const PatientRule& rule, const Options& options) {
    ReadSeries read;
    SeriesReport& report = read.report;
    report.info = series;
    const Stopwatch loading;
    auto loaded = imaging::loadSeries(series, TaskContext{});
    report.loadSeconds = loading.seconds();
    if (!loaded) {
        cannotRead(report, loaded.error());
        return read;
    }
    report.info = loaded->info;
    const Grid& grid = loaded->volume->grid();
    const SliceLine line(grid);
    for (int k = 0; k < grid.slices(); ++k)
        report.positionsMm.push_back(line.positionMm(k));
    const Stopwatch classifying;
    const ScanHeader header = imaging::scanHeaderOf(report.info);
    auto prediction =
        classifier.classify(*loaded->volume, header, TaskContext{}, {}, explanationFrom(options.explanation));
    report.classifySeconds = classifying.seconds();
    if (!prediction) return tl::unexpected(prediction.error());
    prediction = judgedBy(*prediction, rule);
    report.verdict = prediction->verdict;
    report.explanation = prediction->provenance.explanation;
    report.slices = prediction->slices;
    report.findings = findFindings(*loaded->volume, *prediction, header, TaskContext{}).value_or(Findings{});
    if (!options.overlays.empty())
        if (auto written = writeOverlays(*loaded->volume, *prediction, report.info, options.overlays, index);
            !written)
            read.notWritten = written.error();
    return read;
}

/// Another explanation than the one asked for would pass for it.
std::optional<Error> whyNotExplained(const ModelInfo& model, const std::string& asked) {
    const auto known = explanationsOf(model);
    const auto wanted = explanationFrom(asked);
    if (asked.empty() || (wanted && std::find(known.begin(), known.end(), *wanted) != known.end()))
        return std::nullopt;
    std::string names;
    for (const Explanation e : known)
        names += (names.empty() ? "" : ", ") + std::string(explanationId(e));
    return Error{ErrorCode::Model, say("read.no_such_explanation", names), {}};
}

/// The rule that was asked for, as a model whose own it is. Another than the one asked for would pass for it.
Result<ModelInfo> withRule(ModelInfo model, const std::string& asked) {
    if (asked.empty()) return model;
    std::string names;
    for (const OperatingPoint& point : model.operatingPoints) {
        if (point.name == asked) {
            model.rule = point.rule;
            return model;
        }
        names += (names.empty() ? "" : ", ") + point.name;
    }
    if (names.empty()) return fail(ErrorCode::Model, say("read.one_operating_point"));
    return fail(ErrorCode::Model, say("read.no_such_operating_point", names));
}

/// The folder that holds all of the paths: files are named from there.
fs::path commonFolder(const std::vector<fs::path>& paths) {
    std::optional<fs::path> common;
    for (const fs::path& path : paths) {
        std::error_code ignored;
        const fs::path whole = fs::absolute(path, ignored);
        const fs::path folder = fs::is_directory(whole, ignored) ? whole : whole.parent_path();
        if (!common) common = folder;
        const auto [end, other] = std::mismatch(common->begin(), common->end(), folder.begin(), folder.end());
        fs::path shared;
        for (auto part = common->begin(); part != end; ++part)
            shared /= *part;
        common = shared;
    }
    return common.value_or(fs::path());
}

Message answerWords(Answer answer) {
    switch (answer) {
    case Answer::Suspected:
        return say("answer.suspected");
    case Answer::NoneSeen:
        return say("answer.none_seen");
    case Answer::CannotAssess:
        return say("answer.cannot_assess");
    }
    return {};
}

Message inOneLine(std::size_t index, const SeriesReport& report) {
    const Verdict& verdict = report.verdict;
    const bool isRestUnsaid = verdict.answer == Answer::Suspected && !verdict.notExcluded.empty();
    const Message rest = isRestUnsaid ? say("verdict.rest_not_excluded", verdict.notExcluded) : Message();
    const Message sides = report.info.areDirectionsKnown ? Message() : say("read.sides_unknown");
    return say("read.series", index + 1, answerWords(verdict.answer),
               joined(joined(joined(verdict.reason, rest), verdict.caution), sides));
}

int run(const Options& options) {
    const auto contents = imaging::scanPaths(options.paths, TaskContext{});
    if (!contents) return complain(contents.error(), NothingReadable);
    std::vector<SeriesInfo> readable;
    std::set<std::string> reasons; // why the others are not read, each once
    for (const SeriesInfo& s : contents->series) {
        if (s.use == SeriesUse::Volume)
            readable.push_back(s);
        else
            reasons.insert(english(say("read.not_read", s.whyListed)));
    }
    for (const std::string& reason : reasons)
        std::cerr << reason << "\n";
    for (const LoadWarning& leftOut : contents->warnings)
        std::cerr << leftOut.text << "\n";
    if (readable.empty())
        return complain({ErrorCode::NothingReadable, say("read.no_stack"), {}}, NothingReadable);

    if (readable.size() > 1) std::cerr << say("read.look_at_first", contents->whyBest) << "\n";
    auto classifier =
        ml::Classifier::load(options.model, *ml::deviceChoiceNamed(options.device), ml::coresToReadOn());
    if (!classifier) return complain(classifier.error(), ModelOrWorker);
    if (const auto why = whyNotExplained((*classifier)->info(), options.explanation))
        return complain(*why, Usage);
    const auto model = withRule((*classifier)->info(), options.operatingPoint);
    if (!model) return complain(model.error(), Usage);

    std::vector<SeriesReport> reports;
    bool isAnyRead = false;
    std::optional<int> failed; // one series that cannot be read takes nothing from those that were
    for (std::size_t i = 0; i < readable.size(); ++i) {
        auto read = readSeries(readable[i], static_cast<int>(i), **classifier, model->rule, options);
        if (!read) {
            failed = complain(read.error(), ModelOrWorker);
            break;
        }
        const SeriesReport& report = reports.emplace_back(std::move(read->report));
        isAnyRead = isAnyRead || !report.slices.empty();
        std::cerr << inOneLine(i, report) << "\n";
        if (read->notWritten) {
            failed = complain(*read->notWritten, Usage);
            break;
        }
    }
    if (failed && reports.empty()) return *failed;
    const std::string json =
        reportJson(*model, {contents->bestSeriesId, contents->whyBest}, reports, commonFolder(options.paths));
    if (options.json.empty()) {
        std::cout << json;
    } else if (std::ofstream file(options.json, std::ios::binary); !(file << json) || !file.flush()) {
        return complain({ErrorCode::WriteFailed, say("read.json_not_written"), {}}, Usage);
    }
    return failed.value_or(isAnyRead ? Read : NothingReadable);
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    options.model = defaultModelFolder(programFolder());
    CLI::App app{"Reads head CT and says how sure the network is of a hemorrhage. Not a diagnosis."};
    app.set_version_flag("--version", versionLine("hemoscope-read"));
    app.add_option("paths", options.paths,
                   "Folders, files, DICOMDIRs or ZIP archives: DICOM, NIfTI, NRRD or MetaImage")
        ->required();
    app.add_option("--json", options.json, "Write the answer here instead of to the terminal");
    app.add_option("--overlays", options.overlays,
                   "Write a picture a slice here: image and heat map side by side");
    app.add_option("--model", options.model, "Another model folder");
    app.add_option("--explanation", options.explanation, "How heat maps are made, such as grad-cam-p3");
    app.add_option("--operating-point", options.operatingPoint,
                   "The rule for the patient, such as screening; the slices' probabilities stay as they are");
    app.add_option("--device", options.device, "auto, cpu or cuda")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        const int code = app.exit(e);
        return code == 0 ? 0 : Usage;
    }
    ml::restartForBetterBlas(argv);
    ml::useThreads(1); // a slice is read on one, several slices side by side
    return run(options);
}
