#include "app/cli/dataset/label_table.h"
#include "app/cli/dataset/layouts.h"

#include <map>
#include <utility>

namespace hemo {
namespace {

namespace fs = std::filesystem;

/// How the table spells the findings.
constexpr std::pair<BleedType, const char*> kColumns[]{
    {BleedType::Any, "ICH"},      {BleedType::Intraparenchymal, "IPH"}, {BleedType::Intraventricular, "IVH"},
    {BleedType::Subdural, "SDH"}, {BleedType::Epidural, "EDH"},         {BleedType::Subarachnoid, "SAH"}};
constexpr int kReaders = 3;

/// "CQ500-CT-12" of the table and "CQ500CT12 CQ500CT12" of the folders: 12.
std::string numberIn(const std::string& name) {
    const std::size_t first = name.find("CT");
    const std::size_t digit = name.find_first_of("0123456789", first == std::string::npos ? 0 : first);
    if (digit == std::string::npos) return {};
    return name.substr(digit, name.find_first_not_of("0123456789", digit) - digit);
}

class Cq500Layout : public Layout {
public:
    explicit Cq500Layout(DatasetPlace place) : m_place(std::move(place)) {
        if (m_place.table.empty()) m_place.table = m_place.folder / "reads.csv";
    }

    Result<std::vector<Study>> studies(const TaskContext&) override {
        std::vector<std::string> columns{"name"};
        for (int reader = 1; reader <= kReaders; ++reader)
            for (const auto& [type, column] : kColumns)
                columns.push_back(columnOf(reader, column));
        const auto read = readTable(m_place.table, columns, [this](CsvRow& row) {
            BleedLabels& labels = m_labels[numberIn(row.neededText("name"))];
            for (const auto& [type, column] : kColumns)
                labels[static_cast<std::size_t>(type)] = majority(row, column);
        });
        if (!read) return tl::unexpected(read.error());
        std::vector<Study> studies;
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(m_place.folder, error))
            if (const std::string number = numberIn(entry.path().filename().string());
                entry.is_directory() && !number.empty())
                studies.push_back({number, number, {entry.path()}});
        if (studies.empty()) return fail(ErrorCode::NothingReadable, say("dataset.no_studies"));
        return studies;
    }

    Result<ScanLabels> labelsOf(const Study& study, const SeriesInfo& series,
                                const TaskContext&) const override {
        const auto found = m_labels.find(study.key);
        return spread(found == m_labels.end() ? BleedLabels{} : found->second, sliceCount(series));
    }

private:
    static std::string columnOf(int reader, const char* finding) {
        return "R" + std::to_string(reader) + ":" + finding;
    }

    /// Nothing where a reader is missing and the others disagree.
    static std::optional<bool> majority(CsvRow& row, const char* finding) {
        int yes = 0, no = 0;
        for (int reader = 1; reader <= kReaders; ++reader)
            if (const auto says = row.optionalFlag(columnOf(reader, finding))) ++(*says ? yes : no);
        if (yes > kReaders / 2) return true;
        if (no > kReaders / 2) return false;
        return std::nullopt;
    }

    DatasetPlace m_place;
    std::map<std::string, BleedLabels> m_labels; ///< by the patient's number
};

} // namespace

std::unique_ptr<Layout> cq500Layout(DatasetPlace place) {
    return std::make_unique<Cq500Layout>(std::move(place));
}

} // namespace hemo
