#include "app/view_layout.h"

#include "app/panels/compare_header.h"
#include "app/panels/series_drag.h"
#include "viewer/widgets/probability_strip.h"
#include "viewer/widgets/slice_view.h"
#include "viewer/widgets/volume_view.h"

#include <QDragEnterEvent>
#include <QGridLayout>
#include <QLabel>

namespace hemo::ui {
namespace {

/// Rows and columns of the grid; those that hold nothing take no space.
enum Row { Headers, Link, Top, Bottom, kRows };
enum Column { Left, Between, Right, Edge, kColumns };

} // namespace

ViewLayout::ViewLayout(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)) {
    setAcceptDrops(true);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(1);
    for (const ViewAxis axis : kViewAxes) {
        auto* view = new SliceView(axis, m_renderer, m_dispatch, this);
        m_sliceViews[static_cast<std::size_t>(axis)] = view;
        connect(view, &SliceView::hovered, this,
                [this](std::optional<PatientPoint> at) { Q_EMIT hovered(at, ComparedSeries::Current); });
    }
    m_volumeView = new VolumeView(m_dispatch, this);
    m_priorView = new SliceView(ViewSubject::prior(), m_renderer, m_dispatch, this);
    m_priorView->setObjectName("priorView");
    connect(m_priorView, &SliceView::hovered, this,
            [this](std::optional<PatientPoint> at) { Q_EMIT hovered(at, ComparedSeries::Prior); });
    m_strip = new ProbabilityStrip(m_dispatch, this);
    // Space swaps the two series at the same pixels: nothing may move when the strip goes.
    QSizePolicy policy = m_strip->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_strip->setSizePolicy(policy);
    m_currentHeader = new CompareHeader(ComparedSeries::Current, this);
    m_priorHeader = new CompareHeader(ComparedSeries::Prior, this);
    m_link = new QLabel(this);
    m_link->setObjectName("compareLink");
    m_link->setTextFormat(Qt::PlainText);
    m_link->setAlignment(Qt::AlignCenter);
    m_link->setWordWrap(true);
    m_link->setAccessibleName(tr("Link between the two series"));
    arrange({});
}

void ViewLayout::setState(const AppState& state) {
    Arrangement next{select::isComparing(state), state.comparison.isPriorInFront, state.enlarged, {}};
    if (const VolumePtr& volume = select::shownVolume(state)) next.native = nativeAxis(volume->grid());
    arrange(next);
    m_currentHeader->setState(state);
    m_priorHeader->setState(state);
    m_link->setText(linkText(state).join(QStringLiteral("     ")));
    for (SliceView* view : m_sliceViews)
        view->setState(state);
    m_volumeView->setState(state);
    m_priorView->setState(state);
    m_strip->setState(state);
}

bool ViewLayout::isSettled() const {
    return !m_volumeView->isVisible() || m_volumeView->isSettled();
}

QWidget* ViewLayout::pane(Pane which) const {
    if (which == Pane::Volume) return m_volumeView;
    return m_sliceViews[static_cast<std::size_t>(which)];
}

void ViewLayout::arrange(const Arrangement& next) {
    if (m_arrangement == next) return;
    m_arrangement = next;
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item; // the place only; the widget is the window's
    // An empty row or column would still take its share.
    for (int row = 0; row < kRows; ++row)
        m_grid->setRowStretch(row, 0);
    for (int column = 0; column < kColumns; ++column)
        m_grid->setColumnStretch(column, 0);
    next.isComparing ? placeTwo(next) : placeFour(next.enlarged);
}

void ViewLayout::placeFour(std::optional<Pane> enlarged) {
    for (QWidget* widget : std::array<QWidget*, 4>{m_currentHeader, m_priorHeader, m_link, m_priorView})
        widget->hide();
    for (const Pane which : {Pane::Axial, Pane::Coronal, Pane::Sagittal, Pane::Volume}) {
        QWidget* view = pane(which);
        const int row = which == Pane::Axial || which == Pane::Coronal ? Top : Bottom;
        const int column = which == Pane::Axial || which == Pane::Sagittal ? Left : Right;
        m_grid->addWidget(view, row, column);
        view->setVisible(!enlarged || *enlarged == which);
        if (!view->isHidden()) {
            m_grid->setRowStretch(row, 1);
            m_grid->setColumnStretch(column, 1);
        }
    }
    m_grid->addWidget(m_strip, Top, Edge, 2, 1);
    m_strip->show();
}

/// Hiding what has the focus would hand it to the next control, which a second Space would press: the view
/// that is shown takes it before.
void ViewLayout::keepFocus(QWidget& shown) {
    QWidget* focused = focusWidget();
    if (!focused || focused == &shown || !isAncestorOf(focused)) return;
    shown.show();
    shown.setFocus(Qt::OtherFocusReason);
}

void ViewLayout::placeTwo(const Arrangement& next) {
    const bool isOne = next.enlarged.has_value();
    const bool isCurrentShown = !isOne || !next.isPriorInFront, isPriorShown = !isOne || next.isPriorInFront;
    QWidget* current = pane(static_cast<Pane>(next.native));
    keepFocus(isCurrentShown ? *current : *m_priorView);
    for (const Pane which : {Pane::Axial, Pane::Coronal, Pane::Sagittal, Pane::Volume})
        pane(which)->setVisible(pane(which) == current && isCurrentShown);
    m_priorView->setVisible(isPriorShown);
    m_currentHeader->setVisible(isCurrentShown);
    m_priorHeader->setVisible(isPriorShown);
    m_link->show();
    m_strip->setVisible(isCurrentShown);

    const int priorColumn = isOne ? Left : Right;
    m_grid->addWidget(m_currentHeader, Headers, Left);
    m_grid->addWidget(m_priorHeader, Headers, priorColumn);
    m_grid->addWidget(m_link, Link, Left, 1, kColumns);
    m_grid->addWidget(current, Top, Left);
    m_grid->addWidget(m_strip, Top, Between);
    m_grid->addWidget(m_priorView, Top, priorColumn);
    m_grid->setRowStretch(Top, 1);
    m_grid->setColumnStretch(Left, 1);
    if (!isOne) m_grid->setColumnStretch(Right, 1);
}

void ViewLayout::dragEnterEvent(QDragEnterEvent* event) {
    if (draggedSeries(*event->mimeData())) event->acceptProposedAction();
}

void ViewLayout::dropEvent(QDropEvent* event) {
    const auto id = draggedSeries(*event->mimeData());
    if (!id) return event->ignore();
    event->acceptProposedAction();
    m_dispatch(action::CompareWith{*id});
}

} // namespace hemo::ui
