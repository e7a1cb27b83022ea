#include "app/panels/own_finding_list.h"

#include "core/state/select/answers.h"
#include "core/state/select/review.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/themed_icon.h"
#include "viewer/widgets/words.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

/// Where it lies, for whoever rests the mouse on it.
QString tipOf(const OwnFinding& finding, const Reading& reading) {
    if (!reading.series->areLengthsKnown) return OwnFindingList::tr("Go there");
    return OwnFindingList::tr("Go to %1").arg(placeText(finding.place, sidesOf(*reading.series)));
}

} // namespace

OwnFindingList::OwnFindingList(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)), m_rows(new QVBoxLayout(this)) {
    setObjectName("ownFindings");
    setAccessibleName(tr("Your own findings"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
    auto* add = new QToolButton(this);
    add->setObjectName("addOwnFinding");
    add->setText(tr("Add a finding"));
    add->setFocusPolicy(Qt::TabFocus);
    connect(add, &QToolButton::clicked, this, [this] { m_dispatch(action::ChooseTool{Tool::OwnFinding}); });
    m_add = add;
    m_rows->addWidget(add, 0, Qt::AlignLeft);
    hide();
}

void OwnFindingList::setState(const AppState& state, const Reading* reading) {
    const bool isShown = reading && select::mayShowAnswers(state, *reading);
    setVisible(isShown);
    m_add->setToolTip(
        withKey(tr("The next click in a picture is a finding of your own"), state, "own-finding"));
    m_reading = reading ? reading->id : ReadingId::None;
    m_viewport = reading ? select::viewportOf(state, reading->id).value_or(kLead) : kLead;
    m_findings = isShown ? select::shownReview(state, *reading).own : std::vector<OwnFinding>{};
    std::vector<Row> rows;
    for (const OwnFinding& finding : m_findings)
        rows.push_back({tr("Yours · slice %1").arg(reading->volume->grid().nearestSlice(finding.place) + 1),
                        tipOf(finding, *reading)});
    if (rows != m_shown) build(rows);
}

void OwnFindingList::build(const std::vector<Row>& rows) {
    for (QWidget* row : findChildren<QWidget*>("ownFinding")) {
        row->setObjectName({});
        row->hide();
        row->deleteLater(); // one of them may be what was clicked
    }
    m_shown = rows;
    for (int n = 0; n < static_cast<int>(rows.size()); ++n) {
        const Row& words = rows[static_cast<std::size_t>(n)];
        auto* row = new QWidget(this);
        row->setObjectName("ownFinding");
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(4);
        auto* there = new QPushButton(words.text, row);
        there->setProperty("role", "finding");
        there->setFocusPolicy(Qt::TabFocus);
        there->setToolTip(words.tip);
        connect(there, &QPushButton::clicked, this, [this, n] {
            m_dispatch(action::MoveCrosshair{m_viewport, m_findings[static_cast<std::size_t>(n)].place});
        });
        auto* away = new QToolButton(row);
        away->setIcon(themedIcon("close"));
        away->setIconSize({12, 12});
        away->setFocusPolicy(Qt::TabFocus);
        away->setAccessibleName(tr("Take this finding away"));
        away->setToolTip(tr("Take this finding away; undo brings it back"));
        connect(away, &QToolButton::clicked, this, [this, n] {
            m_dispatch(action::RemoveOwnFinding{m_reading, n});
        });
        line->addWidget(there, 1);
        line->addWidget(away);
        m_rows->insertWidget(n, row);
    }
}

} // namespace hemo::ui
