#include "core/words/groups.h"

#include <array>

namespace hemo::words {

// What the programs without a window say: app/cli.
static constexpr std::array kAll{
    Sentence{"read.no_overlay_folder", "The folder for the overlays cannot be made: choose another."},
    Sentence{"read.overlays_there",
             "The folder for the overlays holds pictures already: choose an empty one."},
    Sentence{"read.no_such_explanation", "This model has no such explanation: choose one of %1."},
    Sentence{"read.one_operating_point", "This model has one operating point: leave --operating-point out."},
    Sentence{"read.no_such_operating_point", "This model has no such operating point: choose one of %1."},
    Sentence{"read.no_stack", "There is no CT stack here that can be read."},
    Sentence{"read.json_not_written", "The JSON file cannot be written: choose another place."},
    Sentence{"read.not_read", "Not read: %1"},
    Sentence{"read.look_at_first", "Series 1 is the one to look at: %1"},
    Sentence{"read.series", "Series %1: %2. %3"},
    Sentence{"read.sides_unknown", "Its sides are unknown."},
    Sentence{"answer.suspected", "suspected"},
    Sentence{"answer.none_seen", "none seen"},
    Sentence{"answer.cannot_assess", "cannot assess"},

    Sentence{"phantom.gap", "The gap must lie between two slices: choose a smaller --gap."},
    Sentence{"phantom.file_there", "There is a file of that name: choose another folder."},

    Sentence{"dataset.headers", "Reading headers"},
    Sentence{"dataset.reading", "Reading studies"},
    Sentence{"dataset.writing", "Writing pictures"},
    Sentence{"dataset.give_table", "Name the table of labels with --labels."},
    Sentence{"dataset.no_table", "The table of labels cannot be opened: name it with --labels."},
    Sentence{"dataset.no_column", "The table of labels has no column \"%1\": check --layout."},
    Sentence{"dataset.no_key",
             "The table of labels must have one of the columns sop_uid, series_uid, study_uid and "
             "path."},
    Sentence{"dataset.table_damaged", "Row %1 of the table of labels is damaged: correct it and try again."},
    Sentence{"dataset.no_studies",
             "There are no scans where this layout has them: check the folder and --layout."},
    Sentence{"dataset.no_label", "No label belongs to any of its series."},
    Sentence{"dataset.mask_size", "The drawn mask is not as large as the scan."},
    Sentence{"dataset.other_slices", "The labels speak of other slices than the scan has."},
    Sentence{"dataset.of_others",
             "This folder holds a set of other data, or of the same under another name: choose "
             "another folder."},
    Sentence{"dataset.not_written", "The set cannot be written: free some space or choose another folder."},
    Sentence{"dataset.nothing_used", "No study could be used: report.md in the new folder says why."},
};

constinit const std::span<const Sentence> kPrograms = kAll;

} // namespace hemo::words
