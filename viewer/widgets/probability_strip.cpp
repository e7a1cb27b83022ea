#include "viewer/widgets/probability_strip.h"

#include "core/classify/verdict/shown_p.h"
#include "core/geometry/reading_plane.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/painted_text.h"
#include "viewer/widgets/theme.h"
#include "viewer/widgets/view_gestures.h"
#include "viewer/widgets/words.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hemo::ui {
namespace {

constexpr double kSideMargin = 6; // left: the mark of the current slice
constexpr double kMarkWidth = 4;  // right: a mark beside each bar over the threshold
constexpr double kMostBarHeight = 22;
constexpr double kShortestBar = 2;
constexpr int kStripWidth = 64;

double snapped(double value, double pixelRatio) {
    return std::floor(value * pixelRatio) / pixelRatio;
}

} // namespace

ProbabilityStrip::ProbabilityStrip(ViewportId viewport, Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_viewport(viewport), m_dispatch(std::move(dispatch)) {
    setObjectName("probabilityStrip");
    setFocusPolicy(Qt::StrongFocus);
    setFixedWidth(kStripWidth);
    setAccessibleName(tr("Probability strip"));
    setCursor(Qt::ArrowCursor);
    describe();
}

QSize ProbabilityStrip::sizeHint() const {
    return {kStripWidth, 400};
}

void ProbabilityStrip::setState(const AppState& state) {
    Scene scene;
    const Reading* reading = select::shownIn(state, m_viewport);
    if (reading) scene.bars = select::stripBars(state, *reading);
    if (!scene.bars.empty()) {
        const SecondReader& reader = select::answersTo(state, *reading);
        scene.answers = reader.slices;
        scene.reading = reading->id;
        scene.volume = reading->volume;
        scene.sides = sidesOf(*reading->series);
        scene.lengths = lengthsOf(*reading->series);
        scene.lock = select::lockOn(state, *reading);
        if (reader.rule) scene.threshold = reader.rule->threshold;
        scene.modelId = reader.modelId;
    }
    if (scene == m_scene) return;
    m_scene = std::move(scene);
    describe();
    update();
}

void ProbabilityStrip::describe() {
    const auto row = currentRow();
    const QString without = m_scene.bars.empty() ? tr("No series is open") : tr("No slice at this level");
    setAccessibleDescription(row ? tipFor(*row) : without);
}

std::optional<int> ProbabilityStrip::currentRow() const {
    const auto it =
        std::find_if(m_scene.bars.begin(), m_scene.bars.end(), [](const auto& b) { return b.isCurrent; });
    if (it == m_scene.bars.end()) return std::nullopt;
    return static_cast<int>(it - m_scene.bars.begin());
}

QRectF ProbabilityStrip::barArea() const {
    const double letters = QFontMetricsF(font()).height() + 4;
    return QRectF(rect()).adjusted(kSideMargin + 4, letters, -kSideMargin - kMarkWidth, -letters);
}

QRectF ProbabilityStrip::rowRect(int row) const {
    const QRectF area = barArea();
    const double step = area.height() / double(m_scene.bars.size());
    const double top = snapped(area.top() + row * step, devicePixelRatioF());
    const double bottom = snapped(area.top() + (row + 1) * step, devicePixelRatioF());
    // More slices than pixels: a row is never thinner than one of them.
    return {area.left(), top, area.width(), std::max(bottom - top, 1 / devicePixelRatioF())};
}

int ProbabilityStrip::rowAt(double y) const {
    const QRectF area = barArea();
    const int rows = static_cast<int>(m_scene.bars.size());
    return std::clamp(static_cast<int>(std::floor((y - area.top()) / area.height() * rows)), 0, rows - 1);
}

/// What is said of a slice that has no answer.
QString ProbabilityStrip::waitingText() const {
    switch (m_scene.lock) {
    case select::Lock::Open:
        return tr("Not read yet");
    case select::Lock::UntilVerdict:
        return tr("Your reading first");
    case select::Lock::Always:
        return tr("Blind reading");
    }
    return {};
}

QString ProbabilityStrip::tipFor(int row) const {
    const int k = m_scene.bars[static_cast<std::size_t>(row)].slice;
    const Grid& grid = m_scene.volume->grid();
    const PatientPoint middle = middleOfSlice(grid, k);
    QString slice = tr("Slice %1 of %2").arg(k + 1).arg(grid.slices());
    if (m_scene.lengths == Lengths::Known) slice += ", " + alongText(middle.z, 'S', 'I', m_scene.sides);
    QStringList lines{slice};
    const auto& answers = m_scene.answers;
    const auto index = static_cast<std::size_t>(k);
    if (index >= answers.size() || !answers[index]) {
        lines << waitingText();
        return lines.join('\n');
    }
    for (const BleedType type : kBleedTypes)
        if (type == BleedType::Any || answers[index]->namesSubtypes)
            lines << QStringLiteral("%1: %2").arg(bleedTypeText(type),
                                                  percentText(shownP(*answers[index], type)));
    lines << tr("%1, not a diagnosis").arg(QString::fromStdString(m_scene.modelId));
    return lines.join('\n');
}

void ProbabilityStrip::goToRow(int row) {
    const int k = m_scene.bars[static_cast<std::size_t>(row)].slice;
    if (currentRow() != row) m_dispatch(action::GoToSlice{m_scene.reading, k});
}

bool ProbabilityStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto& help = static_cast<QHelpEvent&>(*event);
    if (m_scene.bars.empty())
        QToolTip::hideText();
    else
        QToolTip::showText(help.globalPos(), tipFor(rowAt(help.pos().y())), this);
    return true;
}

void ProbabilityStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !m_scene.bars.empty()) goToRow(rowAt(event->position().y()));
}

void ProbabilityStrip::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton) && !m_scene.bars.empty())
        goToRow(rowAt(event->position().y()));
}

void ProbabilityStrip::wheelEvent(QWheelEvent* event) {
    event->accept();
    const auto row = currentRow();
    const int notches = wheelNotches(m_wheelRest, event->angleDelta().y());
    if (!row || notches == 0) return;
    goToRow(std::clamp(*row - notches, 0, static_cast<int>(m_scene.bars.size()) - 1));
}

/// The keys scroll the series whose bars these are.
void ProbabilityStrip::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_dispatch(action::Activate{m_viewport});
}

void ProbabilityStrip::keyPressEvent(QKeyEvent* event) {
    const auto row = currentRow();
    if (!row) return QWidget::keyPressEvent(event);
    const int last = static_cast<int>(m_scene.bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        return goToRow(std::max(0, *row - 1));
    case Qt::Key_Down:
        return goToRow(std::min(last, *row + 1));
    case Qt::Key_Home:
        return goToRow(0);
    case Qt::Key_End:
        return goToRow(last);
    default:
        QWidget::keyPressEvent(event);
    }
}

void ProbabilityStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colours().panel);
    if (!m_scene.bars.empty()) {
        paintCurrent(painter);
        paintRows(painter);
        paintEnds(painter);
    }
    if (hasFocus()) {
        painter.setPen(colours().accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void ProbabilityStrip::paintRows(QPainter& painter) const {
    // Weak bars first: where several slices share a pixel, the strongest is the one that is seen.
    std::vector<int> order(m_scene.bars.size());
    std::iota(order.begin(), order.end(), 0);
    const auto any = [this](int row) { return m_scene.bars[std::size_t(row)].any.value_or(-1); };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return any(a) < any(b); });
    for (const int row : order)
        paintBar(painter, row);
    if (!m_scene.threshold) return;
    const QRectF area = barArea();
    const double pixel = 1 / devicePixelRatioF();
    const double x = snapped(area.left() + *m_scene.threshold * area.width(), 1 / pixel);
    painter.fillRect(QRectF(x, area.top(), pixel, area.height()), colours().secondaryText);
}

void ProbabilityStrip::paintBar(QPainter& painter, int row) const {
    const select::Bar& bar = m_scene.bars[static_cast<std::size_t>(row)];
    const QRectF rect = rowRect(row);
    const double pixel = 1 / devicePixelRatioF();
    const double gap =
        rect.height() >= 4 * pixel ? std::max(pixel, snapped(rect.height() * 0.2, 1 / pixel)) : 0;
    const double height = std::min(rect.height() - gap, kMostBarHeight);
    const double top = snapped(rect.center().y() - height / 2, 1 / pixel);
    if (m_scene.lock != select::Lock::Open) return;
    if (!bar.any) // an answer is still to come
        return painter.fillRect(QRectF(rect.left(), top, kShortestBar, height), colours().line);
    const double length = std::max(kShortestBar, *bar.any * rect.width());
    const QColor colour =
        bar.isOverThreshold ? colours().suspicion(*bar.any, *m_scene.threshold) : colours().underThreshold;
    painter.fillRect(QRectF(rect.left(), top, length, height), colour);
    if (bar.isOverThreshold) // told by a mark as well as by length and hue
        painter.fillRect(QRectF(rect.right() + 2, top, kMarkWidth, height), colours().text);
}

void ProbabilityStrip::paintCurrent(QPainter& painter) const {
    const auto row = currentRow();
    if (!row) return;
    const QRectF rect = rowRect(*row);
    const double middle = rect.center().y();
    // At least as tall as can be seen at a glance, however many slices there are.
    const double height = std::max(rect.height(), 5.0);
    const QRectF band(0, middle - height / 2, width(), height);
    QColor wash = colours().accent;
    wash.setAlphaF(0.22f);
    painter.fillRect(band, wash);
    painter.fillRect(QRectF(0, band.top(), 4, band.height()), colours().accent);
}

/// Which end is which, and what the hairline stands for.
void ProbabilityStrip::paintEnds(QPainter& painter) const {
    const ViewAxis axis = nativeAxis(m_scene.volume->grid());
    const Vec3 up = axis == ViewAxis::Axial     ? Vec3{0, 0, 1}
                    : axis == ViewAxis::Coronal ? Vec3{0, -1, 0}
                                                : Vec3{1, 0, 0};
    const QRectF area = QRectF(rect()).adjusted(kSideMargin, 2, -kSideMargin, -2);
    painter.setPen(colours().secondaryText);
    if (m_scene.sides == Sides::Known) {
        painter.drawText(area, Qt::AlignLeft | Qt::AlignTop, QString(QChar(directionLetter(up))));
        painter.drawText(area, Qt::AlignLeft | Qt::AlignBottom, QString(QChar(directionLetter(-up))));
    }
    if (m_scene.threshold)
        painter.drawText(area, Qt::AlignRight | Qt::AlignTop, percentText(*m_scene.threshold));
}

} // namespace hemo::ui
