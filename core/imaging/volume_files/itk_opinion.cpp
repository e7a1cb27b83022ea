#include "core/imaging/volume_files/itk_opinion.h"

#include "core/log.h"

#include <itkNiftiImageIO.h>
#include <itkNrrdImageIO.h>
#include <itkOutputWindow.h>

#include <mutex>

namespace hemo::imaging {
namespace {

/// What ITK would print.
class LogWindow : public itk::OutputWindow {
public:
    using Self = LogWindow;
    using Superclass = itk::OutputWindow;
    using Pointer = itk::SmartPointer<Self>;
    itkNewMacro(Self);
    void DisplayText(const char*) override { log::debug("ITK remarked on a volume file."); }
};

void sendItkMessagesToLog() {
    static std::once_flag once;
    std::call_once(once, [] { itk::OutputWindow::SetInstance(LogWindow::New()); });
}

Vec3 stepOf(const itk::ImageIOBase& io, unsigned int axis) {
    const std::vector<double> direction = io.GetDirection(axis);
    return Vec3{direction[0], direction[1], direction[2]} * io.GetSpacing(axis);
}

std::optional<VoxelSteps> stepsOf(itk::ImageIOBase& io, const std::filesystem::path& file) {
    if (!io.CanReadFile(file.c_str())) return std::nullopt;
    io.SetFileName(file.string());
    io.ReadImageInformation();
    if (io.GetNumberOfDimensions() != 3) return std::nullopt;
    return VoxelSteps{stepOf(io, 0), stepOf(io, 1), stepOf(io, 2),
                      PatientPoint{io.GetOrigin(0), io.GetOrigin(1), io.GetOrigin(2)}};
}

} // namespace

std::optional<VoxelSteps> itkSteps(const std::filesystem::path& file, SeriesFormat format) {
    sendItkMessagesToLog();
    try {
        if (format == SeriesFormat::Nrrd) return stepsOf(*itk::NrrdImageIO::New(), file);
        return stepsOf(*itk::NiftiImageIO::New(), file);
    } catch (const std::exception&) {
        return std::nullopt; // such as a name without ending, or an affine that ITK has no place for
    }
}

} // namespace hemo::imaging
