#include "app/cli/dataset/scan_writer.h"

#include "core/imaging/parallel.h"
#include "core/imaging/write/write_grey_png.h"
#include "core/study/sides.h"

#include <cstdio>
#include <mutex>

namespace hemo {
namespace {

namespace fs = std::filesystem;

constexpr int kLowest = -32768, kHighest = 32767; ///< HU of the least and the greatest grey

/// A whole head is longer, a few slices of one are not.
constexpr double kShortestScanMm = 80;
constexpr int kFewestSlices = 8;

bool isWhole(const Grid& grid) {
    return grid.slices() >= kFewestSlices && grid.sliceOffsetMm(grid.slices() - 1) >= kShortestScanMm;
}

/// All its digits, so that the same place is read again.
std::string exact(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.17g", value);
    return text;
}

std::string joined(std::initializer_list<double> values) {
    std::string text;
    for (const double value : values)
        text += (text.empty() ? "" : "\\") + exact(value);
    return text;
}

std::string flag(std::optional<bool> value) {
    return !value ? "" : *value ? "1" : "0";
}

fs::path pictureOf(const ScanName& name, int k, const char* ending) {
    char file[32];
    std::snprintf(file, sizeof file, "-%04d%s.png", k + 1, ending);
    return fs::path("pictures") / name.patient / (name.visit + file);
}

std::string placeText(const Grid& grid, int k) {
    const PatientPoint p = grid.slicePositions()[static_cast<std::size_t>(k)];
    const Vec3 row = grid.rowDirection(), column = grid.columnDirection();
    return joined({p.x, p.y, p.z}) + ',' + joined({row.x, row.y, row.z, column.x, column.y, column.z}) + ',' +
           joined({grid.rowSpacingMm(), grid.columnSpacingMm()});
}

class ScanWriter {
public:
    ScanWriter(const imaging::LoadedSeries& scan, const ScanLabels& labels, const ScanName& name,
               const fs::path& folder)
        : m_scan(scan), m_labels(labels), m_name(name), m_folder(folder) {}

    std::string row(int k, bool isWholeScan) const {
        const SliceLabels& slice = m_labels.slices[static_cast<std::size_t>(k)];
        std::string text = m_name.source + ',' + m_name.patient + ',' + m_name.visit + ',' + m_name.visit +
                           ',' + std::to_string(k + 1) + ',' + pictureOf(m_name, k, "").generic_string() +
                           ',' + std::to_string(kLowest) + ',' + std::to_string(kHighest);
        for (const std::optional<bool> label : slice.labels)
            text += ',' + flag(label);
        text += ',' + (slice.mask.empty() ? "" : pictureOf(m_name, k, "-mask").generic_string());
        text += ',' + flag(isWholeScan) + ',' + (isWholeScan ? flag(m_labels.bleeds) : "");
        return text + ',' + placeText(m_scan.volume->grid(), k) + ',' +
               flag(lengthsOf(m_scan.info) == Lengths::Known);
    }

    Result<void> writePictures(int k) const {
        std::vector<std::uint16_t> grey;
        for (const std::int16_t hu : m_scan.volume->slice(k))
            grey.push_back(static_cast<std::uint16_t>(hu - kLowest));
        const int columns = m_scan.volume->grid().columns();
        if (auto written = imaging::writeGreyPng(grey, columns, m_folder / pictureOf(m_name, k, ""));
            !written)
            return written;
        const auto& mask = m_labels.slices[static_cast<std::size_t>(k)].mask;
        if (mask.empty()) return {};
        return imaging::writeGreyPng(mask, columns, m_folder / pictureOf(m_name, k, "-mask"));
    }

private:
    const imaging::LoadedSeries& m_scan;
    const ScanLabels& m_labels;
    const ScanName& m_name;
    const fs::path& m_folder;
};

/// What the slices say, where nobody speaks of the scan.
std::optional<bool> bleedsBy(const ScanLabels& labels) {
    bool isKnown = true;
    for (const SliceLabels& slice : labels.slices) {
        if (slice.labels[0] == true) return true;
        isKnown &= slice.labels[0].has_value();
    }
    return labels.bleeds || !isKnown ? labels.bleeds : std::optional(false);
}

} // namespace

std::string manifestColumns() {
    std::string columns = "source,patient,visit,series,slice,file,low_hu,high_hu";
    for (const BleedType type : kBleedTypes)
        columns += ',' + std::string(bleedTypeName(type));
    return columns + ",mask,whole_scan,scan_any,image_position,image_orientation,pixel_spacing,lengths_known";
}

Result<WrittenScan> writeScan(const imaging::LoadedSeries& scan, const ScanLabels& labels,
                              const ScanName& name, const fs::path& folder, const TaskContext& context) {
    const ScanWriter writer(scan, labels, name, folder);
    const int slices = scan.volume->grid().slices();
    std::error_code error;
    fs::create_directories(folder / "pictures" / name.patient, error);
    std::mutex mutex;
    Result<void> outcome; // guarded by mutex
    const bool isDone = imaging::forEachIndex(static_cast<std::size_t>(slices), context,
                                              {say("dataset.writing")}, [&](std::size_t k) {
                                                  auto written = writer.writePictures(static_cast<int>(k));
                                                  if (written) return;
                                                  const std::lock_guard lock(mutex);
                                                  outcome = written;
                                              });
    if (!isDone) return cancelled();
    if (!outcome) return tl::unexpected(outcome.error());
    WrittenScan done;
    done.isWhole = isWhole(scan.volume->grid());
    done.slices = slices;
    done.bleeds = bleedsBy(labels);
    for (int k = 0; k < slices; ++k) {
        done.rows.push_back(writer.row(k, done.isWhole));
        const BleedLabels& known = labels.slices[static_cast<std::size_t>(k)].labels;
        for (std::size_t f = 0; f < known.size(); ++f)
            done.positives[f] += known[f] == true;
    }
    return done;
}

} // namespace hemo
