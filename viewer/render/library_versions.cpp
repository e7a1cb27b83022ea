#include "viewer/render/library_versions.h"

#include <vtkVersion.h>

namespace hemo::render {

std::string libraryVersions() {
    return std::string("VTK ") + vtkVersion::GetVTKVersion();
}

} // namespace hemo::render
