#include "core/words/groups.h"

#include <array>

namespace hemo::words {

// What goes wrong in training and measuring: ml/training.
static constexpr std::array kAll{
    Sentence{"data.picture", "A training picture cannot be read."},
    Sentence{"data.packed_damaged", "The packed pictures cannot be read: pack them again."},
    Sentence{"data.packed_missing", "The packed pictures cannot be opened."},
    Sentence{"data.packed_not_written", "The packed pictures cannot be written."},
    Sentence{"data.file_there", "There is such a file already: give another name."},
    Sentence{"data.folder_there", "There is such a folder already: give another name."},
    Sentence{"data.outline", "A drawn outline cannot be read."},
    Sentence{"data.no_outlines", "There are no drawn outlines here: choose the folder of the data."},
    Sentence{"data.outline_alone", "A drawn outline belongs to no picture."},
    Sentence{"data.no_labels", "The training data has no labels.csv."},
    Sentence{"data.label_columns", "labels.csv has no column \"%1\": its README names what it needs."},
    Sentence{"data.labels_damaged", "labels.csv is damaged: correct the row and try again."},
    Sentence{"data.labels_uneven", "labels.csv has a row with other columns than its first."},
    Sentence{"data.manifest_missing", "The manifest cannot be opened."},
    Sentence{"data.manifest_damaged", "The manifest is damaged: correct the row and try again."},
    Sentence{"data.manifest_same_slice", "The manifest has two slices of one patient with the same number."},
    Sentence{"data.manifest_small",
             "The manifest must hold at least five patients with and five without a bleed."},

    Sentence{"train.stopped", "Stopped as asked: run the same command again to go on."},
    Sentence{"train.run_not_kept", "The run cannot be kept for later: free some space."},
    Sentence{"train.run_damaged", "The stopped run cannot be read: remove its checkpoint."},
    Sentence{"train.run_of_others",
             "This folder holds a stopped run with other options: choose another folder."},
    Sentence{"train.folds_of_others",
             "This folder holds a cross-validation with other options: choose another folder."},
    Sentence{"train.folds_unfinished",
             "The cross-validation is not finished: run `hemoscope-train cross-validate` again."},
    Sentence{"train.place_unclear", "WORLD_SIZE is set, but RANK, MASTER_ADDR or MASTER_PORT is missing or "
                                    "wrong: set all as torchrun does, or unset WORLD_SIZE."},
    Sentence{"train.partner_missing", "The %1 processes did not all meet within %2 seconds: start each with "
                                      "the same MASTER_ADDR and a MASTER_PORT that is free."},
    Sentence{"train.partner_lost", "Another process of this run has ended or does not answer: start all of "
                                   "them again to go on after the last whole epoch."},
    Sentence{"train.processes_differ",
             "The processes of this run have other options or data: start all of them with the same."},
    Sentence{"train.too_many_processes",
             "A batch of these data has %1 slices at least: start no more processes than that."},
    Sentence{"train.processes_not_built", "This program was built to learn in one process: build it where "
                                          "libgloo-dev is installed, or unset WORLD_SIZE."},
    Sentence{"train.folds_in_one_process",
             "Cross-validation runs in one process: unset WORLD_SIZE, or train the folds side by side with "
             "`hemoscope-train train --fold`."},
    Sentence{"train.mixed_needs_gpu",
             "Mixed precision needs a GPU: give --device cuda where there is one, or leave out --mixed."},
    Sentence{"train.folder_not_written", "The folder cannot be written: choose another one."},
    Sentence{"train.model_not_written", "The model folder cannot be written."},
    Sentence{"train.nobody_left", "No patient is left to learn from: check --learn-from."},
    Sentence{"train.nobody_to_look_at",
             "No patient is left to look at: give the data that these networks were taught with."},
    Sentence{"train.start_of_another_kind", "The network to begin with is of another kind: name its own with "
                                            "--network, or begin with a trunk."},
    Sentence{"train.start_knows_measured", "The network to begin with has learned from patients that are to "
                                           "be measured: give the one that held out the same fold."},
    Sentence{"train.model_knows_fold",
             "This model has learned from patients of this fold: give the one that held it out."},
    Sentence{
        "train.model_knows_patients",
        "This model may have learned from these patients: calibrate it with some that it has never seen."},
    Sentence{"train.few_to_calibrate",
             "Calibration needs the whole scans of at least %1 patients with a bleed and "
             "%2 without, with labels: give more."},
    Sentence{"train.networks_differ", "These networks are not of one kind: give some that are."},
    Sentence{"train.networks_held_out", "These networks held out different patients: the mean would know all "
                                        "of them. Give networks of one fold."},
    Sentence{"train.networks_of_others",
             "These networks were taught with other patients: give the data that they were taught with."},

    Sentence{"measure.knows_every_head",
             "This model learned from every head: give one that held out a fold."},
    Sentence{"measure.no_clear_head",
             "The fold that this model held out has no head that is known to be free "
             "of blood: nothing can be drawn into it."},
    Sentence{"measure.held_out_twice", "Two of the models held out the same patients: give one of them."},

    Sentence{"reporting.not_written", "The report cannot be written: choose another folder."},
    Sentence{"reporting.no_model", "This is no model folder: model.json is missing."},
    Sentence{"reporting.model_damaged", "The model folder is damaged: train it again."},
    Sentence{"reporting.weights_not_copied", "The model's weights cannot be copied."},
    Sentence{"reporting.one_fold",
             "A report needs the answers of two folds at least: what is fitted must come from others."},
    Sentence{"reporting.lacks_labels",
             "The answers lack labels of a finding that the model names: write them "
             "again with `hemoscope-train evaluate`."},
    Sentence{"answer_file.damaged",
             "A file of answers is damaged: write it again with `hemoscope-train evaluate`."},
    Sentence{"answer_file.missing", "A file of answers cannot be opened."},
    Sentence{"answer_file.not_written_there", "The answers cannot be written: choose another place."},
    Sentence{"answer_file.not_written", "The answers cannot be written."},
    Sentence{"answer_file.same_patient", "Two files of answers hold the same patient: give one file a fold."},
};

constinit const std::span<const Sentence> kTraining = kAll;

} // namespace hemo::words
