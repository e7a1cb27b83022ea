#pragma once

#include "app/cli/dataset/study.h"
#include "core/imaging/loaded_series.h"

namespace hemo {

/// What a scan is called in the data set: numbers, from which nobody finds the patient.
struct ScanName {
    std::string source, patient, visit; ///< of each visit one series
};

/// What was written of a scan.
struct WrittenScan {
    std::vector<std::string> rows;  ///< of the manifest, without their line's end
    std::array<int, 6> positives{}; ///< slices, in the order of BleedType
    std::optional<bool> bleeds;     ///< the scan, as far as its labels say
    bool isWhole = false;           ///< long enough for a head
    int slices = 0;
};

/// The manifest's columns, as `WrittenScan::rows` have them.
std::string manifestColumns();

/// Writes every slice as a grey PNG of 16 bits, HU + 32768, and drawn masks beside it, into
/// `folder`/pictures/PATIENT; on as many threads as there are cores. Fails: WriteFailed, Cancelled.
Result<WrittenScan> writeScan(const imaging::LoadedSeries& scan, const ScanLabels& labels,
                              const ScanName& name, const std::filesystem::path& folder,
                              const TaskContext& context);

} // namespace hemo
