// hemoscope-phantom: a head phantom as a DICOM series.

#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"
#include "core/study/derive_uid.h"
#include "core/version.h"

#include <CLI/CLI.hpp>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace hemo;
namespace fs = std::filesystem;

enum Exit { Written = 0, Usage = 2, NotWritten = 4 };

struct Options {
    fs::path folder;
    PhantomSpec spec;
    std::string bleedKind;
    BleedSpec bleed;
    int gapAfter = 0, gapSlices = 2;
    bool isThin = false;
    imaging::SeriesTags tags;
    std::vector<double> shiftMm{0, 0, 0};
};

const std::map<std::string, Side> kSides{{"left", Side::Left}, {"right", Side::Right}};

void declare(CLI::App& app, Options& o) {
    app.add_option("DIR", o.folder,
                   "Folder for the series; made where missing, nothing in it is written over")
        ->required();
    app.add_option("--slices", o.spec.slices, "Number of slices")->check(CLI::Range(1, 1000));
    app.add_option("--spacing", o.spec.sliceSpacingMm, "Distance between slices, mm")
        ->check(CLI::Range(0.2, 50.0));
    app.add_option("--matrix", o.spec.columns, "Columns and rows")->check(CLI::Range(32, 1024));
    app.add_option("--pixel", o.spec.pixelSpacingMm, "Pixel spacing, mm; by default 230 mm are seen")
        ->check(CLI::Range(0.1, 10.0));
    app.add_option("--tilt", o.spec.tiltDegrees, "Gantry tilt, degrees")->check(CLI::Range(-30.0, 30.0));
    app.add_option("--bleed", o.bleedKind, "Kind of bleed")
        ->check(
            CLI::IsMember({"epidural", "intraparenchymal", "intraventricular", "subarachnoid", "subdural"}));
    app.add_option("--side", o.bleed.side, "Side of the bleed")
        ->transform(CLI::CheckedTransformer(kSides, CLI::ignore_case));
    app.add_option("--volume", o.bleed.volumeMl, "Volume of the bleed, mL")->check(CLI::Range(0.1, 300.0));
    app.add_option("--hu", o.bleed.hu, "Density of the bleed, HU")->check(CLI::Range(30.0, 100.0));
    app.add_option("--gap", o.gapAfter, "Leave out slices after the K-th, counted from the feet")
        ->check(CLI::Range(1, 999));
    app.add_option("--gap-slices", o.gapSlices, "How many slices the gap leaves out")
        ->check(CLI::Range(1, 50));
    app.add_option("--noise", o.spec.noiseHu, "Standard deviation of the noise, HU")
        ->check(CLI::Range(0.0, 200.0));
    app.add_option("--seed", o.spec.seed, "Another number, another head");
    app.add_option("--date", o.tags.studyDate, "Date of the study, YYYYMMDD");
    app.add_option("--time", o.tags.studyTime, "Time of the study, HHMMSS");
    app.add_option("--patient-id", o.tags.patientId, "Patient ID, also the name");
    app.add_option("--frame", o.tags.frameOfReferenceUid,
                   "Frame of reference UID, the same for scans that lie in one space; by default its own");
    app.add_option("--shift", o.shiftMm, "Where the head lies, mm to the left, behind and above")
        ->expected(3);
    app.add_flag("--thin", o.isThin, "Thin slices: 1 mm, as many as cover the head");
}

