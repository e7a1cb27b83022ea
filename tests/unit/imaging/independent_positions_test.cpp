// Positions against another program's: Debian's dcm2niix reads the same DICOM files and says in a NIfTI
// header where it puts each voxel. Two programs that share no code must put every voxel into the same place.
//
// What can be compared. Untilted stacks: every voxel. Tilted ones: dcm2niix writes a second file,
// straightened, "_Tilt", whose slices lie in the planes of the scanned ones with their rows moved along; its
// slice planes and its pixels are compared with native slices. Of unevenly spaced tilted stacks ("_Tilt_Eq")
// its header cannot be used: it keeps the step of the first pair of slices in one of its two rows, so that
// the direction across the slices is wrong. The GE head is therefore given to it in two halves, each of one
// pitch.

#include "tests/support/made_geometry.h"
#include "tests/support/nifti_file.h"
#include "tests/unit/imaging/imaging_test.h"

#include <cmath>
#include <cstdlib>
#include <numbers>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;

class IndependentPositions : public ::testing::Test {
protected:
    void SetUp() override {
        if (std::system("command -v dcm2niix >/dev/null 2>&1") != 0)
            GTEST_SKIP() << "dcm2niix is not installed: apt-get install dcm2niix to compare with it";
    }
    void TearDown() override {
        if (!IsSkipped() && m_largestMm > 0) RecordProperty("largest_mm", std::to_string(m_largestMm));
    }
    void note(double mm) { m_largestMm = std::max(m_largestMm, mm); }
    double largestMm() const { return m_largestMm; }

    double m_largestMm = 0;
};

/// What dcm2niix makes of a folder.
std::optional<NiftiFile> converted(const fs::path& dicom, const fs::path& out) {
    fs::create_directories(out);
    const std::string command =
        "dcm2niix -z n -b n -f scan -o '" + out.string() + "' '" + dicom.string() + "' >/dev/null 2>&1";
    if (std::system(command.c_str()) != 0) return std::nullopt;
    return NiftiFile::read(out / "scan.nii");
}

TEST_F(IndependentPositions, EveryVoxelOfEveryOrientationLiesWhereTheOtherProgramPutsIt) {
    std::mt19937 random(21);
    std::vector<MadeGeometry> all = everyRightAngledGeometry();
    while (all.size() < 36) { // oblique ones of one pitch
        MadeGeometry made = randomGeometry(random);
        if (made.grid.isRegular()) all.push_back(made);
    }
    for (const MadeGeometry& made : all) {
        const TempFolder folder;
        const auto marks = marksIn(made.grid);
        writeShuffled(*volumeWith(made.grid, marks, "1.2.826.0.1.3680043.8.498.7"), made.patientPosition,
                      folder.path() / "in", random);
        const VolumePtr ours = loadOnly(folder.path() / "in");
        ASSERT_TRUE(ours) << made.what;
        const auto theirs = converted(folder.path() / "in", folder.path() / "out");
        ASSERT_TRUE(theirs) << made.what;
        const Grid& grid = ours->grid();
        for (int k = 0; k < grid.slices(); ++k)
            for (int j = 0; j < grid.rows(); ++j)
                for (int i = 0; i < grid.columns(); ++i) {
                    const PatientPoint p = grid.toPatient({double(i), double(j), double(k)});
                    const VoxelIndex v = theirs->voxelAt(p);
                    const int vi = int(std::lround(v.i)), vj = int(std::lround(v.j)),
                              vk = int(std::lround(v.k));
                    ASSERT_TRUE(theirs->holds(vi, vj, vk)) << made.what;
                    note(length(theirs->place(vi, vj, vk) - p));
                    ASSERT_EQ(theirs->at(vi, vj, vk), ours->at(i, j, k)) << made.what;
                }
    }
    EXPECT_LT(largestMm(), 0.01) << "NIfTI keeps 24 bits of a number";
}

// ---- tilted stacks

/// Between pixels of one native slice, at a place in its plane; nothing near the padding or the rim.
std::optional<double> between(const Volume& volume, int k, PatientPoint p) {
    const Grid& grid = volume.grid();
    const Vec3 v = p - grid.slicePositions()[std::size_t(k)];
    const double x = dot(v, grid.rowDirection()) / grid.columnSpacingMm();
    const double y = dot(v, grid.columnDirection()) / grid.rowSpacingMm();
    const int i = int(std::floor(x)), j = int(std::floor(y));
    if (i < 0 || j < 0 || i + 1 >= grid.columns() || j + 1 >= grid.rows()) return std::nullopt;
    const double tx = x - i, ty = y - j;
    double sum = 0;
    for (const int dj : {0, 1})
        for (const int di : {0, 1}) {
            const int hu = volume.at(i + di, j + dj, k);
            if (hu <= -1400) return std::nullopt;
            sum += hu * (di ? tx : 1 - tx) * (dj ? ty : 1 - ty);
        }
    return sum;
}

/// Mean difference of pixels where ours are looked at `mm` further along the rows' direction of growth.
double differenceAt(const Volume& ours, const NiftiFile& theirs, double mm) {
    const Grid& grid = ours.grid();
    double sum = 0;
    int count = 0;
    for (int k = 0; k < theirs.size[2]; ++k)
        for (int j = 3; j < theirs.size[1]; j += 4)
            for (int i = 3; i < theirs.size[0]; i += 4) {
                const double value = theirs.at(i, j, k);
                if (value <= -1400) continue;
                const PatientPoint p = theirs.place(i, j, k);
                const auto mine = between(ours, grid.nearestSlice(p), p + grid.columnDirection() * mm);
                if (!mine) continue;
                sum += std::abs(*mine - value);
                ++count;
            }
    return count > 0 ? sum / count : 1e9;
}

