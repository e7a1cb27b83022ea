#pragma once

#include "core/imaging/header/byte_window.h"

#include <optional>
#include <string>

namespace hemo::imaging {

/// The file meta information (PS3.10 7.1) as far as it says how to go on.
struct MetaHeader {
    std::string mediaStorageSopClassUid, transferSyntax;
    std::uint64_t endsAt = 0; ///< the data set's first byte
};

/// None where there is no preamble or the meta elements are not as the standard has them: such files are
/// neither deflated nor a DICOMDIR. Reads the first window alone, which every reader of the file needs.
std::optional<MetaHeader> parseMetaHeader(ByteWindow& file);

} // namespace hemo::imaging
