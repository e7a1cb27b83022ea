#include "viewer/widgets/brush_hand.h"

#include <QRandomGenerator>

namespace hemo::ui {

bool BrushHand::press(const SliceScene& scene, const AnnotationFrame& frame, QPointF at, Brush brush) {
    if (scene.tool != Tool::Brush || !scene.steps.isNative || !scene.hasSlice) return false;
    m_brush = brush;
    m_last = frame.toPatient(at);
    m_volume = volumeUnder(scene, *m_last);
    if (!m_volume && brush == Brush::TakesAway) {
        m_last.reset();
        m_dispatch(action::Notify{{say("notice.nothing_to_take_away"), false}});
        return true;
    }
    if (m_volume && m_volume->id != scene.chosenMark) m_dispatch(action::ChooseMark{m_volume->id});
    paint(scene, *m_last);
    return true;
}

bool BrushHand::move(const SliceScene& scene, const AnnotationFrame& frame, QPointF at) {
    if (!m_last) return false;
    if (scene.steps.isNative && scene.hasSlice) paint(scene, frame.toPatient(at));
    return true;
}

bool BrushHand::release() {
    if (!std::exchange(m_last, std::nullopt)) return false;
    m_dispatch(action::KeepDraft{}); // nothing, where nothing was painted
    return true;
}

/// Whether the brush would take away something of it.
bool BrushHand::isOn(const Mark& mark, const SliceScene& scene, PatientPoint at) const {
    if (!mark.blood) return false;
    const auto& voxels = mark.blood->voxels;
    return painted(voxels, scene.native->grid(), scene.steps.index, at, at, scene.brushMm, Brush::TakesAway)
               .size() < voxels.size();
}

/// The chosen one where the brush is on it, else the one on top of those that it is on, else the chosen one.
std::optional<Mark> BrushHand::volumeUnder(const SliceScene& scene, PatientPoint at) const {
    if (scene.brushed && isOn(*scene.brushed, scene, at)) return scene.brushed;
    for (auto mark = scene.marks.rbegin(); mark != scene.marks.rend(); ++mark)
        if (isOn(*mark, scene, at)) return *mark;
    return scene.brushed;
}

/// What would take the last voxel away is not done: a volume without any is removed with its key.
void BrushHand::paint(const SliceScene& scene, PatientPoint to) {
    const std::optional<Mark>& under = scene.draft ? scene.draft : m_volume;
    const Grid& grid = scene.native->grid();
    const std::vector<std::uint32_t> before = under ? under->blood->voxels : std::vector<std::uint32_t>();
    auto voxels = painted(before, grid, scene.steps.index, *m_last, to, scene.brushMm, m_brush);
    m_last = to;
    if (voxels.empty() || voxels.size() == before.size()) return;
    const MarkId id = under ? under->id : MarkId{QRandomGenerator::global()->generate64()};
    Mark mark = volumeMark(id, std::move(voxels), grid);
    if (under) mark.text = under->text;
    m_dispatch(action::DraftMark{{m_viewport, std::move(mark)}});
}

} // namespace hemo::ui
