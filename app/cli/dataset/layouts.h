#pragma once

#include "app/cli/dataset/study.h"

#include <memory>

namespace hemo {

/// Where a data set lies.
struct DatasetPlace {
    std::filesystem::path folder, table; ///< table empty: where the layout usually has it
};

/// RSNA 2019: `stage_2_train`, files named by their id, and `stage_2_train.csv` with rows
/// `ID_xxx_subtype,Label`.
std::unique_ptr<Layout> rsnaLayout(DatasetPlace place);

/// Any tree of DICOM files or volumes and a CSV: one column of sop_uid, series_uid, study_uid or path, `any`,
/// and the subtypes that are known.
std::unique_ptr<Layout> tableLayout(DatasetPlace place);

/// PhysioNet's CT-ICH: `ct_scans` and `masks` of NIfTI files, `hemorrhage_diagnosis_raw_ct.csv`.
std::unique_ptr<Layout> ctIchLayout(DatasetPlace place);

/// CQ500: a folder a patient, `reads.csv` with the answers of three readers; two of them decide.
std::unique_ptr<Layout> cq500Layout(DatasetPlace place);

/// BHSD: `images` and `ground truths` of NIfTI files of the same names; the mask's numbers name the subtypes.
std::unique_ptr<Layout> bhsdLayout(DatasetPlace place);

inline constexpr std::array kLayoutNames{"rsna", "ct-ich", "cq500", "bhsd", "table"};
/// Null where there is none of that name.
std::unique_ptr<Layout> layoutNamed(std::string_view name, DatasetPlace place);

} // namespace hemo
