#include "app/phantom_study.h"

#include "app/whole_folder.h"
#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"

namespace hemo::ui {

namespace fs = std::filesystem;

Result<fs::path> phantomStudy(const fs::path& cache, const TaskContext& context) {
    return wholeFolder(
        cache / "phantom", say("notice.no_phantom"), [&](const fs::path& making) -> Result<void> {
            PhantomSpec spec;
            spec.bleed = BleedSpec{};
            imaging::SeriesTags tags;
            tags.seriesDescription = "Head phantom, not a patient";
            const auto written = imaging::writeSeries(*makePhantom(spec).volume, tags, making, context);
            if (!written) return tl::unexpected(written.error());
            return {};
        });
}

} // namespace hemo::ui
