#pragma once

#include <QThreadPool>

#include <cstdint>
#include <filesystem>
#include <map>

namespace hemo::ui {

/// What the reader made of each series, in step with a file of it. The disk is asked on a thread of its own,
/// in the order of the wishes, for which it waits at the end. Started on the GUI thread; what is to be done
/// with an answer is called on its own thread.
/// @tparam File knows read(series) and keep(series, before, after), as MarkFile does.
template <class File, class Value> class KeptOnDisk {
public:
    explicit KeptOnDisk(const std::filesystem::path& folder) : m_file(folder) {
        m_thread.setMaxThreadCount(1);
        m_thread.setExpiryTimeout(-1);
    }

    template <class Then> void read(std::uint64_t series, Then then) {
        m_thread.start([this, series, then] {
            Value& onDisk = m_onDisk[series];
            onDisk = m_file.read(series);
            then(onDisk);
        });
    }

    /// What could not be kept is tried again with the next change.
    template <class Failed> void keep(std::uint64_t series, const Value& value, Failed failed) {
        m_thread.start([this, series, value, failed] {
            Value& onDisk = m_onDisk[series];
            if (onDisk == value) return;
            if (m_file.keep(series, onDisk, value))
                onDisk = value;
            else
                failed();
        });
    }

private:
    File m_file;
    std::map<std::uint64_t, Value> m_onDisk; ///< of the series of this window; for the thread alone
    QThreadPool m_thread;                    ///< last: it uses the others until its end
};

} // namespace hemo::ui
