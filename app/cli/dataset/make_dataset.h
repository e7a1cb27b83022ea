#pragma once

#include "app/cli/dataset/study_record.h"

namespace hemo {

struct DatasetOptions {
    std::filesystem::path out;
    std::string source; ///< what the data set is called: reports keep sets apart by it
    std::string layout;
};

/// All that was made, or left out with its reason.
struct Dataset {
    std::vector<StudyRecord> studies;
    int readNow = 0;         ///< slices of this run; the others were there
    double secondsSpent = 0; ///< on those
};

/// Reads every study of the layout as the viewer would, picks the series that is best for reading among those
/// that are labelled, and writes pictures, `manifest.csv` and `report.md` into `options.out`. A run that was
/// stopped goes on: what is written stays. Progress is in slices of studies. Fails: as the layout;
/// Unsupported where the folder holds the set of other data; WriteFailed; NothingReadable where no study
/// could be used; Cancelled.
Result<Dataset> makeDataset(Layout& layout, const DatasetOptions& options, const TaskContext& context);

} // namespace hemo
