#include "tests/unit/dataset/made_data.h"

#include "core/simulate/phantom.h"
#include "core/tables/csv_line.h"
#include "tests/support/raw_volume.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace hemo::testing {

namespace fs = std::filesystem;

std::string contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<ManifestRow> rowsOf(const fs::path& manifest) {
    std::ifstream in(manifest);
    std::string line;
    std::getline(in, line);
    const auto columns = cutLine(line);
    std::vector<ManifestRow> rows;
    while (std::getline(in, line)) {
        const auto cells = cutLine(line);
        ManifestRow row;
        for (std::size_t n = 0; n < columns.size(); ++n)
            row[columns[n]] = cells.at(n);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<fs::path> writeHead(const fs::path& folder, const std::string& patient,
                                const std::string& seriesUid, int slices, double tiltDegrees) {
    PhantomSpec spec;
    spec.columns = 96, spec.rows = 80;
    spec.pixelSpacingMm = 2.5;
    spec.slices = slices;
    spec.sliceSpacingMm = 12;
    spec.tiltDegrees = tiltDegrees;
    spec.bleed = BleedSpec{};
    spec.seriesInstanceUid = seriesUid;
    imaging::SeriesTags tags;
    tags.patientId = patient, tags.patientName = "Doe^" + patient;
    auto written = imaging::writeSeries(*makePhantom(spec).volume, tags, folder, TaskContext{});
    if (!written) throw std::runtime_error(english(written.error().message));
    return *written;
}

void writeNifti(const fs::path& file, const std::vector<std::int16_t>& valueOfSlice, double stepZ,
                std::int16_t elsewhere) {
    constexpr int kColumns = 32, kRows = 24;
    RawNifti nifti;
    const auto slices = static_cast<int>(valueOfSlice.size());
    nifti.dim = {3, kColumns, kRows, slices, 1, 1, 1, 1};
    nifti.pixdim = {1, 7, 8, 11, 1, 1, 1, 1};
    nifti.rows = {7, 0, 0, -110, 0, 8, 0, -95, 0, 0, float(stepZ), float(stepZ > 0 ? -40 : 50)};
    std::vector<std::int16_t> voxels;
    for (const std::int16_t value : valueOfSlice)
        for (int n = 0; n < kColumns * kRows; ++n)
            voxels.push_back(n % 3 == 0 ? elsewhere : value);
    nifti.voxels = rawBytes(voxels);
    fs::create_directories(file.parent_path());
    writeBytes(file, nifti.bytes());
}

Result<Dataset> make(std::string_view layout, const DatasetPlace& place, const fs::path& out) {
    const auto made = layoutNamed(layout, place);
    return makeDataset(*made, {out, "ward", std::string(layout)}, TaskContext{});
}

} // namespace hemo::testing
