#include "app/view_layout.h"

#include "app/apart_view.h"
#include "app/panels/compare_header.h"
#include "app/panels/series_drag.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/probability_strip.h"
#include "viewer/widgets/slice_view.h"
#include "viewer/widgets/volume_view.h"

#include <QDragEnterEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace hemo::ui {
namespace {

/// The link over all; then a heading and a view for each row; a view and its strip for each column.
constexpr int kLinkRow = 0, kMostRows = 3, kMostColumns = kMostBeside;

int headerRow(const Cell& cell) {
    return 1 + 2 * cell.row;
}
int viewRow(const Cell& cell) {
    return 2 + 2 * cell.row;
}
int viewColumn(const Cell& cell) {
    return 2 * cell.column;
}

std::size_t indexOf(ViewportId id) {
    return static_cast<std::size_t>(id);
}

} // namespace

ViewLayout::ViewLayout(Dispatch dispatch, QWidget* parent, Clock& clock)
    : QWidget(parent), m_dispatch(std::move(dispatch)), m_clock(clock) {
    setAcceptDrops(true);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(1);
    m_link = new QLabel(this);
    m_link->setObjectName("compareLink");
    m_link->setTextFormat(Qt::PlainText);
    m_link->setAlignment(Qt::AlignCenter);
    m_link->setWordWrap(true);
    m_link->setAccessibleDescription(tr("Link between the series"));
}

SliceView* ViewLayout::sliceView(ViewportId id) const {
    return indexOf(id) < m_panes.size() ? m_panes[indexOf(id)].slices : nullptr;
}
VolumeView* ViewLayout::volumeView(ViewportId id) const {
    return indexOf(id) < m_panes.size() ? m_panes[indexOf(id)].volume : nullptr;
}
ProbabilityStrip* ViewLayout::strip(ViewportId id) const {
    return indexOf(id) < m_panes.size() ? m_panes[indexOf(id)].strip : nullptr;
}

QImage ViewLayout::picture(ViewportId id) const {
    const Pane& shown = m_panes[indexOf(id)];
    const bool isVolume = m_arrangement && m_arrangement->kinds[indexOf(id)] == Viewport::Kind::Volume;
    return isVolume ? shown.volume->grab().toImage()
                    : shown.slices->picture(); // no name stands in a volume's view
}

std::optional<PictureSize> ViewLayout::pictureSize(ViewportId id) const {
    const SliceView* view = sliceView(id);
    if (!view) return std::nullopt;
    return PictureSize{view->size(), view->devicePixelRatioF()};
}

ViewLayout::Pane& ViewLayout::pane(ViewportId id) {
    while (m_panes.size() <= indexOf(id)) {
        const ViewportId next{static_cast<int>(m_panes.size())};
        Pane pane;
        pane.header = new CompareHeader(next, m_dispatch, this);
        pane.strip = new ProbabilityStrip(next, m_dispatch, this);
        pane.header->hide(); // until it has its place
        pane.strip->hide();
        m_panes.push_back(pane);
    }
    return m_panes[indexOf(id)];
}

QWidget* ViewLayout::view(ViewportId id, Viewport::Kind kind) {
    Pane& own = pane(id);
    if (kind == Viewport::Kind::Volume) {
        if (!own.volume) own.volume = new VolumeView(id, m_dispatch, this, m_clock);
        return own.volume;
    }
    if (!own.slices) own.slices = new SliceView(id, m_renderer, m_dispatch, this, &m_firstPictures);
    return own.slices;
}

void ViewLayout::setState(const AppState& state) {
    const Screen& screen = state.screen;
    Arrangement next{select::seenCells(state), {}, {}, select::isComparing(state)};
    for (const Viewport& viewport : screen.viewports) {
        next.kinds.push_back(viewport.kind);
        next.areApart.push_back(viewport.isApart);
    }
    m_isComparing = next.isComparing;
    arrange(next);
    m_link->setText(linkText(state).join(QStringLiteral("     ")));
    for (const Pane& pane : m_panes) {
        pane.header->setState(state);
        pane.strip->setState(state);
        if (pane.slices) pane.slices->setState(state);
        if (pane.volume) pane.volume->setState(state);
    }
}

void ViewLayout::showHover(const AppState& state) {
    for (const Pane& pane : m_panes)
        if (pane.slices) pane.slices->showHover(state);
}

bool ViewLayout::isSettled() const {
    return !m_firstPictures.areWaiting() && std::all_of(m_panes.begin(), m_panes.end(), [](const Pane& pane) {
        return !pane.volume || !pane.volume->isVisible() || pane.volume->isSettled();
    });
}

