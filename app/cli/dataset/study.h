#pragma once

#include "core/classify/verdict/prediction.h"
#include "core/result.h"
#include "core/study/series_info.h"
#include "core/task.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hemo {

/// Of a slice or a scan, in the order of BleedType; nothing: not known.
using BleedLabels = std::array<std::optional<bool>, 6>;

struct SliceLabels {
    BleedLabels labels{};
    std::vector<std::uint8_t> mask; ///< 255 = blood, as large as the slice; empty: nobody drew
};

/// What is known of a series.
struct ScanLabels {
    std::optional<bool> bleeds;      ///< the scan as a whole, where that is said
    std::vector<SliceLabels> slices; ///< in the order of the series
    bool saysAnything() const {
        return bleeds || std::any_of(slices.begin(), slices.end(),
                                     [](const SliceLabels& s) { return s.labels[0].has_value(); });
    }
};

/// One visit of a patient. Keys are the files' own and leave the program nowhere.
struct Study {
    std::string patient, key;
    std::vector<std::filesystem::path> paths;
};

/// How a data set lies on the disk: which studies there are, and where their labels stand.
class Layout {
public:
    Layout() = default;
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;
    virtual ~Layout() = default;
    /// Reads the tables first: what is wrong with them is said before an hour of reading. Fails: NotFound,
    /// Damaged, Cancelled.
    virtual Result<std::vector<Study>> studies(const TaskContext& context) = 0;
    /// Fails: Damaged, where a drawn mask does not fit.
    virtual Result<ScanLabels> labelsOf(const Study& study, const SeriesInfo& series,
                                        const TaskContext& context) const = 0;
};

/// Slices of a series, whatever it is stored as.
inline std::size_t sliceCount(const SeriesInfo& series) {
    return static_cast<std::size_t>(series.grid.slices());
}

/// What is said of a scan, for its slices: where it does not bleed no slice does; where it does, which ones
/// is not known, unless there is but one.
inline ScanLabels spread(const BleedLabels& scan, std::size_t slices) {
    ScanLabels labels;
    labels.bleeds = scan[0];
    SliceLabels each;
    for (std::size_t f = 0; f < scan.size(); ++f)
        if (scan[f] == false || scan[0] == false) each.labels[f] = false;
    if (slices == 1) each.labels = scan;
    labels.slices.assign(slices, each);
    return labels;
}

} // namespace hemo
