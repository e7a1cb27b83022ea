#include "core/words/groups.h"

#include <array>

namespace hemo::words {

// What the program's own cases say. A collection on disk holds them in English; the window knows them again.
static constexpr std::array kAll{
    Sentence{"drawn_case.collection", "Twelve drawn heads"},
    Sentence{"drawn_case.question", "Is there a bleed, which kind, and where?"},
    Sentence{"drawn_case.licence", "Apache-2.0: a drawn head, not a patient"},
    Sentence{"drawn_case.ladder", "Fell from a ladder"},
    Sentence{"drawn_case.ladder_point",
             "An epidural bleed is a lens between bone and dura: it does not cross sutures."},
    Sentence{"drawn_case.blow", "Headache after a blow to the head"},
    Sentence{"drawn_case.blow_point",
             "A small lens is easily taken for bone: look at it in a wide window as well."},
    Sentence{"drawn_case.floor", "Found on the floor"},
    Sentence{"drawn_case.floor_point",
             "A subdural bleed is a crescent along the skull: it crosses sutures, but not the midline."},
    Sentence{"drawn_case.week", "Confused for a week"},
    Sentence{"drawn_case.week_point",
             "A thin crescent hides beside the bone: widen the window to about 200 HU."},
    Sentence{"drawn_case.weakness", "Sudden weakness of one side"},
    Sentence{"drawn_case.weakness_point",
             "A bleed in the basal ganglia is most often that of high blood pressure."},
    Sentence{"drawn_case.seizure", "A seizure, the first one"},
    Sentence{"drawn_case.seizure_point",
             "A small bleed can stand in two slices alone: go through all of them."},
    Sentence{"drawn_case.operation", "After an operation of the skull"},
    Sentence{"drawn_case.operation_point",
             "Where bone is missing the brain is still looked at in the same order."},
    Sentence{"drawn_case.headache", "The worst headache of a life"},
    Sentence{"drawn_case.headache_point",
             "Blood in sulci and cisterns takes the place of dark fluid: compare both sides."},
    Sentence{"drawn_case.drowsy", "Drowsy since the morning"},
    Sentence{"drawn_case.drowsy_point",
             "Blood in a ventricle settles at the back of a patient who lies on it."},
    Sentence{"drawn_case.better", "Drowsy, and better again"},
    Sentence{"drawn_case.better_point", "Calcified choroid plexus is dense on both sides; a little blood is "
                                        "dense where the ventricle is lowest."},
    Sentence{"drawn_case.fall", "A check after a fall"},
    Sentence{"drawn_case.fall_point",
             "Nothing was drawn here: calcified choroid plexus on one side is no bleed."},
    Sentence{"drawn_case.years", "Weak for years"},
    Sentence{"drawn_case.years_point",
             "What is dense like this is calcium, and what is dark is an old infarct: neither is a bleed."},
};
constinit const std::span<const Sentence> kCases = kAll;

} // namespace hemo::words
