#include "core/imaging/volume_files/itk_opinion.h"

#include "core/imaging/itk_messages.h"

#include <itkMetaImageIO.h>
#include <itkNiftiImageIO.h>
#include <itkNrrdImageIO.h>

namespace hemo::imaging {
namespace {

Vec3 stepOf(const itk::ImageIOBase& io, unsigned int axis) {
    const std::vector<double> direction = io.GetDirection(axis);
    return Vec3{direction[0], direction[1], direction[2]} * io.GetSpacing(axis);
}

std::optional<VoxelSteps> stepsOf(itk::ImageIOBase& io, const std::filesystem::path& file) {
    io.SetFileName(file.string());
    io.ReadImageInformation();
    if (io.GetNumberOfDimensions() != 3) return std::nullopt;
    return VoxelSteps{stepOf(io, 0), stepOf(io, 1), stepOf(io, 2),
                      PatientPoint{io.GetOrigin(0), io.GetOrigin(1), io.GetOrigin(2)}};
}

std::optional<VoxelSteps> ifReadable(itk::ImageIOBase& io, const std::filesystem::path& file) {
    if (!io.CanReadFile(file.c_str())) return std::nullopt;
    return stepsOf(io, file);
}

} // namespace

std::optional<VoxelSteps> itkSteps(const std::filesystem::path& file, SeriesFormat format) {
    sendItkMessagesToLog();
    try {
        // Its name does not matter to MetaImage's reader, only to the question whether it reads such names.
        if (format == SeriesFormat::MetaImage) return stepsOf(*itk::MetaImageIO::New(), file);
        if (format == SeriesFormat::Nrrd) return ifReadable(*itk::NrrdImageIO::New(), file);
        return ifReadable(*itk::NiftiImageIO::New(), file);
    } catch (const std::exception&) {
        return std::nullopt; // such as a name without ending, or an affine that ITK has no place for
    }
}

} // namespace hemo::imaging
