#include "viewer/widgets/volume_view.h"

#include "core/geometry/picture_plane.h"
#include "core/state/select/answers.h"
#include "core/state/select/screen.h"
#include "core/state/select/shelf.h"
#include "core/study/simulated.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/painted_text.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/to_image.h"
#include "viewer/widgets/view_gestures.h"
#include "viewer/widgets/volume_directions.h"
#include "viewer/widgets/words.h"

#include <QBoxLayout>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hemo::ui {
namespace {

constexpr double kMargin = 8, kZoomPerNotch = 1.15;
constexpr std::chrono::milliseconds kWheelPause{250};
/// Pictures are at most this large: more says no more about a head and costs a software renderer seconds.
constexpr double kMostPixels = 900, kMostPixelsTurning = 280;

/// The size of the picture for a pane, in its own proportion.
QSize pictureSize(QSizeF pane, bool isTurning) {
    const double most = isTurning ? kMostPixelsTurning : kMostPixels;
    const double scale = std::min(1.0, most / std::max({pane.width(), pane.height(), 1.0}));
    return {std::max(1, int(std::lround(pane.width() * scale))),
            std::max(1, int(std::lround(pane.height() * scale)))};
}

} // namespace

VolumeView::VolumeView(ViewportId viewport, Dispatch dispatch, QWidget* parent, Clock& clock)
    : QWidget(parent),
      m_viewport(viewport),
      m_dispatch(std::move(dispatch)),
      m_wheelPause(clock, kWheelPause, [this] { endTurning(); }),
      m_thread(*this, [this](VolumePicture picture) { take(std::move(picture)); }) {
    setObjectName("volumeView");
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(120, 120);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // the layout alone says how large
    setAccessibleName(tr("Volume view"));
    buildButtons();
}

