#include "core/imaging/library_versions.h"

#include <gdcmVersion.h>
#include <itkVersion.h>

namespace hemo::imaging {

std::string libraryVersions() {
    return std::string("ITK ") + itk::Version::GetITKVersion() + ", GDCM " + gdcm::Version::GetVersion();
}

} // namespace hemo::imaging
