#include "core/words/groups.h"

#include <array>

namespace hemo::words {

// Research volumes: core/imaging/volume_files.
static constexpr std::array kAll{
    Sentence{"volume_file.damaged", "This volume file is damaged: make it again from its source."},
    Sentence{"volume_file.damaged_voxels",
             "This volume file is damaged or ends before its voxels do: copy it again from its source."},
    Sentence{"volume_file.ends_early",
             "This volume file ends before its voxels do: copy it again from its source."},
    Sentence{"volume_file.second_file", "The voxels of this volume lie in a second file, which is missing: "
                                        "copy both into one folder."},
    Sentence{"volume_file.second_in_archive",
             "The voxels of this volume lie in a second file of the archive: unpack the archive first."},
    Sentence{"volume_file.none", "This file is no NIfTI, NRRD or MetaImage volume."},
    Sentence{"volume_file.packed",
             "The middle of a packed file is not to be had before all that lies before it."},
    Sentence{"volume_file.sheared", "The voxels of this file lie on a slanted grid (its affine is sheared): "
                                    "resample it to a rectangular one."},
    Sentence{"volume_file.leaning", "The slices of this file lean more than any scanner tilts (its affine is "
                                    "sheared): resample it to a rectangular grid."},
    Sentence{"volume_file.changed", "The file has changed: open the folder again."},
    Sentence{"volume_file.two_readings", "It is not certain which side is left in this file: two ways to "
                                         "read it differ. Convert it again from the DICOM files."},
    Sentence{"volume_file.greys", "The values run from %1 to %2: these are grey levels, not HU, so windows "
                                  "mean nothing and the second reader cannot be trusted."},

    Sentence{"nifti.none", "This file is no NIfTI volume."},
    Sentence{"nifti.damaged", "This NIfTI file is damaged: make it again from its source."},
    Sentence{"nifti.no_voxels", "This NIfTI file holds no voxels."},
    Sentence{"nifti.several",
             "This NIfTI file holds %1 volumes in one (4-D): save the one to be read as a file of its own."},
    Sentence{"nifti.colours", "This NIfTI file holds colours, not densities."},
    Sentence{"nifti.complex", "This NIfTI file holds complex numbers, not densities."},
    Sentence{"nifti.uncommon",
             "This NIfTI file stores its voxels in an uncommon way: save it with 16-bit voxels."},
    Sentence{"nifti.template", "This volume was fitted to a template: positions and lengths are the "
                               "template's, not the patient's."},
    Sentence{"nifti.mirrored", "This NIfTI file says twice where left is, and the two differ (its sform and "
                               "qform): convert it again from the DICOM files."},
    Sentence{"nifti.two_places",
             "This NIfTI file places its voxels in two ways that differ by up to %1 mm: its %2 is used."},
    Sentence{"nifti.two_places_far",
             "This NIfTI file places its voxels in two ways that differ by up to any number of mm: its %1 is "
             "used."},
    Sentence{"nifti.names_little",
             "A NIfTI file names no patient, no scanner and no kVp; positions come from its %1."},
    Sentence{"nifti.sizes_alone", "A NIfTI file names no patient, no scanner and no kVp; positions come from "
                                  "its voxel sizes alone."},
    Sentence{"nifti.no_directions",
             "This NIfTI file names no directions (no sform, no qform): nobody knows which side is left."},
    Sentence{"nifti.not_a_number",
             "This NIfTI file has places without a value (NaN): they are shown as outside the scan."},
    Sentence{"nifti.no_values", "This NIfTI file holds no value at all: there is nothing to see."},

    Sentence{"nrrd.none", "This file is no NRRD volume."},
    Sentence{"nrrd.damaged", "This NRRD file is damaged: make it again from its source."},
    Sentence{"nrrd.no_voxels", "This NRRD file holds no voxels."},
    Sentence{"nrrd.no_volume", "This NRRD file holds no volume: it has fewer than three dimensions."},
    Sentence{"nrrd.several",
             "This NRRD file holds several volumes in one (4-D): save the one to be read as a file of its "
             "own."},
    Sentence{"nrrd.colours", "This NRRD file holds colours or vectors, not densities."},
    Sentence{"nrrd.uncommon",
             "This NRRD file stores its voxels in an uncommon way: save it with 16-bit voxels."},
    Sentence{"nrrd.packed",
             "This NRRD file is packed in a way that cannot be read: save it raw or with gzip."},
    Sentence{"nrrd.misplaced",
             "The voxels of this NRRD file do not begin where they should: save it again as "
             "one .nrrd file."},
    Sentence{"nrrd.elsewhere", "The voxels of this NRRD file lie elsewhere: save it as one .nrrd file."},
    Sentence{"nrrd.no_voxel_size", "This NRRD file names no voxel size: 1 mm is assumed, so lengths and "
                                   "volumes cannot be trusted."},
    Sentence{"nrrd.not_millimetres",
             "This NRRD file does not measure in millimetres: save it in millimetres."},
    Sentence{"nrrd.no_directions",
             "This NRRD file names no directions in the patient: nobody knows which side is left."},
    Sentence{"nrrd.sizes_alone", "A NRRD file names no patient, no scanner and no kVp; positions come from "
                                 "its voxel sizes alone."},
    Sentence{"nrrd.directions",
             "A NRRD file names no patient, no scanner and no kVp; positions come from its "
             "space directions."},
    Sentence{"nrrd.not_a_number",
             "This NRRD file has places without a value (NaN): they are shown as outside the scan."},
    Sentence{"nrrd.no_values", "This NRRD file holds no value at all: there is nothing to see."},

    Sentence{"metaimage.damaged", "This MetaImage file is damaged: make it again from its source."},
    Sentence{"metaimage.no_volume",
             "This MetaImage file holds no volume: it has fewer than three dimensions."},
    Sentence{"metaimage.several", "This MetaImage file holds several volumes in one (4-D): save the one to "
                                  "be read as a file of its own."},
    Sentence{"metaimage.colours", "This MetaImage file holds colours or vectors, not densities."},
    Sentence{"metaimage.uncommon",
             "This MetaImage file stores its voxels in an uncommon way: save it with 16-bit voxels."},
    Sentence{"metaimage.scaled",
             "This MetaImage file scales its voxels, which ITK leaves out: save it in HU."},
    Sentence{"metaimage.text", "This MetaImage file holds its voxels as text: save it in binary form."},
    Sentence{
        "metaimage.misplaced",
        "The voxels of this MetaImage file do not begin where they should: save it again as one .mha file."},
    Sentence{"metaimage.elsewhere",
             "The voxels of this MetaImage file lie elsewhere: save it as one .mha file."},
    Sentence{"metaimage.not_millimetres",
             "This MetaImage file does not measure in millimetres: save it in millimetres."},
    Sentence{"metaimage.turned", "It is not certain where the voxels of this MetaImage file lie: it turns "
                                 "them about a point of its own. Save it again without."},
    Sentence{"metaimage.no_voxel_size", "This MetaImage file names no voxel size: 1 mm is assumed, so "
                                        "lengths and volumes cannot be trusted."},
    Sentence{"metaimage.no_directions",
             "This MetaImage file names no directions in the patient: nobody knows which side is left."},
    Sentence{"metaimage.names_little", "A MetaImage file names no patient, no scanner and no kVp; positions "
                                       "come from its matrix and offset."},
    Sentence{"metaimage.none", "This file is no MetaImage volume."},
    Sentence{"metaimage.no_image", "This MetaImage file holds no image."},
    Sentence{"metaimage.not_a_number",
             "This MetaImage file has places without a value (NaN): they are shown as outside the scan."},
    Sentence{"metaimage.no_values", "This MetaImage file holds no value at all: there is nothing to see."},
};

constinit const std::span<const Sentence> kVolumeFiles = kAll;

} // namespace hemo::words
