#include "core/words/groups.h"

#include <array>

namespace hemo::words {

// What the window says by itself: notices, and the stages of work in the background.
static constexpr std::array kAll{
    Sentence{"stage.folder", "Looking through the folder"},
    Sentence{"stage.files", "Looking through the files"},
    Sentence{"stage.series_list", "Making the series list"},
    Sentence{"stage.slices", "Reading slices"},
    Sentence{"stage.heads", "Laying one head over the other"},
    Sentence{"stage.pictures", "Making pictures for the list"},
    Sentence{"stage.reader", "Starting the second reader"},
    Sentence{"stage.reformats", "Preparing reformats"},
    Sentence{"stage.findings", "Measuring findings"},
    Sentence{"stage.writing", "Writing slices"},

    Sentence{"notice.nothing_open", "Open a series first, then put another one beside it."},
    Sentence{"notice.open_already", "This series is open already: choose another one to compare it with."},
    Sentence{"notice.no_other",
             "No other series of this patient is listed: add its folder with Ctrl+Shift+O, "
             "or choose a series in the list with Ctrl and a click."},
    Sentence{"notice.list_grown",
             "The list has grown: press B to compare with what was added, or choose a series in it."},
    Sentence{"notice.nothing_added",
             "There is no CT stack here that can be opened: what was open stays open."},
    Sentence{"notice.no_stack",
             "This folder has images, but no CT stack that can be opened: choose another folder."},
    Sentence{"notice.study_gone", "This study is not there now: connect its disc or folder and try again."},
    Sentence{"notice.no_own_window", "This series brings no window of its own: press 1 to 7 for a preset."},
    Sentence{"notice.other_series",
             "The second reader answered for another series, so the answer is not shown: press Retry."},
    Sentence{"notice.marks_not_kept",
             "Your marks cannot be kept at the moment: make room on the disk, then change one of them."},
    Sentence{"notice.verdict_not_kept",
             "Your reading cannot be kept at the moment: make room on the disk, then change it."},
    Sentence{"notice.log_not_kept",
             "This reading cannot be kept in the log at the moment: make room on the disk, then revise it."},
    Sentence{"notice.log_saved", "The reading log is saved: %1 readings.",
             "The reading log is saved: %1 reading."},
    Sentence{"notice.log_not_saved", "The reading log cannot be saved there: choose another folder."},
    Sentence{"notice.log_cleared", "The reading log is empty now."},
    Sentence{
        "notice.log_not_cleared",
        "The reading log cannot be emptied at the moment: close other windows of Hemoscope, then try again."},
    Sentence{"notice.truth_added", "The truth of %1 studies is known now.",
             "The truth of %1 study is known now."},
    Sentence{
        "truth_table.columns",
        "This table lacks the columns StudyInstanceUID and bleed (1 or 0): name them in its first line."},
    Sentence{"truth_table.row",
             "Line %1 of the table does not give a study and 1 or 0 for bleed: mend it and try again."},
    Sentence{"truth_table.both",
             "Line %1 of the table says of a study the contrary of a line before it: mend it and try again."},
    Sentence{"truth_table.unreadable", "This table cannot be opened: choose another file."},
    Sentence{"notice.nothing_to_compare", "This needs cases with a bleed and without, read in every way by "
                                          "every reader: add the truth from a table first."},
    Sentence{"notice.cases_made",
             "Making twelve drawn heads to learn from: this once it takes up to a minute."},
    Sentence{"notice.case_added",
             "The case is in the collection: open it with \"Learn from a collection of cases\"."},
    Sentence{"lesson.no_file", "This folder has no cases.json: choose the folder of a collection of cases."},
    Sentence{"lesson.no_json", "This cases.json cannot be read: it is no JSON object."},
    Sentence{"lesson.nothing", "This cases.json needs a \"title\" and at least one of \"cases\"."},
    Sentence{"lesson.field",
             "Case %1 in cases.json is wrong in \"%2\": mend it and open the collection again."},
    Sentence{"lesson.series_twice",
             "Case %1 in cases.json has the series of a case before it: give it its own."},
    Sentence{"lesson.series_gone",
             "The series of case %1 is not in the folder: put it back and open the collection again."},
    Sentence{"lesson.not_written", "The case cannot be written there: choose another folder."},
    Sentence{"notice.way_unknown", "This site's settings name a way of reading that is not known (%1): you "
                                   "read first, then the second reader is shown."},
    Sentence{"notice.no_middle",
             "The middle of this head is not known: its skull is not seen closed in enough slices."},
    Sentence{"notice.not_along_skull",
             "This finding does not lie along the skull: measure it with L, or ABC/2 with Shift+B."},
    Sentence{"notice.nothing_beside",
             "There is nothing to take off: put an earlier study beside this one with B first."},
    Sentence{"notice.not_laid",
             "The two series do not lie upon each other yet: link them with J to see what differs."},
    Sentence{"stage.middle", "Finding the middle of the head"},
    Sentence{"notice.no_phantom", "The phantom cannot be made: make room on the disk and try again."},
    Sentence{"notice.making_phantom", "A phantom is being made."},
    Sentence{"notice.picture_saved", "The picture is saved."},
    Sentence{"notice.slices_saved", "%1 pictures are saved.", "%1 picture is saved."},
    Sentence{"notice.slices_there",
             "Pictures of this series are in that folder already: choose another one."},
    Sentence{"notice.picture_copied", "The picture is copied."},
    Sentence{"notice.picture_not_saved", "The picture cannot be saved there: choose another folder."},
    Sentence{"notice.local_only",
             "Only files and folders of this computer can be opened: save them here first."},

    Sentence{"notice.drop_adds", "Drop here to add this to the list; on the pictures it replaces the list."},
    Sentence{"notice.drop_replaces", "Drop here to open this instead; on the list of studies it is added."},

    Sentence{"volume_view.no_display",
             "No display for the volume view: start the program in a desktop session."},
    Sentence{"volume_view.one_slice", "One slice has no volume to look at: open the whole series."},
    Sentence{"volume_view.nothing_dense", "Nothing here is dense enough for this view: choose another."},
    Sentence{"volume_view.memory", "There is not enough memory for the volume view: close other programs."},
    Sentence{"presets.no_width", "A window preset has no width: mend the presets file."},
    Sentence{"presets.unreadable",
             "The window presets file cannot be read: restore it from the program's own."},
    Sentence{"reformat.sideways", "The slices of this series lie too far apart sideways for the other views: "
                                  "read it in the axial view."},
};

constinit const std::span<const Sentence> kState = kAll;

} // namespace hemo::words
