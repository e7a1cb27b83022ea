#include "core/words/groups.h"

#include <array>

namespace hemo::words {

// What must be known of a stack of slices: order, distances, values, identity. core/imaging/series.
static constexpr std::array kAll{
    // Parts of several.
    Sentence{"place.along", "%1 %2"},
    Sentence{"place.unnamed", "%1"},
    Sentence{"place.at", "at %1 mm"},
    Sentence{"place.between", "between %1 and %2 mm"},

    Sentence{"gap.slices", "%1 slices are missing %2: expected a slice every %3 mm, found %4 mm.",
             "%1 slice is missing %2: expected a slice every %3 mm, found %4 mm."},
    Sentence{"gap.nothing", "Nothing was scanned %1: expected a slice every %2 mm, found %3 mm."},
    Sentence{"spacing.step", "%1 mm %2"},
    Sentence{"spacing.change", "Slice spacing changes from %1 to %2 mm at %3 mm"},
    Sentence{"spacing.odd_step", "with one step of %1"},
    Sentence{"spacing.changes", "%1."},
    Sentence{"spacing.uneven", "Slice spacing is uneven: expected %1 mm, found %2."},
    Sentence{"spacing.uneven_range", "Slice spacing is uneven: expected %1 mm, found %2 to %3 mm %4."},
    Sentence{"stack.tilt", "Gantry tilt %1°: axial slices are shown as scanned, the other views are "
                           "straightened, and slices are as far apart as the table moved."},
    Sentence{"stack.sideways", "Slices are shifted sideways against each other by up to %1 mm; each is shown "
                               "where its file says it lies."},
    Sentence{"stack.leans", "The stack leans sideways by %1°: axial slices are shown as scanned, the other "
                            "views are straightened."},

    Sentence{"order.no_position", "%1 images name no position and are left out.",
             "%1 image names no position and is left out."},
    Sentence{"order.one_slice", "The file names no position: where the slice lies in the head is unknown."},
    Sentence{"order.same_by_location", "The files name one position for all slices: slices are ordered by "
                                       "their slice location, so top and bottom may be swapped."},
    Sentence{"order.none_by_location", "The files name no positions: slices are ordered by their slice "
                                       "location, so top and bottom may be swapped."},
    Sentence{"order.same_by_number",
             "The files name one position for all slices: slices are ordered by image number, %1 mm apart is "
             "assumed, and top and bottom may be swapped."},
    Sentence{"order.none_by_number", "The files name no positions: slices are ordered by image number, %1 mm "
                                     "apart is assumed, and top and bottom may be swapped."},
    Sentence{"order.same_by_name",
             "The files name one position for all slices: slices are ordered by the names of their files, %1 "
             "mm apart is assumed, and top and bottom may be swapped."},
    Sentence{"order.none_by_name",
             "The files name no positions: slices are ordered by the names of their files, %1 mm apart is "
             "assumed, and top and bottom may be swapped."},
    Sentence{"order.no_directions", "The files name no directions: left and right are assumed, not known, so "
                                    "the views show no letters."},
    Sentence{"order.repeats",
             "%1 images lie in the same place as another (%2) and are left out: the first by image number is "
             "shown.",
             "%1 image lies in the same place as another (%2) and is left out: the first by image number is "
             "shown."},

    Sentence{"copies.other_folder", "%1 files are copies of others in another folder and are left out.",
             "%1 file is a copy of another in another folder and is left out."},
    Sentence{"copies.other_name", "%1 files are copies of others under another name and are left out.",
             "%1 file is a copy of another under another name and is left out."},
    Sentence{"copies.other_folder_at",
             "%1 files are copies of others (%2) in another folder and are left out.",
             "%1 file is a copy of another (%2) in another folder and is left out."},
    Sentence{"copies.other_name_at",
             "%1 files are copies of others (%2) under another name and are left out.",
             "%1 file is a copy of another (%2) under another name and is left out."},

    Sentence{"identity.several_people",
             "Files of several patients or days share the UIDs of one series: each "
             "is shown as a series of its own."},
    Sentence{"identity.several_scans",
             "Every image number is there twice, and the slices lie between each other: two scans that share "
             "their UIDs are shown as two series. Make sure whose they are."},
    Sentence{"identity.each_slice", "Each file names a series, study or frame of reference of its own: they "
                                    "are taken for one scan, as all else agrees."},
    Sentence{"identity.shared_image",
             "Different pictures share one image UID: none is taken for a copy of another."},

    Sentence{"stack.not_ct", "These images are not marked as CT: their values are taken as HU."},
    Sentence{"stack.no_scale", "The files name no scale to HU: stored values are taken as HU."},
    Sentence{"stack.no_slope", "The files name no slope of the scale to HU: 1 is taken."},
    Sentence{"stack.no_intercept", "The files name no intercept of the scale to HU: 0 is taken."},
    Sentence{"stack.no_unit", "The files do not say what their values are: they are taken as HU."},
    Sentence{"stack.no_pixel_size", "The files name no pixel size: 1 mm is assumed, so lengths and volumes "
                                    "cannot be trusted."},
    Sentence{"stack.lossy", "These images were compressed with loss: fine detail may be missing."},
    Sentence{"stack.missing_frames",
             "%1 images are announced by the files and not there: copy them again from their source.",
             "%1 image is announced by the files and not there: copy them again from their source."},
    Sentence{"stack.lost", "%1 images cannot be read and are left out: the stack has a gap there.",
             "%1 image cannot be read and is left out: the stack has a gap there."},

    Sentence{"values.padding_alone", "These images hold padding alone: there is nothing to see."},
    Sentence{"values.no_air",
             "The lowest value is %1 HU, so there is no air in these images: their scale may be wrong."},
    Sentence{"values.wrapped", "Values below zero were stored as very bright ones, so that air was brighter "
                               "than bone: this was mended."},
    Sentence{"values.conflict", "The header and the compressed pixels disagree on the sign or depth of the "
                                "values: the reading that makes a smooth picture is shown."},
    Sentence{"values.contradiction", "The files contradict themselves on the bits of a value: the reading "
                                     "that makes a smooth picture is shown."},
    Sentence{"values.too_large", "Some values are too large for CT and were cut off."},
    Sentence{"values.unused_padding", "The files name a padding value that tissue has too: it is not used."},
};

constinit const std::span<const Sentence> kStacks = kAll;

} // namespace hemo::words
