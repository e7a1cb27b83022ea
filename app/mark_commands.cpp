#include "app/mark_commands.h"

#include "core/state/select/marks.h"
#include "core/state/select/screen.h"

#include <QCoreApplication>

#include <array>

namespace hemo::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Commands", text);
}

constexpr std::array<std::string_view, 8> kTools{"mark-length",    "mark-angle",    "mark-ellipse",
                                                 "mark-rectangle", "mark-freehand", "mark-arrow",
                                                 "mark-shift",     "mark-evans"};

ReadingId activeId(const AppState& s) {
    const Reading* active = select::activeReading(s);
    return active ? active->id : ReadingId::None;
}

} // namespace

std::span<const std::string_view> markTools() {
    return kTools;
}

void addMarkCommands(std::vector<Command>& all) {
    all.push_back(toolCommand("mark-length", tr("Length"), Qt::Key_L, "length", Tool::Length));
    all.push_back(toolCommand("mark-angle", tr("Angle"), Qt::Key_A, "angle", Tool::Angle));
    all.push_back(toolCommand("mark-ellipse", tr("Region: ellipse"), Qt::Key_E, "ellipse", Tool::Ellipse));
    all.push_back(toolCommand("mark-rectangle", tr("Region: rectangle"), Qt::SHIFT | Qt::Key_E, "rectangle",
                              Tool::Rectangle));
    all.push_back(
        toolCommand("mark-freehand", tr("Region drawn by hand"), Qt::Key_D, "freehand", Tool::Freehand));
    all.push_back(
        toolCommand("mark-arrow", tr("Arrow with words"), Qt::SHIFT | Qt::Key_A, "arrow", Tool::Arrow));
    all.push_back(toolCommand("mark-shift", tr("Midline shift: the midline, then the displaced point"),
                              Qt::SHIFT | Qt::Key_M, "shift", Tool::MidlineShift));
    all.push_back(toolCommand("mark-evans", tr("Evans index: frontal horns, then the skull's inner width"),
                              Qt::SHIFT | Qt::Key_V, "evans", Tool::EvansIndex));
    all.push_back({"undo",
                   tr("Undo a mark"),
                   {QKeySequence(Qt::CTRL | Qt::Key_Z)},
                   {},
                   select::canUndoMarks,
                   {},
                   [](const AppState& s) { return Action{action::UndoMarks{activeId(s)}}; }});
    all.push_back({"redo",
                   tr("Do it again"),
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
                   {},
                   select::canRedoMarks,
                   {},
                   [](const AppState& s) { return Action{action::RedoMarks{activeId(s)}}; }});
    all.push_back({"remove-mark",
                   tr("Remove the chosen mark"),
                   {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_Backspace)},
                   {},
                   [](const AppState& s) { return select::chosenMark(s) != nullptr; },
                   {},
                   [](const AppState& s) {
                       return Action{action::RemoveMark{activeId(s), select::chosenMark(s)->id}};
                   }});
}

} // namespace hemo::ui