/// What follows from the options as given. `app` knows which were.
void complete(Options& o, const CLI::App& app) {
    PhantomSpec& spec = o.spec;
    spec.rows = spec.columns;
    if (app.count("--pixel") == 0) spec.pixelSpacingMm = 230.4 / spec.columns;
    if (o.isThin) {
        if (app.count("--spacing") == 0) spec.sliceSpacingMm = 1;
        if (app.count("--slices") == 0) spec.slices = 145;
    }
    if (o.gapAfter > 0)
        for (int k = 0; k < o.gapSlices; ++k)
            spec.missingSlices.push_back(o.gapAfter + k);
    for (const BleedType type : kBleedTypes)
        if (type != BleedType::Any && bleedTypeName(type) == o.bleedKind) {
            o.bleed.kind = type;
            spec.bleed = o.bleed;
        }
    // A series of its own for every phantom, and the same for the same one: never two in one series.
    const std::string role =
        std::to_string(spec.columns) + ' ' + std::to_string(spec.slices) + ' ' +
        std::to_string(spec.pixelSpacingMm) + ' ' + std::to_string(spec.sliceSpacingMm) + ' ' +
        std::to_string(spec.tiltDegrees) + ' ' + std::to_string(o.gapAfter * 100 + o.gapSlices) + ' ' +
        std::to_string(spec.noiseHu) + ' ' + o.bleedKind + ' ' + std::to_string(int(o.bleed.side)) + ' ' +
        std::to_string(o.bleed.volumeMl) + ' ' + std::to_string(o.bleed.hu) + o.tags.studyDate +
        o.tags.studyTime + o.tags.patientId + o.tags.frameOfReferenceUid + ' ' +
        std::to_string(o.shiftMm[0]) + ' ' + std::to_string(o.shiftMm[1]) + ' ' +
        std::to_string(o.shiftMm[2]) + ' ' + std::to_string(spec.seed);
    spec.seriesInstanceUid = deriveUid(spec.seriesInstanceUid, role);
}

std::string spacingText(double mm) {
    char text[32];
    std::snprintf(text, sizeof text, "%g mm", mm);
    return text;
}

std::string axisText(double mm, char positive, char negative) {
    char text[32];
    std::snprintf(text, sizeof text, "%c %.1f", mm < 0 ? negative : positive, std::abs(mm));
    return text;
}

std::string placeText(PatientPoint p) {
    return axisText(p.x, 'L', 'R') + ' ' + axisText(p.y, 'P', 'A') + ' ' + axisText(p.z, 'S', 'I') + " mm";
}

/// The same head somewhere else in patient space.
VolumePtr shifted(const Volume& volume, Vec3 shift) {
    const Grid& grid = volume.grid();
    std::vector<PatientPoint> positions = grid.slicePositions();
    for (PatientPoint& position : positions)
        position = position + shift;
    return std::make_shared<const Volume>(
        Grid(grid.columns(), grid.rows(), grid.rowDirection(), grid.columnDirection(), grid.columnSpacingMm(),
             grid.rowSpacingMm(), std::move(positions)),
        std::vector<std::int16_t>(volume.voxels().begin(), volume.voxels().end()),
        volume.seriesInstanceUid());
}

imaging::SeriesTags tagsOf(const Options& o) {
    imaging::SeriesTags tags = o.tags;
    if (tags.patientId != imaging::SeriesTags{}.patientId) tags.patientName = tags.patientId;
    tags.seriesDescription = "Head phantom " + spacingText(o.spec.sliceSpacingMm);
    if (o.spec.bleed) tags.seriesDescription += ", " + o.bleedKind;
    return tags;
}

int complain(std::string_view sentence, Exit code) {
    std::cerr << sentence << "\n";
    return code;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Makes a head phantom and writes it as a DICOM series. The phantom is not a patient."};
    Options options;
    app.set_version_flag("--version", versionLine("hemoscope-phantom"));
    declare(app, options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool isHelp = error.get_exit_code() == 0;
        return isHelp ? app.exit(error) : complain(error.what(), Usage);
    }
    complete(options, app);
    if (options.gapAfter > 0 && options.gapAfter + options.gapSlices >= options.spec.slices)
        return complain(english(say("phantom.gap")), Usage);

    std::error_code ignored;
    if (fs::exists(options.folder, ignored) && !fs::is_directory(options.folder, ignored))
        return complain(english(say("phantom.file_there")), NotWritten);
    Phantom phantom = makePhantom(options.spec);
    const Vec3 shift{options.shiftMm[0], options.shiftMm[1], options.shiftMm[2]};
    phantom.volume = shifted(*phantom.volume, shift);
    phantom.bleedCentre = phantom.bleedCentre + shift;
    const auto files = imaging::writeSeries(*phantom.volume, tagsOf(options), options.folder, TaskContext{});
    if (!files) return complain(english(files.error().message), NotWritten);

    std::printf("%zu slices written", files->size());
    if (options.spec.bleed)
        std::printf("; %s bleed of %.1f mL around %s", options.bleedKind.c_str(), phantom.bleedVolumeMl,
                    placeText(phantom.bleedCentre).c_str());
    std::printf(".\n");
    return Written;
}
