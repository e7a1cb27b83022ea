#include "app/panels/mark_list.h"

#include "app/panels/panel_parts.h"
#include "core/state/select/marks.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/mark_words.h"

#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace hemo::ui {
namespace {

constexpr int kMostRowsShown = 8; // the studies above keep their room

} // namespace

MarkList::MarkList(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)), m_rows(new QListWidget(this)) {
    setObjectName("markList");
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(titleLabel(tr("MARKS"), this));
    column->addWidget(m_rows);
    m_rows->setAccessibleName(tr("Marks"));
    m_rows->setToolTip(tr("Go to the mark; Delete removes it, Ctrl+Z brings it back"));
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->setTextElideMode(Qt::ElideRight);
    m_rows->setMinimumWidth(0);
    m_rows->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // the studies above say how wide
    connect(m_rows, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) m_dispatch(action::GoToMark{m_reading, m_marks[static_cast<std::size_t>(row)]});
    });
    connect(m_rows, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
        m_dispatch(action::GoToMark{m_reading, m_marks[static_cast<std::size_t>(m_rows->row(item))]});
    });
    hide();
}

QStringList MarkList::rowTexts(const Reading& reading, const Marks& marks) {
    QStringList texts;
    const VolumePtr& native = shownVolume(reading);
    for (const Mark& mark : marks) {
        const bool isNative =
            native && liesIn(mark, ReadingPlane::native(), native->grid(), mark.points.front());
        const auto values = m_values.valuesOf(mark, {native, shownRegular(reading), {}, isNative});
        texts << markText(mark, values, lengthsOf(*reading.series));
        if (isNative)
            texts.last() += tr(", slice %1").arg(native->grid().nearestSlice(mark.points.front()) + 1);
    }
    return texts;
}

void MarkList::setState(const AppState& state) {
    const Reading* reading = select::activeReading(state);
    const Marks marks = reading ? select::shownMarks(state, *reading) : Marks{};
    setVisible(!marks.empty());
    const QSignalBlocker quiet(m_rows);
    const QStringList texts = reading ? rowTexts(*reading, marks) : QStringList{};
    m_reading = reading ? reading->id : ReadingId::None;
    m_marks.clear();
    for (const Mark& mark : marks)
        m_marks.push_back(mark.id);
    if (texts != m_texts || m_rows->count() != texts.size()) {
        m_texts = texts;
        m_rows->clear();
        m_rows->addItems(texts);
        const int rows = std::min(kMostRowsShown, m_rows->count());
        if (rows > 0) m_rows->setFixedHeight(rows * m_rows->sizeHintForRow(0) + 2 * m_rows->frameWidth());
    }
    const auto chosen =
        state.screen.chosenMark ? std::ranges::find(m_marks, *state.screen.chosenMark) : m_marks.end();
    m_rows->setCurrentRow(chosen == m_marks.end() ? -1 : static_cast<int>(chosen - m_marks.begin()));
}

} // namespace hemo::ui
