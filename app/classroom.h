#pragma once

#include "app/drawn_study.h"
#include "app/job_runner.h"
#include "app/store.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <functional>
#include <optional>

namespace hemo::ui {

/// Opens collections of cases, makes them, and keeps how the learner stands. Lives on the GUI thread; the
/// disk is asked on others, for which it waits at the end.
class Classroom : public QObject {
    Q_OBJECT
public:
    /// `home`: where it is kept how the cases went; none: it is not. All must outlive this.
    Classroom(std::optional<std::filesystem::path> home, Store& store, JobRunner& runner);

    /// A lesson begins, or a notice says why not. `collection`: a folder, its cases.json, or a ZIP archive of
    /// it, which is unpacked below `cache`.
    void open(const std::filesystem::path& collection, const std::filesystem::path& cache);
    /// Makes the twelve drawn heads below `cache`, or finds them there, and opens them.
    void openPhantoms(const std::filesystem::path& cache);
    /// Draws a bleed into a copy of what is open in `reading`, below `cache`, and opens it, or a notice says
    /// why not.
    void drawBleed(const std::filesystem::path& cache, const BleedRequest& request, ReadingId reading);
    /// A lesson of one case begins: a copy of what is open in `reading` with a bleed that nobody has seen, or
    /// with none.
    void surprise(const std::filesystem::path& cache, ReadingId reading);
    /// Adds what is open in `reading` as a case to a collection; a notice says whether it worked.
    void addCase(const std::filesystem::path& collection, TeachingCase made, ReadingId reading);

private:
    /// What comes of it; says how far it is.
    using Make = std::function<Result<Action>(const TaskContext&)>;
    void run(const Message& stage, Make make);
    void react(const AppState& before, const AppState& after);

    std::optional<std::filesystem::path> m_home;
    Store& m_store;
    JobRunner& m_runner;
    int m_making = 0;     ///< the last number that was given
    QThreadPool m_thread; ///< last: it uses the others until its end
};

} // namespace hemo::ui
