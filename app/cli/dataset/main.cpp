// hemoscope-dataset: DICOM, NIfTI and tables become a training set for hemoscope-train.

#include "app/cli/dataset/layouts.h"
#include "app/cli/dataset/make_dataset.h"
#include "core/version.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>

namespace {

using namespace hemo;

enum Exit { Made = 0, Usage = 2, NothingReadable = 3, NotWritten = 4 };

int complain(const Error& error) {
    std::cerr << "\n" << error.message << "\n";
    const bool isWriting = error.code == ErrorCode::WriteFailed || error.code == ErrorCode::Unsupported;
    return isWriting ? NotWritten : NothingReadable;
}

/// It stands in a table.
std::string isNoCell(const std::string& name) {
    return name.find_first_of(",\"\n") == std::string::npos ? "" : "a name without comma and quotes";
}

void showProgress(double fraction, const Message& stage) {
    std::fprintf(stderr, "\r%s: %3.0f %%   ", english(stage).c_str(), 100 * fraction);
}

int run(const DatasetPlace& place, const DatasetOptions& options) {
    const auto layout = layoutNamed(options.layout, place);
    const auto made = makeDataset(*layout, options, TaskContext({}, showProgress));
    if (!made) return complain(made.error());
    std::size_t used = 0;
    for (const StudyRecord& record : made->studies)
        used += record.scan.rows.empty() ? 0 : 1;
    std::fprintf(stderr, "\n");
    std::printf("%zu of %zu studies are in the set: report.md says why the others are not.\n", used,
                made->studies.size());
    if (made->readNow > 0)
        std::printf("%d slices read, %.1f a second.\n", made->readNow,
                    made->readNow / std::max(made->secondsSpent, 1e-3));
    return Made;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{
        "Makes a training set of head CT: reads DICOM, NIfTI and tables of labels as the viewer reads scans, "
        "drops names, and writes pictures of 16 bits and a manifest for hemoscope-train. Goes on where it "
        "was stopped."};
    DatasetPlace place;
    DatasetOptions options;
    app.set_version_flag("--version", versionLine("hemoscope-dataset"));
    app.add_option("DIR", place.folder, "Folder of the data")->required()->check(CLI::ExistingDirectory);
    app.add_option(
           "--layout", options.layout,
           "How the data lie: rsna, ct-ich (PhysioNet), cq500, bhsd, or table: any files and a CSV with one "
           "column of sop_uid, series_uid, study_uid or path, any, and the subtypes that are known")
        ->required()
        ->check(CLI::IsMember(std::vector<std::string>(kLayoutNames.begin(), kLayoutNames.end())));
    app.add_option("--labels", place.table, "The CSV of labels; by default where the layout has it");
    app.add_option("--out", options.out, "Folder for the set")->required();
    app.add_option("--source", options.source, "What the set is called in reports; by default as its layout")
        ->check(isNoCell);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        const int code = app.exit(e);
        return code == 0 ? 0 : Usage;
    }
    if (options.source.empty()) options.source = options.layout;
    if (options.layout == "table" && place.table.empty()) {
        std::cerr << say("dataset.give_table") << "\n";
        return Usage;
    }
    return run(place, options);
}
