#pragma once

#include "core/image/volume.h"

#include <itkImage.h>

namespace hemo::imaging {

/// A CT image in HU as ITK has it.
using HuImage = itk::Image<std::int16_t, 3>;

/// An empty image whose pixels will lie where a volume's voxels do (`takeVoxelMemory`), once something is
/// read into it.
HuImage::Pointer emptyHuImage();

/// A volume that shares the image's pixels and keeps them alive: its first slices, as many as the grid has.
/// From now on nobody may write to the image.
VolumePtr volumeOver(const HuImage::Pointer& image, Grid grid, std::string seriesInstanceUid);

/// The volume's voxels as an image, which keeps them alive; nobody may write to it. ITK knows even grids
/// alone: of any other this is a lie, see resampleRegular. A sheared one is as good as an upright one.
HuImage::ConstPointer imageOver(const VolumePtr& volume);

/// Where ITK lays voxels: along three steps from the first. What it has no place for (slices that are not
/// evenly apart) lies right at the first and the last slice alone.
struct ItkPlace {
    HuImage::PointType origin;
    HuImage::SpacingType spacing;
    HuImage::DirectionType direction;
    bool isEven = true; ///< every slice lies where ITK has it, to 1 % of their distance
};
/// `loneThicknessMm`: how thick a slice without neighbours is.
ItkPlace itkPlaceOf(const Grid& grid, double loneThicknessMm = 1);

} // namespace hemo::imaging
