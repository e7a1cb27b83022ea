#include "core/words/groups.h"

#include <array>

namespace hemo::words {

// What the second reader says of a scan: core/classify, ml/reader, ml/worker, and the window about it.
static constexpr std::array kAll{
    Sentence{"verdict.slices", "%1 slices", "%1 slice"},
    Sentence{"verdict.too_few", "Only %1: too few to answer for a patient."},
    Sentence{"verdict.over", "%1 of %2 over %3 %."},
    Sentence{"verdict.rest_not_excluded", "The rest cannot be excluded. %1"},
    Sentence{"verdict.rule_in_slices", "%1 of %2 over %3 %; suspected from %4 on."},
    Sentence{"verdict.rule_in_mm", "%1 of %2 (%3 mm) over %4 %; suspected from %5 mm on."},

    Sentence{"assess.wrong_air",
             "Air measures %1 HU instead of -1000: the scale of these images is damaged."},
    Sentence{"assess.no_soft_tissue",
             "Hardly anything has the density of soft tissue: the scale of these images is damaged."},
    Sentence{"assess.greys", "The values are the greys of a picture, not HU: open the original images."},
    Sentence{"assess.beyond_edge",
             "The head goes on beyond the edge of the pictures: choose a series with the whole head."},
    Sentence{"assess.no_head", "No head is seen in these slices."},
    Sentence{"assess.wrong_brain",
             "The brain measures %1 HU, which no brain does: the scale of these images is damaged."},
    Sentence{"assess.slices_apart", "Two slices of the brain lie %1 mm apart: complete the series."},
    Sentence{"assess.no_top", "The upper part of the head is missing: choose a series with the whole head."},
    Sentence{"assess.no_bottom",
             "The lower part of the brain is missing: choose a series with the whole head."},
    Sentence{"assess.contrast", "Contrast was given, as the file says: choose the series without contrast."},
    Sentence{"assess.voltage",
             "A tube voltage of %1 kV is none that heads are scanned with: choose another series."},
    Sentence{"assess.not_axial", "The slices are not axial: choose an axial series."},
    Sentence{"assess.no_slices", "There are no slices."},
    Sentence{"assess.noise", "The images are too noisy (%1 HU) to exclude a bleed."},

    Sentence{"caution.contrast_described",
             "The description speaks of contrast: vessels can look like blood."},
    Sentence{"caution.contrast_denied", "The file names a contrast agent that the description denies: had it "
                                        "been given, vessels could look like blood."},
    Sentence{"caution.cut_to_window", "Only values from %1 to %2 HU were kept: no volume is measured."},
    Sentence{"caution.infant", "This is an infant of %1 months: the model has learned from adults."},
    Sentence{"caution.child", "This is a child of %1 years: the model has learned from adults."},
    Sentence{"caution.small_head", "The head is as small as an infant's: the model has learned from adults."},
    Sentence{"caution.open_sutures",
             "The skull's sutures are open as an infant's: the model has learned from adults."},
    Sentence{"caution.sharp_kernel", "The kernel is sharp: faint blood can drown in its noise."},
    Sentence{"caution.special",
             "These are no plain images of a scan, and the model has learned from no others."},
    Sentence{"caution.lossy", "The images were compressed with loss: no volume is measured."},

    Sentence{"verdict.suspicious", "%1 of %2 are suspicious.", "%1 of %2 is suspicious."},
    Sentence{"verdict.below_rule", "%1 That is too little for the rule."},
    Sentence{"verdict.none_suspicious", "None of %1 is suspicious."},
    Sentence{"verdict.decides", "The probability that decides is %1 %."},

    Sentence{"worth.finds", "Finds about %1 of 10 bleeds."},
    Sentence{"worth.finds_most", "Finds more than 9 of 10 bleeds."},
    Sentence{"worth.alarms", "False alarm in about %1 of 10 patients without a bleed."},
    Sentence{"worth.alarms_seldom", "False alarm in fewer than 1 of 10 patients without a bleed."},
    Sentence{"worth.not_measured", "Nobody has measured this model: how often it is wrong is not known."},
    Sentence{"worth.sensitivity",
             "In cross-validation this rule found %1 % (%2 to %3) of patients with hemorrhage."},
    Sentence{"worth.specificity", "In cross-validation this rule raised no suspicion in %1 % (%2 to %3) of "
                                  "patients without hemorrhage."},

    Sentence{"finding.goes_to", "Goes to slice %1, its most telling one."},
    Sentence{"finding.largest", "Hemorrhage in a slice of it: up to %1 %."},
    Sentence{"finding.kind", "This kind: %1 % on the average of its suspicious slices."},
    Sentence{"finding.crescent", "What is outlined is a crescent along the skull."},
    Sentence{"finding.lens", "What is outlined is a lens along the skull."},
    Sentence{"finding.along_skull", "What is outlined lies along the skull."},
    Sentence{"finding.in_tissue", "What is outlined lies in the tissue."},
    Sentence{"finding.in_ventricles", "What is outlined lies in the ventricles."},
    Sentence{"finding.shape_unclear", "The shape of what is outlined says nothing of its kind."},
    Sentence{"finding.volume", "Outlined: %1 mL."},
    Sentence{"finding.volume_at_least", "Outlined: %1 mL, and it goes on beyond."},

    Sentence{"heat.scale_log_odds", "Evidence in log-odds: faint is %1, strong is %2."},
    Sentence{"heat.scale_relative", "Relative to the largest in each slice: from a third of it."},

    Sentence{"reader.misses_thin_blood", "The second reader often misses thin blood along the skull."},

    Sentence{"explanation.all_levels", "Grad-CAM, all levels"},
    Sentence{"explanation.fine_level", "Grad-CAM, fine level"},
    Sentence{"explanation.middle_level", "Grad-CAM, middle level"},
    Sentence{"explanation.coarse_level", "Grad-CAM, coarse level"},
    Sentence{"explanation.hirescam", "HiResCAM"},
    Sentence{"explanation.layercam", "LayerCAM"},
    Sentence{"explanation.class_map", "Class map"},
    Sentence{"explanation.last_block", "Grad-CAM, last block"},

    Sentence{"network.damaged", "The model folder is damaged: install the model again or choose another."},
    Sentence{"network.unfit", "The model does not fit this version of the program: choose another model."},
    Sentence{"network.missing", "The model is missing: install it again or choose another model folder."},
    Sentence{"network.no_description",
             "The model folder has no model.json: install the model again or choose another."},
    Sentence{"network.not_run", "The model could not be run: install it again or choose another."},
    Sentence{"network.unknown_device",
             "The second reader does not know this device: choose auto, cpu or cuda."},
    Sentence{"network.no_gpu", "There is no GPU that the second reader can use: choose auto or cpu."},

    Sentence{"worker.not_understood",
             "The second reader sent something that cannot be understood: press Retry."},
    Sentence{"worker.silent", "The second reader does not answer: press Retry."},
    Sentence{"worker.not_started",
             "The second reader cannot be started: install Hemoscope again, then press Retry."},
    Sentence{"worker.stopped", "The second reader stopped unexpectedly, perhaps for want of memory: close "
                               "other programs and press Retry."},
    Sentence{"worker.folder_name",
             "The model's folder has a name that the second reader cannot be told: rename it."},

    Sentence{"memory.images", "There is not enough memory for these images: close other programs."},
    Sentence{"memory.reader", "There is not enough memory for the second reader: close other programs."},
    Sentence{"memory.archive", "There is not enough memory for this archive: close other programs."},
    Sentence{"memory.any", "There is not enough memory for this: close other programs and try again."},
};

constinit const std::span<const Sentence> kReader = kAll;

} // namespace hemo::words
