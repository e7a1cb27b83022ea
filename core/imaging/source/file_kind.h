#pragma once

#include "core/imaging/header/byte_window.h"

#include <string_view>

namespace hemo::imaging {

enum class FileKind {
    Object,         ///< a DICOM object, or nothing that is known
    ZipArchive,     ///< whatever its name
    DicomDirectory, ///< a DICOMDIR: by its content, or by its name where it says nothing else of itself
};

/// By the first bytes, which every reader of the file needs anyway.
FileKind kindOf(ByteWindow& file, std::string_view name);

} // namespace hemo::imaging
