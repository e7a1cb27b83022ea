#include "tests/support/made_geometry.h"

#include "core/geometry/picture_plane.h"
#include "core/imaging/write/write_series.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;

struct Directions {
    Vec3 row, column;
    Vec3 normal() const { return cross(row, column); }
};

std::vector<Directions> rightAngled() {
    const std::array<Vec3, 6> axes{{{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}}};
    std::vector<Directions> all;
    for (const Vec3 row : axes)
        for (const Vec3 column : axes)
            if (dot(row, column) == 0) all.push_back({row, column});
    return all;
}

std::string lettersOf(const Directions& d) {
    return "rows to " + directionLetters(d.row) + ", columns to " + directionLetters(d.column);
}

constexpr std::array kPatientPositions{"HFS", "HFP", "FFS", "FFP", "HFDL", "HFDR", "FFDL", "FFDR"};

/// Turned about an axis (Rodrigues).
Vec3 turned(Vec3 v, Vec3 axis, double radians) {
    const double c = std::cos(radians), s = std::sin(radians);
    return v * c + cross(axis, v) * s + axis * (dot(axis, v) * (1 - c));
}

/// A stack around `centre`; each step is along the normal and leans sideways by the tilt.
Grid gridOf(const Directions& d, int columns, int rows, double columnSpacing, double rowSpacing,
            const std::vector<double>& steps, double tiltDegrees, PatientPoint centre) {
    const Vec3 line = d.normal() + d.column * std::tan(tiltDegrees * std::numbers::pi / 180);
    double half = 0;
    for (double step : steps)
        half += step / 2;
    std::vector<PatientPoint> positions{centre - d.row * ((columns - 1) / 2.0 * columnSpacing) -
                                        d.column * ((rows - 1) / 2.0 * rowSpacing) - line * half};
    for (double step : steps)
        positions.push_back(positions.back() + line * step);
    return Grid(columns, rows, d.row, d.column, columnSpacing, rowSpacing, positions);
}

double largestStepAt(const Grid& grid, int k) {
    double largest = 0;
    for (const int n : {k, k + 1})
        if (n > 0 && n < grid.slices())
            largest = std::max(largest, grid.sliceOffsetMm(n) - grid.sliceOffsetMm(n - 1));
    return largest;
}

/// The most that a stack reaches from its middle along a direction, and half of that.
PatientPoint towards(const Grid& grid, Vec3 direction) {
    const PatientPoint centre = grid.centre();
    double far = 0;
    while (grid.contains(centre + direction * (far + 1)))
        ++far;
    return centre + direction * (far * 0.6);
}

} // namespace

std::vector<MadeGeometry> everyRightAngledGeometry() {
    std::vector<MadeGeometry> all;
    for (const Directions& d : rightAngled())
        all.push_back({gridOf(d, 28, 24, 3, 4, std::vector<double>(16, 5), 0, {4, -9, 31}),
                       kPatientPositions[all.size() % kPatientPositions.size()], lettersOf(d)});
    return all;
}

MadeGeometry randomGeometry(std::mt19937& random) {
    const auto between = [&](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    const auto all = rightAngled();
    Directions d = all[random() % all.size()];
    if (random() % 3 != 0) {
        const Vec3 axis = normalized({between(-1, 1), between(-1, 1), between(-1, 1)});
        const double angle = between(-25, 25) * std::numbers::pi / 180;
        d = {turned(d.row, axis, angle), turned(d.column, axis, angle)};
    }
    const double tilt = random() % 2 ? between(-25, 25) : 0;
    std::vector<double> steps(14 + random() % 6, between(3, 6));
    const bool isUneven = random() % 2, hasGap = random() % 3 == 0;
    for (double& step : steps)
        if (isUneven) step *= between(0.8, 1.2);
    if (hasGap) steps[2] *= 3;
    MadeGeometry made{gridOf(d, 26 + int(random() % 10), 24 + int(random() % 10), between(2, 4),
                             between(2, 4), steps, tilt,
                             {between(-60, 60), between(-60, 60), between(-400, 400)}),
                      kPatientPositions[random() % kPatientPositions.size()],
                      {}};
    made.what = lettersOf(d) + ", tilt " + std::to_string(tilt) + (isUneven ? ", uneven" : "") +
                (hasGap ? ", gap" : "") + ", lying " + made.patientPosition;
    return made;
}

std::vector<Mark> marksIn(const Grid& grid) {
    std::vector<Mark> marks;
    std::int16_t hu = 1000;
    for (const Vec3 direction : {Vec3{1, 0, 0}, Vec3{0, -1, 0}, Vec3{0, 0, 1}}) {
        const VoxelIndex v = grid.toVoxel(towards(grid, direction));
        const VoxelIndex voxel{std::round(v.i), std::round(v.j), std::round(v.k)};
        const double radius = 1.2 * std::max({grid.columnSpacingMm(), grid.rowSpacingMm(),
                                              largestStepAt(grid, static_cast<int>(voxel.k))});
        marks.push_back({grid.toPatient(voxel), radius, hu});
        hu = static_cast<std::int16_t>(hu + 500);
    }
    return marks;
}

VolumePtr volumeWith(const Grid& grid, const std::vector<Mark>& marks, const std::string& seriesUid) {
    std::vector<std::int16_t> voxels(grid.voxelCount(), 0);
    std::size_t n = 0;
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j)
            for (int i = 0; i < grid.columns(); ++i, ++n)
                for (const Mark& mark : marks)
                    if (length(grid.toPatient({double(i), double(j), double(k)}) - mark.centre) <=
                        mark.radiusMm)
                        voxels[n] = mark.hu;
    return std::make_shared<const Volume>(grid, std::move(voxels), seriesUid);
}

void writeShuffled(const Volume& volume, const std::string& patientPosition, const fs::path& folder,
                   std::mt19937& random) {
    imaging::SeriesTags tags;
    tags.patientPosition = patientPosition;
    tags.storage = imaging::SeriesTags::Storage::Signed16; // what other programs straighten
    tags.rescaleIntercept = 0;
    tags.paddingValue = -2000;
    const auto written = imaging::writeSeries(volume, tags, folder / "written", TaskContext{});
    if (!written) throw std::runtime_error(english(written.error().message));
    std::vector<int> numbers(written->size());
    for (std::size_t n = 0; n < numbers.size(); ++n)
        numbers[n] = static_cast<int>(n);
    std::shuffle(numbers.begin(), numbers.end(), random);
    for (std::size_t n = 0; n < written->size(); ++n) {
        const fs::path place = folder / std::to_string(numbers[n] % 3);
        fs::create_directories(place);
        fs::rename((*written)[n], place / (std::to_string(numbers[n]) + (n % 2 ? ".dcm" : "")));
    }
    fs::remove(folder / "written");
}

} // namespace hemo::testing