/// How far pictures are shifted against each other: the smallest difference, between three looks at it.
double shiftMm(const Volume& ours, const NiftiFile& theirs) {
    const double step = ours.grid().rowSpacingMm();
    double best = 0, least = 1e9;
    for (double mm = -4 * step; mm <= 4 * step; mm += step / 4)
        if (const double d = differenceAt(ours, theirs, mm); d < least) least = d, best = mm;
    return best;
}

/// The straightened file. Where dcm2niix adds rows before the first one (slices that move towards the front:
/// a negative tilt) it moves the origin of its straightened file right in y and wrong in z (1.0.20220720
/// takes the step of the slices for that of the rows); its own unstraightened file says where the first row
/// lies. From there the origin is that many rows back.
std::optional<NiftiFile> straightened(const fs::path& dicom, const fs::path& out) {
    const auto plain = converted(dicom, out);
    auto straight = NiftiFile::read(out / "scan_Tilt_1.nii");
    if (!plain || !straight) return std::nullopt;
    const double movedY = plain->rows[1][3] - straight->rows[1][3];
    const double rowsBefore = std::round(movedY / straight->rows[1][1]);
    EXPECT_TRUE(rowsBefore == 0 || rowsBefore == straight->size[1] - plain->size[1]);
    EXPECT_NEAR(movedY, rowsBefore * straight->rows[1][1], 1e-3);
    straight->rows[2][3] = plain->rows[2][3] - rowsBefore * straight->rows[2][1];
    return straight;
}

struct Compared {
    double planesMm = 0; ///< between the planes of slices, the largest
    double shiftMm = 0;  ///< between the pictures in them
};

Compared compareTilted(const fs::path& dicom, const fs::path& out) {
    Compared result;
    const VolumePtr ours = loadOnly(dicom);
    const auto theirs = straightened(dicom, out);
    EXPECT_TRUE(ours && theirs);
    if (!ours || !theirs) return result;
    const Grid& grid = ours->grid();
    EXPECT_EQ(theirs->size[2], grid.slices());
    EXPECT_GT(std::abs(dot(normalized(theirs->step(2)), grid.normal())), 0.99999) << "not across our slices";
    for (int k = 0; k < theirs->size[2]; ++k) {
        const PatientPoint p = theirs->place(theirs->size[0] / 2.0, theirs->size[1] / 2.0, k);
        const int near = grid.nearestSlice(p);
        result.planesMm = std::max(
            result.planesMm, std::abs(dot(p - grid.slicePositions()[std::size_t(near)], grid.normal())));
    }
    result.shiftMm = shiftMm(*ours, *theirs);
    return result;
}

TEST_F(IndependentPositions, TiltedPhantomsOfBothSignsLieWhereTheOtherProgramPutsThem) {
    for (const double degrees : {20.0, -20.0, 7.5, -12.0}) {
        const double a = degrees * std::numbers::pi / 180;
        std::vector<PatientPoint> positions;
        for (int k = 0; k < 20; ++k)
            positions.push_back({-63, -58, -40 + 4.5 * k});
        const Grid grid(128, 120, {1, 0, 0}, {0, std::cos(a), std::sin(a)}, 1, 1.05, positions);
        // Balls with nothing symmetrical about them.
        const VolumePtr made = volumeWith(grid,
                                          {{grid.centre() + Vec3{20, -12, 8}, 22, 900},
                                           {grid.centre() + Vec3{-25, 20, -15}, 15, 400},
                                           {grid.centre() + Vec3{5, 30, 25}, 9, 1400}},
                                          "1.2.826.0.1.3680043.8.498.8");
        const TempFolder folder;
        std::mt19937 random(4);
        writeShuffled(*made, "HFS", folder.path() / "in", random);
        const Compared compared = compareTilted(folder.path() / "in", folder.path() / "out");
        EXPECT_LT(compared.planesMm, 0.01) << degrees << " degrees";
        EXPECT_LE(std::abs(compared.shiftMm), 1.05 / 4 + 1e-9) << degrees << " degrees";
        note(compared.planesMm);
    }
}

TEST_F(IndependentPositions, BothPitchesOfTheGeHeadLieWhereTheOtherProgramPutsThem) {
    HEMO_NEEDS_SHARED_DATA();
    const std::array<std::pair<int, int>, 2> halves{{{1, 14}, {15, 28}}}; // of one pitch each
    for (const auto& [first, last] : halves) {
        const TempFolder folder;
        fs::create_directory(folder.path() / "in");
        for (int n = first; n <= last; ++n) {
            char name[16];
            std::snprintf(name, sizeof name, "%02d.dcm", n);
            fs::copy_file(sharedDicom() / "ge-head-tilt" / name, folder.path() / "in" / name);
        }
        const Compared compared = compareTilted(folder.path() / "in", folder.path() / "out");
        EXPECT_LT(compared.planesMm, 0.01) << "from slice " << first;
        EXPECT_LE(std::abs(compared.shiftMm), 0.4883 / 4 + 1e-4) << "from slice " << first;
        note(compared.planesMm);
        RecordProperty("shift_from_slice_" + std::to_string(first), std::to_string(compared.shiftMm));
    }
}

} // namespace
} // namespace hemo::testing
