#pragma once

#include "core/imaging/header/byte_source.h"
#include "core/task.h"

struct zip_source; // libzip's

namespace hemo::imaging {

/// What libzip reads an archive from: any ByteSource, small reads through a window, and a stop that is
/// answered while a long directory is read. Lives until libzip has freed its source.
class ZipBytes {
public:
    ZipBytes(std::unique_ptr<ByteSource> bytes, const TaskContext& context);
    ~ZipBytes();

    /// Owned by the caller until zip_open_from_source has taken it. May throw std::bad_alloc.
    zip_source* makeSource();
    /// After the archive was opened nobody asks for a stop through it.
    void forgetContext();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace hemo::imaging
