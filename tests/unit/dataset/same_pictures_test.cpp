// What the trainer makes of a set is what a scan is read by, bit for bit.

#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"
#include "ml/reader/picture/scan_pictures.h"
#include "ml/training/data/load_manifest.h"
#include "ml/training/data/window_picture.h"
#include "tests/unit/dataset/made_data.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;

struct Scan {
    const char* name;
    double tiltDegrees, noiseHu, spacingMm, pixelMm;
    int slices;
};

class SamePictures : public ::testing::TestWithParam<Scan> {
protected:
    SamePictures() {
        const Scan scan = GetParam();
        PhantomSpec spec;
        spec.columns = 200, spec.rows = 180; // no square
        spec.pixelSpacingMm = scan.pixelMm;
        spec.tiltDegrees = scan.tiltDegrees, spec.noiseHu = scan.noiseHu;
        spec.sliceSpacingMm = scan.spacingMm, spec.slices = scan.slices;
        spec.bleed = BleedSpec{};
        if (!imaging::writeSeries(*makePhantom(spec).volume, {}, m_data / "scan", TaskContext{}))
            throw std::runtime_error("no phantom");
        std::ofstream(m_folder.path() / "labels.csv") << "path,any\nscan,1\n";
    }
    TempFolder m_folder;
    fs::path m_data = m_folder.path() / "data", m_out = m_folder.path() / "set";
};

TEST_P(SamePictures, AreLearnedFromAndRead) {
    constexpr int kSize = 96;
    ASSERT_TRUE(make("table", {m_data, m_folder.path() / "labels.csv"}, m_out));
    const auto listed = ml::loadManifest(m_out / "manifest.csv");
    ASSERT_TRUE(listed) << listed.error().detail;
    const auto learned = ml::loadListedPatient(listed->front(), kSize);
    ASSERT_TRUE(learned) << learned.error().detail;

    const std::array paths{m_data};
    const auto contents = imaging::scanPaths(paths, TaskContext{});
    ASSERT_TRUE(contents);
    const auto scan = imaging::loadSeries(contents->series.front(), TaskContext{});
    ASSERT_TRUE(scan);
    ModelInfo model;
    model.inputSize = kSize;
    model.windows = {ml::kPictureHu};
    model.trainedHu = ml::kPictureHu;
    const ml::ScanPictures read(*scan->volume, lengthsOf(scan->info), model);
    EXPECT_EQ(read.quiet().smoothed.has_value(), GetParam().noiseHu > 20);
    ASSERT_EQ(learned->pictures.size(), static_cast<std::size_t>(GetParam().slices));
    for (int k = 0; k < GetParam().slices; ++k)
        ASSERT_EQ(learned->pictures[std::size_t(k)].grey, ml::bytesOf(read.of(k))) << k;
    EXPECT_EQ(learned->scanBleeds, true);
}

INSTANTIATE_TEST_SUITE_P(Scans, SamePictures,
                         ::testing::Values(Scan{"Plain", 0, 4, 5, 1.1, 24}, Scan{"Tilted", 17, 4, 5, 1.1, 24},
                                           Scan{"Noisy", 0, 30, 5, 1.1, 24},
                                           Scan{"Thin", 0, 4, 1.25, 1.1, 80}),
                         [](const auto& info) { return std::string(info.param.name); });

} // namespace
} // namespace hemo::testing
