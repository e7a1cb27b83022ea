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
};

constinit const std::span<const Sentence> kPrograms = kAll;

} // namespace hemo::words