void VolumeView::buildButtons() {
    m_buttons = new QBoxLayout(QBoxLayout::LeftToRight);
    m_buttons->setSpacing(4);
    m_buttons->addStretch();
    const auto add = [this](const QString& accessibleName) {
        auto* button = new QToolButton(this);
        button->setAccessibleName(accessibleName);
        button->setToolTip(accessibleName);
        button->setProperty("onImage", true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_buttons->addWidget(button, 0, Qt::AlignRight);
        return button;
    };
    const std::array names{tr("Bone"), tr("Brain and bleed"), tr("Skin")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        m_presets[i] = add(tr("Volume shows: %1").arg(names[i]));
        m_presets[i]->setAutoExclusive(true);
        const auto preset = static_cast<VolumePreset>(i);
        connect(m_presets[i], &QAbstractButton::clicked, this, [this, preset] {
            m_dispatch(action::ChooseVolumePreset{m_viewport, preset});
        });
    }
    m_cut = add(tr("Cut open at the slice that is shown"));
    m_cut->setText(tr("Cut"));
    connect(m_cut, &QAbstractButton::clicked, this, [this] { m_dispatch(action::ToggleCut{m_viewport}); });
    m_box = add(tr("Leave out what lies outside a box, whose sides can be moved"));
    m_box->setText(tr("Box"));
    connect(m_box, &QAbstractButton::clicked, this, [this] { m_dispatch(action::ToggleBox{m_viewport}); });
    m_presets[static_cast<std::size_t>(m_scene.preset)]->setChecked(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addLayout(m_buttons);
    column->addStretch(1);
    fitButtons();
}

void VolumeView::fitButtons() {
    const auto needed = [this] {
        int width = 8;
        for (const QAbstractButton* button : buttons())
            width += button->sizeHint().width() + m_buttons->spacing();
        return width;
    };
    const auto name = [this](const QString& brain) {
        m_presets[0]->setText(tr("Bone"));
        m_presets[1]->setText(brain);
        m_presets[2]->setText(tr("Skin"));
    };
    name(tr("Brain and bleed"));
    if (needed() > width()) name(tr("Brain"));
    m_buttons->setDirection(needed() > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

/// Under the buttons where they stand in a row; beside them otherwise.
double VolumeView::lettersTop() const {
    return m_buttons->direction() == QBoxLayout::LeftToRight ? m_presets[0]->geometry().bottom() : 0;
}

VolumeView::LetterFrame VolumeView::letterFrame() const {
    const QRectF all = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    if (m_buttons->direction() == QBoxLayout::LeftToRight) return {all, all};
    const double letter = QFontMetricsF(imageFont(12, QFont::DemiBold)).height();
    QRectF beside = all;
    beside.setRight(buttonsLeft() - kMargin);
    const bool isUprightCovered = beside.right() < all.center().x() + letter;
    const bool isLevelCovered = m_box->geometry().bottom() > all.center().y() - letter;
    return {isUprightCovered ? beside : all, isLevelCovered ? beside : all};
}

double VolumeView::buttonsLeft() const {
    double left = width();
    for (const QAbstractButton* button : buttons())
        left = std::min<double>(left, button->geometry().left());
    return left;
}

QRegion VolumeView::clearOfButtons() const {
    QRect covered;
    for (const QAbstractButton* button : buttons())
        covered |= button->geometry();
    return QRegion(rect()) - covered;
}

void VolumeView::showAnswers(Scene& scene, const AppState& state, const Reading& reading) const {
    if (!select::isHeatOn(state.screen) || !select::canShowHeat(state, reading)) return;
    const PredictionPtr prediction = select::shownPrediction(state, reading);
    scene.heat.map = ProbabilityMapPtr(prediction, &prediction->heat); // the answer keeps it
    scene.heat.isSliceShown = select::heatSlices(state, reading);
    const Provenance& from = prediction->provenance;
    scene.heat.style = onScaleOf(heatUnit(from.explanation), state.preferences.heatStyle);
    scene.findings = select::shownFindings(state, reading);
    scene.slices = shownVolume(reading)->grid();
    scene.heatText = QStringList{translated(explanationName(from.explanation)),
                                 tr("%1, not a diagnosis").arg(QString::fromStdString(from.modelId))};
}

void VolumeView::setState(const AppState& state) {
    Scene scene;
    if (const Reading* reading = select::shownIn(state, m_viewport)) {
        scene.regular = shownRegular(*reading);
        scene.isWaiting = !scene.regular && !reading->reformat.hasFailed;
        scene.sides = sidesOf(*reading->series);
        scene.isSimulated = isSimulated(*reading->series);
        scene.cuts = select::cutsIn(state, m_viewport);
        showAnswers(scene, state, *reading);
    } else {
        scene.isWaiting = select::isLoading(state);
    }
    if (const Viewport* view = select::viewport(state, m_viewport)) {
        scene.preset = view->volumePreset;
        scene.camera = view->camera;
        scene.isTurning = view->isTurning;
        scene.isCut = view->isCut;
        scene.box = view->box;
    }
    scene.isEnlarged = state.screen.enlarged == m_viewport;
    if (scene == m_scene) return;
    if (scene.findings != m_scene.findings)
        m_rims = scene.findings ? rimsOf(*scene.findings, scene.slices) : std::vector<RimPiece>{};
    m_scene = std::move(scene);
    m_presets[static_cast<std::size_t>(m_scene.preset)]->setChecked(true);
    m_cut->setChecked(m_scene.isCut);
    m_box->setChecked(m_scene.box.has_value());
    ask();
    setAccessibleDescription(sentence());
    update();
}

void VolumeView::ask() {
    // Never the head of one series beside the slices of another.
    if (m_shown.regular != m_scene.regular) {
        m_picture = {};
        m_shown = {};
    }
    if (m_wanted && m_wanted->regular != m_scene.regular) m_wanted.reset();
    const bool isHopeless = m_error && m_error->code == ErrorCode::NoDisplay;
    if (!m_scene.regular || !isVisible() || isHopeless) return;
    const QSize size = pictureSize(QSizeF(this->size()) * devicePixelRatioF(), m_scene.isTurning);
    render::VolumeRequest request{m_scene.regular, m_scene.preset, m_scene.camera, size.width(),
                                  size.height(),   m_scene.cuts,   m_scene.heat,   m_scene.isTurning};
    if (m_wanted == request) return;
    m_wanted = request;
    m_thread.request(std::move(request));
}

void VolumeView::take(VolumePicture picture) {
    if (!m_wanted || picture.request.regular != m_wanted->regular)
        return; // of a series that is not shown now
    if (picture.image) {
        m_picture = toImage(picture.image->picture);
        m_plane = picture.image->plane;
        m_shown = std::move(picture.request);
        m_error.reset();
    } else {
        m_picture = {};
        m_error = picture.image.error();
    }
    setAccessibleDescription(sentence());
    update();
}

bool VolumeView::isSettled() const {
    return !m_scene.isWaiting && (!m_wanted || m_error || m_shown == *m_wanted);
}

QString VolumeView::sentence() const {
    if (m_scene.isWaiting) return tr("The volume follows when all slices are read");
    if (m_scene.regular && m_error) return translated(m_error->message);
    return {};
}

void VolumeView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette::kImageBackground);
    if (!m_picture.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(rect()), m_picture);
        drawAnswers(painter);
        if (m_scene.box && (underMouse() || m_drag)) {
            painter.save();
            painter.setClipRegion(clearOfButtons());
            painter.setRenderHint(QPainter::Antialiasing);
            drawBox(painter, *m_scene.box, m_plane, size(), sides(), m_hovered);
            painter.restore();
        }
        drawLetters(painter);
        if (m_scene.isSimulated) drawSimulated(painter);
    } else {
        painter.setPen(palette::kSecondaryText);
        painter.drawText(QRectF(rect()).adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap,
                         sentence());
    }
    if (hasFocus()) {
        painter.setPen(palette::kAccent);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

/// Of the picture that is shown, which may be a moment older than the state: with heat in it or without.
void VolumeView::drawAnswers(QPainter& painter) const {
    if (!m_shown.heat.map || m_shown.heat.map != m_scene.heat.map) return;
    painter.setRenderHint(QPainter::Antialiasing);
    drawRims(painter, rimLines(m_rims, m_plane, size(), m_shown.cuts));
    painter.setFont(imageFont(10, QFont::Normal));
    const double line = QFontMetricsF(painter.font()).height();
    const double letter = QFontMetricsF(imageFont(12, QFont::DemiBold)).height(); // it stands above
    QRectF area = QRectF(rect()).adjusted(kMargin, lettersTop() + kMargin + letter, -kMargin, -kMargin);
    for (const QString& text : m_scene.heatText) {
        drawOutlinedText(painter, area, Qt::AlignLeft | Qt::AlignTop, text, palette::kText);
        area.setTop(area.top() + line);
    }
}

/// Under the letter at the top.
void VolumeView::drawSimulated(QPainter& painter) const {
    const double letter = QFontMetricsF(imageFont(12, QFont::DemiBold)).height();
    painter.setFont(imageFont(16, QFont::Bold));
    drawOutlinedText(painter, QRectF(rect()).adjusted(0, lettersTop() + kMargin + letter, 0, 0),
                     Qt::AlignHCenter | Qt::AlignTop, simulatedText(), palette::kText);
}

/// Of the picture that is shown, which may be a moment older than the state.
void VolumeView::drawLetters(QPainter& painter) const {
    if (m_scene.sides == Sides::Unknown) {
        painter.setFont(imageFont(12, QFont::DemiBold));
        drawOutlinedText(painter, QRectF(rect()).adjusted(0, lettersTop() + kMargin, 0, -kMargin),
                         Qt::AlignHCenter | Qt::AlignTop, sidesUnknownText(), palette::kText);
        return;
    }
    const VolumeDirections d = volumeDirections(m_shown.camera);
    const auto letters = [](Vec3 v) { return QString::fromStdString(directionLetters(v)); };
    const auto [upright, level] = letterFrame();
    painter.setFont(imageFont(12, QFont::DemiBold));
    drawOutlinedText(painter, level, Qt::AlignLeft | Qt::AlignVCenter, letters(-d.right), palette::kText);
    drawOutlinedText(painter, level, Qt::AlignRight | Qt::AlignVCenter, letters(d.right), palette::kText);
    drawOutlinedText(painter, upright.adjusted(0, lettersTop(), 0, 0), Qt::AlignHCenter | Qt::AlignTop,
                     letters(d.up), palette::kText);
    drawOutlinedText(painter, upright, Qt::AlignHCenter | Qt::AlignBottom, letters(-d.up), palette::kText);
    painter.setFont(imageFont(10, QFont::Normal));
    drawOutlinedText(painter, level, Qt::AlignLeft | Qt::AlignBottom,
                     tr("Seen from %1").arg(letters(d.toViewer)), palette::kText);
}

void VolumeView::resizeEvent(QResizeEvent*) {
    fitButtons();
    ask();
}

void VolumeView::showEvent(QShowEvent*) {
    ask();
}

void VolumeView::hideEvent(QHideEvent*) {
    m_drag.reset();
    endTurning();
}

void VolumeView::mousePressEvent(QMouseEvent* event) {
    const bool isOurs = event->button() == Qt::LeftButton || event->button() == Qt::RightButton;
    if (!m_scene.regular || m_drag || !isOurs) return;
    m_drag = Drag{event->button(), event->position(), m_scene.camera, {}, {}};
    if (event->button() != Qt::LeftButton) return;
    m_drag->side = handleAt(sides(), event->position());
    if (m_drag->side) m_drag->box = *m_scene.box;
}

std::vector<BoxHandle> VolumeView::sides() const {
    if (!m_scene.box || m_picture.isNull()) return {};
    return boxHandles(*m_scene.box, m_plane, size(), lettersTop());
}

void VolumeView::hover(QPointF at) {
    const auto handle = handleAt(sides(), at);
    const auto side = handle ? std::optional(handle->side) : std::nullopt;
    if (side == m_hovered) return;
    m_hovered = side;
    update();
}

void VolumeView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_drag) return hover(event->position());
    if (!event->buttons().testFlag(m_drag->button)) { // its release went elsewhere
        m_drag.reset();
        return endTurning();
    }
    beginTurning();
    const QPointF way = event->position() - m_drag->from;
    if (m_drag->side) {
        const double mm = outwardsMm(*m_drag->side, way);
        m_dispatch(action::SetBox{m_viewport, withSideMoved(m_drag->box, m_drag->side->side, mm)});
        return;
    }
    VolumeCamera camera = m_drag->camera;
    if (m_drag->button == Qt::LeftButton)
        camera = turned(camera, way.x(), way.y());
    else
        camera.zoom *= zoomFactor(way.y());
    m_dispatch(action::SetCamera{m_viewport, camera});
}

void VolumeView::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_drag || event->button() != m_drag->button) return;
    m_drag.reset();
    endTurning();
}

