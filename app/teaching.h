#pragma once

#include "app/commands.h"
#include "app/drawn_study.h"
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
        std::function<void(const BleedRequest& request, ReadingId reading)> draw{};
        std::function<void(ReadingId reading)> surprise{};
    };
    /// All outlive it; `window` owns it.
    Teaching(Store& store, CommandSet& commands, Classroom classroom, QWidget& window);

private:
    void askForCollection();
    void makeCase();
    void drawBleed();
    void askForSurprise();

    Store& m_store;
    Classroom m_classroom;
    QWidget& m_window;
};

/// There is a series with a verdict of the reader's own to make a case of; a case is not made of a case.
bool canMakeCase(const AppState& state);
/// There is a whole head of known lengths and sides; into what somebody learns from nothing is drawn.
bool canDrawInto(const AppState& state);
/// The same, and nothing was drawn into it yet.
bool canSurprise(const AppState& state);

} // namespace hemo::ui
