#include "app/panels/finding_list.h"

#include "app/panels/finding_row.h"
#include "app/panels/finding_words.h"
#include "app/panels/panel_parts.h"

#include <QVBoxLayout>

namespace hemo::ui {
namespace {

constexpr std::size_t kMostRows = 3; // the card must fit a window of 800 pixels

std::vector<FindingWords> wordsOf(const Findings& findings, const Reading& reading) {
    std::vector<FindingWords> words;
    for (const Finding& finding : findings)
        words.push_back(findingWords(finding, reading));
    return words;
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
    std::vector<FindingWords> words = wordsOf(*findings, *reading);
    if (findings != m_findings || words != m_words || reading->id != m_reading) {
        m_reading = reading->id;
        m_findings = findings;
        m_words = std::move(words);
        build();
    }
    const int current = currentSlice(*reading).value_or(-1);
    for (auto* row : findChildren<FindingRow*>()) {
        const Finding& finding = (*findings)[row->property("index").toULongLong()];
        row->setChecked(current >= finding.firstSlice && current <= finding.lastSlice);
    }
}

void FindingList::build() {
    qDeleteAll(findChildren<FindingRow*>());
    const std::size_t shown = std::min(m_words.size(), kMostRows);
    for (std::size_t n = 0; n < shown; ++n) {
        auto* row = new FindingRow(m_words[n], this);
        row->setProperty("index", static_cast<qulonglong>(n));
        row->setAccessibleName(tr("Go to finding %1: %2")
                                   .arg(n + 1)
                                   .arg(QString(row->text()).replace('\n', QStringLiteral(", "))));
        row->setToolTip(m_words[n].exact);
        connect(row, &FindingRow::clicked, this, [this, row, n](bool isOn) {
            row->setChecked(!isOn); // the state says where the reader is, not the click
            m_dispatch(action::GoToFinding{m_reading, static_cast<int>(n)});
        });
        m_rows->insertWidget(static_cast<int>(n), row);
    }
    const std::size_t left = m_words.size() - shown;
    showText(*m_more, left == 0 ? QString() : tr("and %1 more: press N for the next").arg(left));
}

} // namespace hemo::ui