void VolumeView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return mousePressEvent(event);
    toggleEnlarged();
}

void VolumeView::keyPressEvent(QKeyEvent* event) {
    if (isPlainEnter(*event) && m_scene.regular) return toggleEnlarged();
    QWidget::keyPressEvent(event);
}

void VolumeView::toggleEnlarged() {
    m_dispatch(action::Enlarge{m_scene.isEnlarged ? std::nullopt : std::optional(m_viewport)});
}

void VolumeView::enterEvent(QEnterEvent*) {
    if (m_scene.box) update(); // it is seen while the mouse is over the view
}

void VolumeView::leaveEvent(QEvent*) {
    m_hovered.reset();
    if (m_scene.box) update();
}

void VolumeView::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (!m_scene.regular) return;
    beginTurning();
    m_wheelPause.start();
    VolumeCamera camera = m_scene.camera;
    camera.zoom *= std::pow(kZoomPerNotch, event->angleDelta().y() / 120.0);
    m_dispatch(action::SetCamera{m_viewport, camera});
}

void VolumeView::beginTurning() {
    if (!m_scene.isTurning) m_dispatch(action::SetVolumeTurning{m_viewport, true});
}

void VolumeView::endTurning() {
    m_wheelPause.stop();
    if (m_scene.isTurning) m_dispatch(action::SetVolumeTurning{m_viewport, false});
}

void VolumeView::focusInEvent(QFocusEvent*) {
    m_dispatch(action::Activate{m_viewport});
    update();
}

void VolumeView::focusOutEvent(QFocusEvent*) {
    update();
}

} // namespace hemo::ui
