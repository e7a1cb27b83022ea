#include "app/mark_commands.h"

#include "core/classify/findings/abc_half.h"
#include "core/state/select/answers.h"
#include "core/state/select/marks.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/tr.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace hemo::ui {
namespace {

constexpr std::array<std::string_view, 11> kTools{
    "mark-length", "mark-angle", "mark-ellipse", "mark-rectangle", "mark-freehand", "mark-arrow",
    "mark-shift",  "mark-evans", "mark-abc",     "mark-volume",    "mark-brush"};

/// The key image of the picture that the keys mean; null where it is none.
const Mark* keyImage(const AppState& s) {
    const Reading* shown = select::shownIn(s, select::scrolledViewport(s));
    if (!shown) return nullptr;
    const auto it = std::ranges::find_if(marksOf(*shown), [&](const Mark& mark) {
        return mark.shape == Mark::Shape::KeyImage && select::isShownIn(s, select::scrolledViewport(s), mark);
    });
    return it == marksOf(*shown).end() ? nullptr : &*it;
}

Action toggleKeyImage(const AppState& s) {
    const ViewportId view = select::scrolledViewport(s);
    const Reading& shown = *select::shownIn(s, view);
    if (const Mark* mark = keyImage(s)) return action::RemoveMark{shown.id, mark->id};
    const ReadingPlane& plane = select::viewport(s, view)->plane;
    const MarkId id{QRandomGenerator::global()->generate64()};
    return action::PutMark{
        shown.id,
        {id, Mark::Shape::KeyImage, frameOf(plane, shownVolume(shown)->grid()), {shown.look->place}, {}}};
}

Action measureByDiameters(const AppState& s) {
    const Reading& active = *select::activeReading(s);
    if (!nearestOutlined(s)) return action::ChooseTool{Tool::AbcHalf}; // then the reader's hand measures
    const Grid& grid = active.volume->grid();
    const Diameters d = *diametersOf(*nearestOutlined(s)->outline, grid);
    Mark half{MarkId{QRandomGenerator::global()->generate64()},
              Mark::Shape::AbcHalf,
              frameOf(ReadingPlane::native(), grid),
              {d.a[0], d.a[1], d.b[0], d.b[1], d.c[0], d.c[1]},
              {}};
    half.isOfFinding = true;
    return action::PutMark{active.id, std::move(half)};
}

Command brushSize(std::string_view id, const QString& text, Qt::Key key, double byMm) {
    return {id, text, {QKeySequence(key)}, {}, hasPicture, {}, [byMm](const AppState& s) {
                if (s.screen.tool != Tool::Brush)
                    return Action{action::Notify{{say("notice.no_brush"), false}}};
                return Action{action::SetBrush{s.screen.brushMm + byMm}};
            }};
}

} // namespace

const Finding* nearestOutlined(const AppState& s) {
    const Reading* active = select::activeReading(s);
    const FindingsPtr findings = active ? select::shownFindings(s, *active) : nullptr;
    if (!findings) return nullptr;
    const auto distance = [&](const Finding& finding) {
        return length(*finding.place - active->look->place);
    };
    const Finding* nearest = nullptr; // the state keeps it
    for (const Finding& finding : *findings)
        if (finding.outline && finding.place && (!nearest || distance(finding) < distance(*nearest)))
            nearest = &finding;
    return nearest;
}

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
    all.push_back(toolCommand("mark-shift", tr("Midline shift: click on what is displaced"),
                              Qt::SHIFT | Qt::Key_M, "shift", Tool::MidlineShift));
    all.push_back(toolCommand("mark-evans", tr("Evans index: horns, then the skull's width"),
                              Qt::SHIFT | Qt::Key_V, "evans", Tool::EvansIndex));
    all.push_back(toolCommand("mark-abc", tr("ABC/2: longest, across it, first and last slice"),
                              Qt::ALT | Qt::Key_B, "abc-half", Tool::AbcHalf));
    all.push_back(toolCommand("mark-volume", tr("Volume of a bleed: click into it"), Qt::SHIFT | Qt::Key_L,
                              "volume", Tool::Volume));
    all.push_back(toolCommand("mark-brush", tr("Brush for a volume; Ctrl takes away"), Qt::SHIFT | Qt::Key_P,
                              "brush", Tool::Brush));
    all.push_back(brushSize("brush-smaller", tr("Smaller brush"), Qt::Key_BracketLeft, -1));
    all.push_back(brushSize("brush-larger", tr("Larger brush"), Qt::Key_BracketRight, 1));
    all.push_back({"abc-half",
                   tr("ABC/2 of the nearest finding, or by hand"),
                   {QKeySequence(Qt::SHIFT | Qt::Key_B)},
                   {},
                   hasPicture,
                   {},
                   measureByDiameters});
    all.push_back({"thickness",
                   tr("Thickness of the nearest finding at its widest"),
                   {QKeySequence(Qt::SHIFT | Qt::Key_C)},
                   {},
                   hasPicture,
                   {},
                   {}});
    all.push_back({"key-image",
                   tr("Key image, or no longer"),
                   {QKeySequence(Qt::Key_K)},
                   {},
                   hasPicture,
                   [](const AppState& s) { return keyImage(s) != nullptr; },
                   toggleKeyImage});
    all.push_back({"undo",
                   tr("Undo"),
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
