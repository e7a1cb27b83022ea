#include "app/view_commands.h"

#include "app/volume_commands.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/tr.h"
#include "viewer/widgets/view_set_words.h"

#include <algorithm>
#include <array>

namespace hemo::ui {
namespace {

Command views(std::string_view id, Qt::Key key, ViewSet set) {
    return {id,
            viewSetText(set),
            {QKeySequence(Qt::CTRL | key)},
            {},
            [](const AppState&) { return true; },
            [set](const AppState& s) {
                return s.screen.viewSet == set && !select::isComparing(s) && !select::areHalvesBeside(s);
            },
            [set](const AppState&) { return Action{action::ChooseViews{set}}; }};
}

/// Changes how the active view lies.
Command lying(std::string_view id, const QString& text, const QKeySequence& key,
              ViewState (*next)(ViewState)) {
    return {id, text, {key}, {}, hasPicture, {}, [next](const AppState& s) {
                const ViewportId view = select::scrolledViewport(s);
                return Action{action::SetView{view, next(select::viewIn(s, view))}};
            }};
}

Command difference(std::string_view id, const QString& text, const QKeySequence& key, Difference which) {
    return {id,
            text,
            {key},
            {},
            hasPicture,
            [which](const AppState& s) { return s.screen.difference == which; },
            [which](const AppState&) { return Action{action::ShowDifference{which}}; }};
}

/// Ctrl with the number hangs what is kept there, Ctrl+Alt keeps what is seen.
void addHangings(std::vector<Command>& all) {
    static constexpr std::array kIds{
        std::pair{"hang-6", "keep-hanging-6"}, std::pair{"hang-7", "keep-hanging-7"},
        std::pair{"hang-8", "keep-hanging-8"}, std::pair{"hang-9", "keep-hanging-9"}};
    static_assert(kIds.size() == kLastHanging - kFirstHanging + 1);
    for (int n = kFirstHanging; n <= kLastHanging; ++n) {
        const auto [hang, keep] = kIds[std::size_t(n - kFirstHanging)];
        const auto key = static_cast<Qt::Key>(Qt::Key_0 + n);
        all.push_back({hang,
                       tr("Own arrangement %1").arg(n),
                       {QKeySequence(Qt::CTRL | key)},
                       {},
                       hasPicture,
                       {},
                       [n](const AppState&) { return Action{action::HangAs{n}}; }});
        all.push_back({keep,
                       tr("Keep this arrangement as %1").arg(n),
                       {QKeySequence(Qt::CTRL | Qt::ALT | key)},
                       {},
                       hasPicture,
                       {},
                       [n](const AppState&) { return Action{action::KeepHanging{n}}; }});
    }
}

bool hasTurnedPlane(const AppState& s) {
    return std::ranges::any_of(s.screen.viewports, [](const Viewport& view) {
        return view.kind == Viewport::Kind::Plane && view.plane.kind == ReadingPlane::Kind::Oblique;
    });
}

Action enlarge(const AppState& s) {
    return action::Enlarge{s.screen.enlarged ? std::nullopt : std::optional(s.screen.active)};
}

} // namespace

void addViewCommands(std::vector<Command>& all) {
    all.push_back(views("views-one", Qt::Key_1, ViewSet::One));
    all.push_back(views("views-brain-bone", Qt::Key_2, ViewSet::BrainAndBone));
    all.push_back(views("views-one-large", Qt::Key_3, ViewSet::OneLarge));
    all.push_back(views("views-four", Qt::Key_4, ViewSet::Four));
    all.push_back(views("views-film", Qt::Key_5, ViewSet::Film));
    addHangings(all);
    all.push_back({"enlarge",
                   tr("This view alone, or all of them"),
                   {QKeySequence(Qt::Key_V)},
                   {},
                   hasPicture,
                   [](const AppState& s) { return s.screen.enlarged.has_value(); },
                   enlarge});
    all.push_back({"apart",
                   tr("This view in its own window, or back"),
                   {QKeySequence(Qt::SHIFT | Qt::Key_W)},
                   {},
                   [](const AppState& s) { return select::canTakeApart(s, s.screen.active); },
                   [](const AppState& s) {
                       const Viewport* active = select::viewport(s, s.screen.active);
                       return active && active->isApart;
                   },
                   [](const AppState& s) { return Action{action::ToggleApart{s.screen.active}}; }});
    all.push_back({"audience",
                   tr("A window for an audience, or none"),
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
                   {},
                   hasPicture,
                   {},
                   {}});
    all.push_back({"audience-black",
                   tr("Audience: black, or the pictures"),
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)},
                   {},
                   hasPicture,
                   {},
                   {}});
    all.push_back(lying("turn", tr("Turn clockwise"), QKeySequence(Qt::Key_O), turnedOnce));
    all.push_back(lying("mirror", tr("Mirror left and right"), QKeySequence(Qt::Key_H), mirrored));
    all.push_back({"other-half",
                   tr("The other half of the head, or back"),
                   {QKeySequence(Qt::Key_Y)},
                   {},
                   hasPicture,
                   [](const AppState& s) { return s.screen.isOtherHalf; },
                   [](const AppState&) { return Action{action::ToggleOtherHalf{}}; }});
    all.push_back({"halves-beside",
                   tr("The other half of the head beside this one, or back"),
                   {QKeySequence(Qt::ALT | Qt::Key_Y)},
                   {},
                   hasPicture,
                   select::areHalvesBeside,
                   [](const AppState&) { return Action{action::ToggleHalvesBeside{}}; }});
    all.push_back(difference("difference-half", tr("Each half less the other one, in colours"),
                             QKeySequence(Qt::SHIFT | Qt::Key_Y), Difference::OtherHalf));
    all.push_back(difference("difference-beside", tr("This scan less the one beside, in colours"),
                             QKeySequence(Qt::SHIFT | Qt::Key_D), Difference::Beside));
    all.push_back({"along-head",
                   tr("Planes along the canthomeatal line"),
                   {QKeySequence(Qt::SHIFT | Qt::Key_H)},
                   {},
                   hasPicture,
                   {},
                   [](const AppState&) { return Action{action::LayAlongHead{}}; }});
    all.push_back({"straighten",
                   tr("Turned planes lie straight again"),
                   {QKeySequence(Qt::SHIFT | Qt::Key_R)},
                   {},
                   hasTurnedPlane,
                   {},
                   [](const AppState&) { return Action{action::StraightenPlanes{}}; }});
    all.push_back({"value-at-cursor",
                   tr("HU beside the mouse"),
                   {QKeySequence(Qt::SHIFT | Qt::Key_U)},
                   {},
                   hasPicture,
                   [](const AppState& s) { return s.screen.isValueAtCursor; },
                   [](const AppState&) { return Action{action::ToggleValueAtCursor{}}; }});
    addVolumeCommands(all);
    all.push_back({"play",
                   tr("Slices go by themselves, or stop"),
                   {QKeySequence(Qt::SHIFT | Qt::Key_Space)},
                   {},
                   hasPicture,
                   [](const AppState& s) { return s.screen.isPlaying; },
                   [](const AppState&) { return Action{action::TogglePlaying{}}; }});
}

} // namespace hemo::ui