void ViewLayout::arrange(const Arrangement& next) {
    if (m_arrangement == next) return;
    m_arrangement = next;
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item; // the place only; the widget is the window's
    // An empty row or column would still take its share.
    for (int row = 0; row <= 2 * kMostRows; ++row)
        m_grid->setRowStretch(row, 0);
    for (int column = 0; column <= 2 * kMostColumns; ++column)
        m_grid->setColumnStretch(column, 0);

    keepFocus(*view(next.cells.front().viewport, next.kinds[indexOf(next.cells.front().viewport)]));
    hideOthers(next);
    for (const Cell& cell : next.cells)
        place(cell, next);
    placeApart(next);
    m_link->setVisible(next.isComparing);
    if (next.isComparing) {
        m_grid->addWidget(m_link, kLinkRow, 0, 1, 2 * kMostColumns);
    } else { // one strip at the side of all views
        ProbabilityStrip* strip = pane(kLead).strip;
        m_grid->addWidget(strip, 1, 2 * kMostColumns, 2 * kMostRows, 1);
        strip->show();
    }
}

void ViewLayout::place(const Cell& cell, const Arrangement& next) {
    QWidget* shown = view(cell.viewport, next.kinds[indexOf(cell.viewport)]);
    m_grid->addWidget(shown, viewRow(cell), viewColumn(cell), 2 * cell.rows - 1, 1);
    for (int row = 0; row < cell.rows; ++row)
        m_grid->setRowStretch(viewRow(cell) + 2 * row, 1);
    m_grid->setColumnStretch(viewColumn(cell), cell.rows > 1 ? 3 : 2); // the tall one is wide, too
    shown->show();
    if (!next.isComparing) return;
    const Pane& own = pane(cell.viewport);
    m_grid->addWidget(own.header, headerRow(cell), viewColumn(cell), 1, 2);
    m_grid->addWidget(own.strip, viewRow(cell), viewColumn(cell) + 1);
    own.header->show();
    own.strip->show();
}

void ViewLayout::hideOthers(const Arrangement& next) {
    for (std::size_t n = 0; n < m_panes.size(); ++n) {
        const ViewportId id{static_cast<int>(n)};
        const bool isApart = n < next.areApart.size() && next.areApart[n];
        const bool isSeen = isApart || std::any_of(next.cells.begin(), next.cells.end(),
                                                   [&](const Cell& cell) { return cell.viewport == id; });
        const bool isVolume = isSeen && next.kinds[n] == Viewport::Kind::Volume;
        const Pane& own = m_panes[n];
        if (own.slices && (!isSeen || isVolume)) own.slices->hide();
        if (own.volume && !isVolume) own.volume->hide();
        const bool hasOwnParts = isSeen && next.isComparing && !isApart;
        own.header->setVisible(hasOwnParts);
        own.strip->setVisible(hasOwnParts || (!next.isComparing && id == kLead));
    }
}

/// Into windows of their own, and out of those that are none any more: their views have a place by now.
void ViewLayout::placeApart(const Arrangement& next) {
    for (std::size_t n = 0; n < m_panes.size(); ++n) {
        const bool isApart = n < next.areApart.size() && next.areApart[n];
        Pane& own = m_panes[n];
        if (!isApart) {
            if (own.window) own.window->hide();
            continue;
        }
        const ViewportId id{static_cast<int>(n)};
        if (!own.window)
            own.window = new ApartView(*window(), [this, id] { m_dispatch(action::ToggleApart{id}); });
        const bool isVolume = next.kinds[n] == Viewport::Kind::Volume;
        own.window->setWindowTitle(isVolume ? tr("Hemoscope: volume") : tr("Hemoscope: view %1").arg(n + 1));
        own.window->hold(*view(id, next.kinds[n]));
        own.window->show();
    }
}

/// Hiding what has the focus would hand it to the next control, which a second Space would press: the view
/// that is shown takes it before.
void ViewLayout::keepFocus(QWidget& shown) {
    QWidget* focused = focusWidget();
    if (!focused || focused == &shown || !isAncestorOf(focused)) return;
    shown.show();
    shown.setFocus(Qt::OtherFocusReason);
}

ViewportId ViewLayout::viewportAt(QPointF position) const {
    for (std::size_t n = 0; n < m_panes.size(); ++n) {
        const Pane& pane = m_panes[n];
        for (const QWidget* part :
             std::initializer_list<const QWidget*>{pane.slices, pane.volume, pane.header, pane.strip})
            if (part && part->parentWidget() == this && part->isVisible() &&
                part->geometry().contains(position.toPoint()))
                return ViewportId{static_cast<int>(n)};
    }
    return kLead;
}

void ViewLayout::dragEnterEvent(QDragEnterEvent* event) {
    if (draggedSeries(*event->mimeData())) event->acceptProposedAction();
}

/// Onto the views of one series: beside it. Onto one of several: in its place.
void ViewLayout::dropEvent(QDropEvent* event) {
    const auto id = draggedSeries(*event->mimeData());
    if (!id) return event->ignore();
    event->acceptProposedAction();
    if (m_isComparing)
        m_dispatch(action::OpenSeries{viewportAt(event->position()), *id});
    else
        m_dispatch(action::ShowBeside{*id});
}

} // namespace hemo::ui
