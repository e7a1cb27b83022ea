#include "app/cli/dataset/dicom_tree.h"
#include "app/cli/dataset/label_table.h"
#include "app/cli/dataset/layouts.h"

#include <unordered_map>

namespace hemo {
namespace {

namespace fs = std::filesystem;

constexpr auto kName = "stage_2_train";

class RsnaLayout : public Layout {
public:
    explicit RsnaLayout(DatasetPlace place) : m_place(std::move(place)) {
        if (m_place.table.empty()) m_place.table = m_place.folder / (std::string(kName) + ".csv");
    }

    Result<std::vector<Study>> studies(const TaskContext& context) override {
        const auto read = readTable(m_place.table, {"ID", "Label"}, [this](CsvRow& row) {
            take(row.neededText("ID"), row.optionalFlag("Label"));
        });
        if (!read) return tl::unexpected(read.error());
        const fs::path images = m_place.folder / kName;
        return studiesBelow(fs::is_directory(images) ? images : m_place.folder, context);
    }

    Result<ScanLabels> labelsOf(const Study&, const SeriesInfo& series, const TaskContext&) const override {
        ScanLabels scan;
        for (const ImagePlace& image : series.images) {
            const auto found = m_labels.find(image.file.stem().string());
            scan.slices.push_back({found == m_labels.end() ? BleedLabels{} : found->second, {}});
        }
        return scan;
    }

private:
    /// "ID_000012eaf_epidural": the file and the finding.
    void take(const std::string& id, std::optional<bool> label) {
        const std::size_t cut = id.rfind('_');
        if (cut == std::string::npos) return;
        for (const BleedType type : kBleedTypes)
            if (bleedTypeName(type) == std::string_view(id).substr(cut + 1))
                m_labels[id.substr(0, cut)][static_cast<std::size_t>(type)] = label;
    }

    DatasetPlace m_place;
    std::unordered_map<std::string, BleedLabels> m_labels; ///< by the file's name
};

} // namespace

std::unique_ptr<Layout> rsnaLayout(DatasetPlace place) {
    return std::make_unique<RsnaLayout>(std::move(place));
}

} // namespace hemo
