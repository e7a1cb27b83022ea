#pragma once

#include "app/commands.h"
#include "core/classroom/teaching_case.h"

#include <QObject>

#include <filesystem>
#include <functional>

namespace hemo::ui {

/// What the window does with cases: asks for collections, and for what only the maker of a case knows. GUI
/// thread.
class Teaching : public QObject {
    Q_OBJECT
public:
    /// What the program around the window does; empty ones do nothing.
    struct Classroom {
        std::function<void(const std::filesystem::path& collection)> open;
        std::function<void()> openPhantoms;
        std::function<void(const std::filesystem::path& collection, const TeachingCase& made,
                           ReadingId reading)>
            add;
    };
    /// All outlive it; `window` owns it.
    Teaching(Store& store, CommandSet& commands, Classroom classroom, QWidget& window);

private:
    void askForCollection();
    void makeCase();

    Store& m_store;
    Classroom m_classroom;
    QWidget& m_window;
};

/// There is a series with a verdict of the reader's own to make a case of; a case is not made of a case.
bool canMakeCase(const AppState& state);

} // namespace hemo::ui
