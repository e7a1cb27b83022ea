#include "app/options.h"

#include "app/given_paths.h"
#include "app/program_files.h"
#include "core/log.h"
#include "core/version.h"

#include <CLI/CLI.hpp>
#include <QFile>

#include <limits>
#include <unistd.h>

namespace hemo::ui {

Options parseOptions(int argc, char** argv) {
    Options options;
    const std::filesystem::path programs = programFolder();
    options.worker = programs / "hemoscope-worker";
    options.model = defaultModelFolder(programs);
    std::string size;
    CLI::App app{"Hemoscope: a viewer for head CT that reads along. Not a medical device."};
    app.set_version_flag("--version", versionLine("hemoscope"));
    app.add_option(
        "paths,--folder", options.paths,
        "Folders, files, DICOMDIRs or ZIP archives to open together: DICOM, NIfTI, NRRD or MetaImage");
    app.add_option(
        "--cases", options.cases,
        "A collection of teaching cases to learn from: a folder with cases.json, or a ZIP archive of it");
    app.add_flag("--classify", options.classify, "Wait for the second reader before a screenshot");
    app.add_flag("--compare", options.compare,
                 "Put the nearest earlier study of the same patient beside, where one is among the paths");
    app.add_option("--screenshot", options.screenshot, "Save a picture of the window here when all is shown");
    app.add_flag("--quit", options.quit, "Quit after the screenshot");
    app.add_option("--size", size, "Size of the window, such as 1920x1200");
    app.add_flag("--no-recent", options.noRecent,
                 "Show and keep no list of recently opened studies (for shared stations)");
    app.add_option("--model", options.model, "Another model folder");
    app.add_option("--worker", options.worker, "Another worker program");
    try {
        app.parse(argc, argv);
        options.isModelGiven = app.count("--model") > 0;
        options.isSizeGiven = !size.empty();
        if (options.isSizeGiven && std::sscanf(size.c_str(), "%dx%d", &options.width, &options.height) != 2)
            throw CLI::ValidationError("--size", "is written as 1920x1200");
    } catch (const CLI::ParseError& e) {
        options.exitCode = app.exit(e) == 0 ? 0 : 2;
    }
    for (std::filesystem::path& path : options.paths)
        path = tidyPath(path);
    return options;
}

std::vector<WindowPreset> windowPresets() {
    QFile file(":/presets/windows.json");
    if (file.open(QIODevice::ReadOnly))
        if (auto presets = parseWindowPresets(file.readAll().toStdString())) return std::move(*presets);
    log::error("the window presets cannot be read");
    return {{1, "Brain", {40, 80}}};
}

std::size_t halfOfMemory() {
    const long pages = ::sysconf(_SC_PHYS_PAGES), bytes = ::sysconf(_SC_PAGESIZE);
    if (pages <= 0 || bytes <= 0) return std::numeric_limits<std::size_t>::max();
    return static_cast<std::size_t>(pages) / 2 * static_cast<std::size_t>(bytes);
}

} // namespace hemo::ui
