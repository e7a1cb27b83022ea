#include "app/panels/status_strip.h"

#include "app/panels/panel_parts.h"
#include "viewer/widgets/words.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QToolButton>

#include <cmath>

namespace hemo::ui {
namespace {

/// A place this near to an acquired slice is read from it.
constexpr double kOnSliceMm = 0.05;

QLabel* cell(const QString& accessibleName, const QString& widest, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAccessibleName(accessibleName);
    // As wide as it will ever be: what stands beside it never moves.
    label->setMinimumWidth(QFontMetrics(label->font()).horizontalAdvance(widest));
    return label;
}

std::optional<int> known(std::int16_t hu) {
    return hu == kOutsideHu ? std::nullopt : std::optional<int>(hu);
}

/// The slices that are counted: the prior's only where it alone is seen; none where there is none at this
/// level.
select::SliceSteps toldSlices(const AppState& state) {
    const bool isPriorTold = state.enlarged && state.comparison.isPriorInFront;
    if (isPriorTold ? select::missedInPrior(state) : select::missedInCurrent(state)) return {};
    if (isPriorTold) return select::priorSteps(state);
    return {*select::currentSlice(state), select::shownVolume(state)->grid().slices(), true};
}

const JobState& toldJob(const AppState& state) {
    if (state.load.isRunning) return state.load;
    return state.scan.isRunning ? state.scan : state.comparison.load;
}

} // namespace

std::optional<int> shownHu(const VolumePtr& native, const VolumePtr& regular, PatientPoint place) {
    if (!native || !native->grid().contains(place)) return std::nullopt;
    const Grid& grid = native->grid();
    const int k = grid.nearestSlice(place);
    const double offMm = dot(place - grid.slicePositions()[static_cast<std::size_t>(k)], grid.normal());
    if (std::abs(offMm) <= kOnSliceMm) return known(native->valueAt(place));
    return regular ? known(regular->valueAt(place)) : std::nullopt;
}

StatusStrip::StatusStrip(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)) {
    setObjectName("statusStrip");
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Status"));
    m_place =
        cell(tr("Under the cursor"), tr("Beside: %1").arg("HU -1024 at L 100.0 P 100.0 S 1000.0 mm"), this);
    m_slice = cell(tr("Slice"), tr("Slice %1/%2").arg(888).arg(888), this);
    m_window = cell(tr("Window"), windowText(8888, 8888), this);
    m_zoom = cell(tr("Zoom"), "88.8x", this);
    m_message = new QLabel(this);
    m_message->setObjectName("message");
    m_message->setTextFormat(Qt::PlainText);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_message->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_progress = thinProgress(tr("Progress"), this);
    m_progress->setFixedWidth(120);
    m_cancel = new QToolButton(this);
    m_cancel->setObjectName("cancel");
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop loading (Esc)"));
    m_cancel->setFocusPolicy(Qt::TabFocus);
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_dispatch(action::CancelWork{}); });
    m_dismiss = new QToolButton(this);
    m_dismiss->setObjectName("dismiss");
    m_dismiss->setIcon(QIcon(":/icons/close.svg"));
    m_dismiss->setIconSize({12, 12});
    m_dismiss->setAccessibleName(tr("Dismiss the message"));
    m_dismiss->setToolTip(tr("Dismiss the message (Esc)"));
    m_dismiss->setFocusPolicy(Qt::TabFocus);
    connect(m_dismiss, &QToolButton::clicked, this, [this] { m_dispatch(action::DismissNotice{}); });

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 8, 2);
    row->setSpacing(16);
    for (QLabel* label : {m_place, m_slice, m_window, m_zoom})
        row->addWidget(label);
    row->addWidget(m_message, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addWidget(m_dismiss);
    setMinimumHeight(32);
}

void StatusStrip::setState(const AppState& state) {
    const auto looked = [](VolumePtr native, VolumePtr regular, const SeriesInfo* series) {
        if (!series) return Looked{std::move(native), std::move(regular)};
        return Looked{std::move(native), std::move(regular), sidesOf(*series), lengthsOf(*series)};
    };
    m_current = looked(select::shownVolume(state), select::shownRegular(state), select::shownSeries(state));
    m_prior = looked(select::shownPrior(state), nullptr, select::priorSeries(state));
    showHover();
    if (m_current.native) {
        const ViewAxis axis = select::leadingAxis(state);
        const auto steps = toldSlices(state);
        m_slice->setText(steps.count > 0 ? tr("Slice %1/%2").arg(steps.index + 1).arg(steps.count)
                                         : QString());
        m_window->setText(windowText(state.window.width, state.window.centre));
        m_zoom->setText(
            QStringLiteral("%1x").arg(state.views[static_cast<std::size_t>(axis)].zoom, 0, 'f', 1));
    } else {
        for (QLabel* label : {m_slice, m_window, m_zoom})
            label->clear();
    }
    showProgress(state);
    showNotice(state);
}

void StatusStrip::setHover(std::optional<PatientPoint> place, ComparedSeries series) {
    m_hover = place;
    m_hoverSeries = series;
    showHover();
}

void StatusStrip::showHover() {
    const bool isPrior = m_hoverSeries == ComparedSeries::Prior;
    const Looked& looked = isPrior ? m_prior : m_current;
    if (!m_hover || !looked.native) return m_place->clear();
    const auto hu = shownHu(looked.native, looked.regular, *m_hover);
    if (looked.lengths == Lengths::Unknown) {
        const QString text = hu ? tr("HU %1").arg(*hu) : QString();
        return m_place->setText(isPrior && hu ? tr("Beside: %1").arg(text) : text);
    }
    const QString place = placeText(*m_hover, looked.sides);
    const QString text = hu ? tr("HU %1 at %2").arg(*hu).arg(place) : tr("At %1").arg(place);
    m_place->setText(isPrior ? tr("Beside: %1").arg(text) : text);
}

void StatusStrip::showProgress(const AppState& state) {
    const JobState& job = toldJob(state);
    m_progress->setVisible(job.isRunning);
    setFraction(*m_progress, job.fraction);
    m_cancel->setVisible(select::canCancel(state));
}

void StatusStrip::showNotice(const AppState& state) {
    m_dismiss->setVisible(state.notice.has_value());
    QString text;
    if (state.notice) {
        text = coreText(state.notice->text);
        if (state.notice->isError) text = QStringLiteral("! ") + text;
    } else if (toldJob(state).isRunning) {
        text = coreText(toldJob(state).stage);
    }
    m_message->setText(text);
    m_message->setToolTip(text); // where the window is too narrow for the sentence
}

} // namespace hemo::ui
