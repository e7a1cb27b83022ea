#include "app/panels/finding_list.h"

#include "app/panels/finding_words.h"
#include "app/panels/panel_parts.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

constexpr std::size_t kMostRows = 3; // the card must fit a window of 800 pixels

QStringList rowTexts(const Findings& findings, const Reading& reading) {
    QStringList texts;
    for (const Finding& finding : findings) {
        const FindingWords words = findingWords(finding, reading);
        texts << (words.what.isEmpty() ? words.where : words.where + '\n' + words.what);
    }
    return texts;
}

} // namespace

FindingList::FindingList(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)), m_rows(new QVBoxLayout(this)) {
    setAccessibleName(tr("Findings"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    m_more = secondaryLabel(this);
    m_rows->addWidget(m_more);
    hide();
}

void FindingList::setState(const AppState& state, const Reading* reading) {
    const FindingsPtr findings = reading ? select::shownFindings(state, *reading) : nullptr;
    const bool isEmpty = !findings || findings->empty();
    setVisible(!isEmpty);
    if (isEmpty) {
        m_findings = nullptr;
        return;
    }
    const QStringList texts = rowTexts(*findings, *reading);
    if (findings != m_findings || texts != m_texts || reading->id != m_reading) {
        m_reading = reading->id;
        m_findings = findings;
        m_texts = texts;
        build(*findings);
    }
    const int current = currentSlice(*reading).value_or(-1);
    for (auto* row : findChildren<QPushButton*>()) {
        const Finding& finding = (*findings)[row->property("index").toULongLong()];
        row->setChecked(current >= finding.firstSlice && current <= finding.lastSlice);
    }
}

void FindingList::build(const Findings& findings) {
    qDeleteAll(findChildren<QPushButton*>());
    const std::size_t shown = std::min(findings.size(), kMostRows);
    for (std::size_t n = 0; n < shown; ++n) {
        auto* row = new QPushButton(m_texts[static_cast<qsizetype>(n)], this);
        row->setObjectName("finding");
        row->setProperty("role", "finding");
        row->setProperty("index", static_cast<qulonglong>(n));
        row->setCheckable(true);
        // Two lines are never squeezed: a layout that lacks room would cut the second.
        row->setFixedHeight(2 * row->fontMetrics().lineSpacing() + 8);
        row->setFocusPolicy(Qt::TabFocus);
        row->setAccessibleName(
            tr("Go to finding %1: %2")
                .arg(n + 1)
                .arg(QString(m_texts[static_cast<qsizetype>(n)]).replace('\n', QStringLiteral(", "))));
        row->setToolTip(tr("Go to its most telling slice"));
        connect(row, &QPushButton::clicked, this, [this, row, n](bool isOn) {
            row->setChecked(!isOn); // the state says where the reader is, not the click
            m_dispatch(action::GoToFinding{m_reading, static_cast<int>(n)});
        });
        m_rows->insertWidget(static_cast<int>(n), row);
    }
    const std::size_t left = findings.size() - shown;
    showText(*m_more, left == 0 ? QString() : tr("and %1 more: press N for the next slice").arg(left));
}

} // namespace hemo::ui
