#include "app/phantom_study.h"

#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"

namespace hemo::ui {

namespace fs = std::filesystem;

Result<fs::path> phantomStudy(const fs::path& cache, const TaskContext& context) {
    const fs::path folder = cache / "phantom", making = cache / "phantom-unfinished";
    std::error_code error;
    if (fs::exists(folder, error)) return folder;
    fs::remove_all(making, error); // of a run that was interrupted
    fs::create_directories(cache, error);
    PhantomSpec spec;
    spec.bleed = BleedSpec{};
    imaging::SeriesTags tags;
    tags.seriesDescription = "Head phantom, not a patient";
    const auto written = imaging::writeSeries(*makePhantom(spec).volume, tags, making, context);
    if (!written) return tl::unexpected(written.error());
    fs::rename(making, folder, error); // a folder that is there is whole
    if (error) return fail(ErrorCode::WriteFailed, say("notice.no_phantom"), error.message());
    return folder;
}

} // namespace hemo::ui
