#include "app/cli/dataset/label_table.h"
#include "app/cli/dataset/layouts.h"
#include "app/cli/dataset/mask_volume.h"

#include <charconv>
#include <map>
#include <utility>

namespace hemo {
namespace {

namespace fs = std::filesystem;

/// How the table spells the findings.
constexpr std::pair<BleedType, const char*> kColumns[]{{BleedType::Intraventricular, "Intraventricular"},
                                                       {BleedType::Intraparenchymal, "Intraparenchymal"},
                                                       {BleedType::Subarachnoid, "Subarachnoid"},
                                                       {BleedType::Epidural, "Epidural"},
                                                       {BleedType::Subdural, "Subdural"}};

class CtIchLayout : public Layout {
public:
    explicit CtIchLayout(DatasetPlace place) : m_place(std::move(place)) {
        if (m_place.table.empty()) m_place.table = m_place.folder / "hemorrhage_diagnosis_raw_ct.csv";
    }

    Result<std::vector<Study>> studies(const TaskContext&) override {
        const auto read = readTable(m_place.table, {"PatientNumber", "SliceNumber", "No_Hemorrhage"},
                                    [this](CsvRow& row) { take(row); });
        if (!read) return tl::unexpected(read.error());
        std::vector<Study> studies;
        for (const fs::path& file : volumeFilesIn(m_place.folder / "ct_scans"))
            studies.push_back({stemOf(file), stemOf(file), {file}});
        if (studies.empty()) return fail(ErrorCode::NothingReadable, say("dataset.no_studies"));
        return studies;
    }

    Result<ScanLabels> labelsOf(const Study& study, const SeriesInfo& series,
                                const TaskContext& context) const override {
        ScanLabels scan;
        scan.slices.resize(sliceCount(series));
        const auto rows = m_labels.find(numberOf(study.key));
        if (rows == m_labels.end()) return scan;
        for (const auto& [number, labels] : rows->second) { // counted from 1, as the file has them
            const auto slice = sliceOfFile(series, static_cast<std::size_t>(number - 1));
            if (!slice) return tl::unexpected(slice.error());
            if (*slice >= scan.slices.size()) return fail(ErrorCode::Damaged, say("dataset.other_slices"));
            scan.slices[*slice].labels = labels;
        }
        const fs::path mask = m_place.folder / "masks" / study.paths.front().filename();
        if (!fs::exists(mask)) return scan;
        const auto drawn = loadMaskOf(series, mask, context);
        if (!drawn) return tl::unexpected(drawn.error());
        for (std::size_t k = 0; k < scan.slices.size(); ++k)
            if (scan.slices[k].labels[0] == true) scan.slices[k].mask = maskOfSlice(**drawn, k);
        return scan;
    }

private:
    void take(CsvRow& row) {
        BleedLabels labels;
        for (const auto& [type, column] : kColumns)
            labels[static_cast<std::size_t>(type)] = row.optionalFlag(column);
        if (const auto none = row.optionalFlag("No_Hemorrhage")) labels[0] = !*none;
        m_labels[static_cast<int>(row.number("PatientNumber"))][static_cast<int>(row.number("SliceNumber"))] =
            labels;
    }

    /// "049" is patient 49 of the table.
    static int numberOf(const std::string& stem) {
        int number = -1;
        std::from_chars(stem.data(), stem.data() + stem.size(), number);
        return number;
    }

    DatasetPlace m_place;
    std::map<int, std::map<int, BleedLabels>> m_labels; ///< patient, slice
};

} // namespace

std::unique_ptr<Layout> ctIchLayout(DatasetPlace place) {
    return std::make_unique<CtIchLayout>(std::move(place));
}

} // namespace hemo
