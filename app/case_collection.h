#pragma once

#include "core/classroom/learning.h"
#include "core/image/volume.h"
#include "core/result.h"
#include "core/task.h"

#include <filesystem>

namespace hemo::ui {

/// A collection and where it lies.
struct OpenedCollection {
    CaseCollection collection;
    std::filesystem::path folder;
};

/// Reads cases.json of a folder and looks whether each series is there. Fails with one sentence. Any thread.
Result<OpenedCollection> openCollection(const std::filesystem::path& folder);

/// The folder of the twelve drawn heads, made below `cache` the first time. Any thread; some seconds.
Result<std::filesystem::path> phantomCollection(const std::filesystem::path& cache,
                                                const TaskContext& context);

/// Whether something may have been drawn into the series of a case: its copy says so then.
enum class Drawn { No, Maybe };

/// Adds a case to the collection in `folder`, which is made where it is not there, with an anonymous copy of
/// the series: no name, no number, no date and no UID of the patient's. The case's `series` is chosen here.
/// Any thread.
Result<void> addCase(const std::filesystem::path& folder, TeachingCase made, const Volume& volume,
                     Drawn drawn, const TaskContext& context);

/// How the learner stands with a collection; `home` holds a file a collection, known by its title and cases.
class ProgressFile {
public:
    ProgressFile(const std::filesystem::path& home, const CaseCollection& collection);
    Progress read() const; ///< empty where there is none
    bool write(const Progress& progress) const;

private:
    std::filesystem::path m_file;
};

} // namespace hemo::ui
