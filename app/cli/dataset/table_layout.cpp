#include "app/cli/dataset/dicom_tree.h"
#include "app/cli/dataset/label_table.h"
#include "app/cli/dataset/layouts.h"

#include <fstream>
#include <map>

namespace hemo {
namespace {

namespace fs = std::filesystem;

constexpr std::array kKeys{"sop_uid", "series_uid", "study_uid", "path"};

/// Frames of one object: what is said of the object is said of them all.
bool isMultiFrame(const SeriesInfo& series) {
    return series.images.size() > 1 && series.images[0].file == series.images[1].file &&
           series.images[0].member == series.images[1].member;
}

class TableLayout : public Layout {
public:
    explicit TableLayout(DatasetPlace place) : m_place(std::move(place)) {}

    Result<std::vector<Study>> studies(const TaskContext& context) override {
        const auto key = keyColumn();
        if (!key) return tl::unexpected(key.error());
        const auto read = readTable(m_place.table, {*key, "any"}, [&](CsvRow& row) {
            BleedLabels& labels = m_labels[row.neededText(*key)];
            for (const BleedType type : kBleedTypes)
                labels[static_cast<std::size_t>(type)] = row.optionalFlag(std::string(bleedTypeName(type)));
        });
        if (!read) return tl::unexpected(read.error());
        m_key = *key;
        return studiesBelow(m_place.folder, context);
    }

    Result<ScanLabels> labelsOf(const Study& study, const SeriesInfo& series,
                                const TaskContext&) const override {
        if (m_key == "study_uid") return ofScan(study.key, series);
        if (m_key == "series_uid") return ofScan(series.seriesInstanceUid, series);
        if (m_key == "sop_uid") return ofSlices(sopUidsOf(series), series);
        for (fs::path at = pathOf(series.images.front()); at.has_relative_path(); at = at.parent_path())
            if (isScan(at, series) && m_labels.contains(at.generic_string()))
                return ofScan(at.generic_string(), series);
        std::vector<std::string> paths;
        for (const ImagePlace& image : series.images)
            paths.push_back(pathOf(image).generic_string());
        return ofSlices(paths, series);
    }

private:
    Result<std::string> keyColumn() const {
        std::ifstream in(m_place.table);
        if (!in) return fail(ErrorCode::NotFound, say("dataset.no_table"));
        const CsvReader table(in);
        for (const char* key : kKeys)
            if (table.hasColumn(key)) return std::string(key);
        return fail(ErrorCode::Damaged, say("dataset.no_key"));
    }

    /// From the folder, as the table names it.
    fs::path pathOf(const ImagePlace& image) const {
        return fs::absolute(image.file)
            .lexically_normal()
            .lexically_relative(fs::absolute(m_place.folder).lexically_normal());
    }

    /// A folder, or a file that holds all slices.
    static bool isScan(const fs::path& path, const SeriesInfo& series) {
        const bool isOneFile = series.format != SeriesFormat::Dicom || isMultiFrame(series);
        return isOneFile || path.filename() != series.images.front().file.filename();
    }

    ScanLabels ofScan(const std::string& key, const SeriesInfo& series) const {
        const auto found = m_labels.find(key);
        return spread(found == m_labels.end() ? BleedLabels{} : found->second, sliceCount(series));
    }

    ScanLabels ofSlices(const std::vector<std::string>& keys, const SeriesInfo& series) const {
        if (isMultiFrame(series)) return ofScan(keys.front(), series);
        ScanLabels scan;
        for (const std::string& key : keys) {
            const auto found = m_labels.find(key);
            scan.slices.push_back({found == m_labels.end() ? BleedLabels{} : found->second, {}});
        }
        scan.slices.resize(sliceCount(series));
        return scan;
    }

    DatasetPlace m_place;
    std::string m_key;
    std::map<std::string, BleedLabels> m_labels;
};

} // namespace

std::unique_ptr<Layout> tableLayout(DatasetPlace place) {
    return std::make_unique<TableLayout>(std::move(place));
}

} // namespace hemo
