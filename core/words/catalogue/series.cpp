#include "core/words/groups.h"

#include <array>

namespace hemo::words {

// What a series is, why it is the one to read, why it cannot be opened. core/imaging/series and header.
static constexpr std::array kAll{
    Sentence{"best.ideal", "%^1: the best of %2 series for the second reader."},
    Sentence{"best.ideal_only", "%^1: the only series with slices."},
    Sentence{"best.plain", "The best of %1 series for the second reader."},
    Sentence{"best.plain_only", "The only series with slices."},
    Sentence{"best.not_ideal", "The best of %1 series for the second reader, yet not ideal: %2."},
    Sentence{"best.not_ideal_only", "The only series with slices; %1."},
    Sentence{"fact.axial", "axial"},
    Sentence{"fact.thickness", "%1 mm"},
    Sentence{"fact.soft_kernel", "soft kernel"},
    Sentence{"fact.no_contrast", "without contrast"},
    Sentence{"fact.no_contrast_named", "no contrast named"},
    Sentence{"objection.coronal", "coronal slices"},
    Sentence{"objection.sagittal", "sagittal slices"},
    Sentence{"objection.sides", "left and right unknown"},
    Sentence{"objection.apart", "slices %1 mm apart"},
    Sentence{"objection.bone_kernel", "bone kernel"},
    Sentence{"objection.perfusion", "a perfusion scan"},
    Sentence{"objection.contrast", "with contrast"},
    Sentence{"objection.few_slices", "only %1 slices", "one slice only"},
    Sentence{"objection.not_ct", "not marked as CT"},
    Sentence{"objection.not_head", "not a plain head scan"},

    Sentence{"special.monoenergetic", "monoenergetic"},
    Sentence{"special.material", "material map"},
    Sentence{"special.virtual_native", "virtual without contrast"},
    Sentence{"special.maximum", "maximum intensity"},
    Sentence{"special.minimum", "minimum intensity"},
    Sentence{"special.dual_energy", "dual energy"},
    Sentence{"special.picture", "three-dimensional picture"},
    Sentence{"special.boneless", "bone removed"},
    Sentence{"special.subtracted", "subtracted"},
    Sentence{"special.perfusion", "perfusion map"},
    Sentence{"special.curved", "curved reformat"},
    Sentence{"special.no_image", "no plain image"},

    Sentence{"kind.projections",
             "These are projections made from a CT: open the series they were made from."},
    Sentence{"kind.reformats", "These are reformats made from a CT: open the series they were made from."},
    Sentence{"kind.renderings", "These are renderings made from a CT: open the series they were made from."},
    Sentence{"kind.pictures", "These are pictures made from a CT: open the series they were made from."},
    Sentence{"kind.not_ct", "These images are not marked as CT."},
    Sentence{"kind.other_modality", "These are %1 images: only CT can be opened."},
    Sentence{"kind.lookup_table",
             "The grey values come with a lookup table instead of a scale to HU: they cannot be opened."},
    Sentence{"kind.other_quantity",
             "These are maps computed from CT, and their values are no Hounsfield units: %1."},
    Sentence{"kind.frames_lack_scale", "These frames name no scale to HU, though others of the same object "
                                       "do: they cannot be opened."},
    Sentence{"kind.other_unit", "The values of these images are no Hounsfield units, but \"%1\"."},
    Sentence{"kind.densities",
             "These images show densities (kernel %1): their values are no Hounsfield units."},
    Sentence{"kind.inverted",
             "These images hold inverted greys without a scale to HU: they cannot be opened."},
    Sentence{"kind.frames_unplaced",
             "This multi-frame object does not say where its frames lie: export it as "
             "single CT images."},
    Sentence{"kind.scout", "This is a scout, a single overview image."},
    Sentence{"kind.secondary_capture", "This is a secondary capture, a picture made from other images."},
    Sentence{"kind.colour", "These are colour pictures without CT values."},
    Sentence{"kind.bits", "These images are %1 bits deep, where CT has 16: they hold no CT values."},
    Sentence{"kind.damaged_geometry",
             "The positions, directions or pixel sizes in these files are damaged: they cannot be opened."},
    Sentence{"kind.two_values",
             "These images hold only two values: they are a drawing made for other images, no CT."},

    Sentence{"compression.known", "These images are compressed with %1 (%2), which cannot be read: export "
                                  "them uncompressed."},
    Sentence{"compression.unknown", "These images are stored in a private or unknown way (%1), which cannot "
                                    "be read: export them uncompressed."},
    Sentence{"compression.no_uid", "no valid UID"},
    Sentence{"compression.unreadable", "These images are compressed in a way that cannot be read."},
};

constinit const std::span<const Sentence> kSeries = kAll;

} // namespace hemo::words
