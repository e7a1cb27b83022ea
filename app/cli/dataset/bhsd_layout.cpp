#include "app/cli/dataset/layouts.h"
#include "app/cli/dataset/mask_volume.h"

#include <algorithm>

namespace hemo {
namespace {

namespace fs = std::filesystem;

/// What the mask's numbers 1 to 5 stand for.
constexpr std::array kNumbered{BleedType::Epidural, BleedType::Intraparenchymal, BleedType::Intraventricular,
                               BleedType::Subarachnoid, BleedType::Subdural};

/// All is drawn, so that every label of a slice is known.
SliceLabels labelsOfSlice(const Volume& drawn, std::size_t k) {
    SliceLabels slice;
    slice.labels.fill(false);
    for (const std::int16_t number : drawn.slice(static_cast<int>(k))) {
        if (number < 1 || number > std::ssize(kNumbered)) continue;
        slice.labels[0] = true;
        slice.labels[static_cast<std::size_t>(kNumbered[static_cast<std::size_t>(number - 1)])] = true;
    }
    if (slice.labels[0] == true) slice.mask = maskOfSlice(drawn, k);
    return slice;
}

class BhsdLayout : public Layout {
public:
    explicit BhsdLayout(DatasetPlace place) : m_folder(std::move(place.folder)) {}

    Result<std::vector<Study>> studies(const TaskContext&) override {
        std::vector<Study> studies;
        for (const fs::path& file : volumeFilesIn(m_folder / "images"))
            studies.push_back({stemOf(file), stemOf(file), {file}});
        if (studies.empty()) return fail(ErrorCode::NothingReadable, say("dataset.no_studies"));
        return studies;
    }

    Result<ScanLabels> labelsOf(const Study& study, const SeriesInfo& series,
                                const TaskContext& context) const override {
        const fs::path mask = m_folder / "ground truths" / study.paths.front().filename();
        if (!fs::exists(mask)) return ScanLabels{}; // a scan that nobody drew on
        const auto drawn = loadMaskOf(series, mask, context);
        if (!drawn) return tl::unexpected(drawn.error());
        ScanLabels scan;
        for (std::size_t k = 0; k < sliceCount(series); ++k)
            scan.slices.push_back(labelsOfSlice(**drawn, k));
        return scan;
    }

private:
    fs::path m_folder;
};

} // namespace

std::unique_ptr<Layout> bhsdLayout(DatasetPlace place) {
    return std::make_unique<BhsdLayout>(std::move(place));
}

} // namespace hemo
