#pragma once

#include "core/imaging/source/meta_header.h"

namespace hemo::imaging {

/// The same file with its data set inflated (PS3.5 A.5), all of it in memory. Takes both what the standard
/// asks for, a bare deflate stream, and one in a zlib wrapper, which is met as well; a data set that is plain
/// after all stays as it is.
/// Fails: Damaged (cut off, or more than the compressed bytes can justify). May throw std::bad_alloc.
Result<ByteWindow> inflateDataSet(ByteWindow file, const MetaHeader& meta);

} // namespace hemo::imaging
