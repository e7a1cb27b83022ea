#include "app/panels/finding_list.h"

#include "app/panels/finding_row.h"
#include "app/panels/finding_words.h"
#include "app/panels/panel_parts.h"
#include "app/panels/review_words.h"
#include "core/state/select/review.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/words.h"

#include <QVBoxLayout>

namespace hemo::ui {
namespace {

constexpr std::size_t kMostRows = 3; // the card must fit a window of 800 pixels

} // namespace

FindingList::FindingList(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)), m_rows(new QVBoxLayout(this)) {
    setAccessibleName(tr("Findings"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    m_more = secondaryLabel(this);
    m_rows->addWidget(m_more);
    m_gone = wrappedLabel(this);
    m_gone->setObjectName("goneFindings");
    m_rows->addWidget(m_gone);
    hide();
}

void FindingList::setState(const AppState& state, const Reading* reading) {
    const FindingsPtr findings = reading ? select::shownFindings(state, *reading) : nullptr;
    if (reading)
        compare(state, *reading, findings);
    else
        m_compared.reset();
    const QString gone =
        m_compared ? goneText(m_compared->changes, *m_compared->earlier, m_compared->sides, m_compared->since)
                   : QString();
    showText(*m_gone, gone);
    const bool isEmpty = !findings || findings->empty();
    setVisible(!isEmpty || !gone.isEmpty());
    std::vector<FindingWords> words =
        isEmpty ? std::vector<FindingWords>{} : wordsOf(state, *findings, *reading);
    if (reading && (findings != m_findings || words != m_words || reading->id != m_reading)) {
        m_reading = reading->id;
        m_findings = findings;
        m_words = std::move(words);
        build();
    }
    sayMore(state);
    if (isEmpty) return;
    const int current = currentSlice(*reading).value_or(-1);
    for (auto* row : findChildren<FindingRow*>()) {
        const Finding& finding = (*findings)[row->property("index").toULongLong()];
        row->setChecked(current >= finding.firstSlice && current <= finding.lastSlice);
    }
}

void FindingList::compare(const AppState& state, const Reading& reading, const FindingsPtr& findings) {
    const auto earlier = select::earlierBeside(state, reading);
    if (!earlier) return m_compared.reset();
    if (m_compared && m_compared->now == findings && m_compared->earlier == earlier->findings &&
        m_compared->toEarlier == earlier->toEarlier)
        return;
    m_compared = Compared{findings,
                          earlier->findings,
                          earlier->toEarlier,
                          dateText(earlier->reading->series->studyDate),
                          sidesOf(*earlier->reading->series),
                          select::changesSince(state, reading, *earlier)};
}

std::vector<FindingWords> FindingList::wordsOf(const AppState& state, const Findings& findings,
                                               const Reading& reading) const {
    const Review& review = select::shownReview(state, reading);
    std::vector<FindingWords> words;
    for (std::size_t n = 0; n < findings.size(); ++n) {
        words.push_back(findingWords(findings[n], reading));
        words.back().decision = reviewText(reviewOf(review, findings[n]));
        words.back().isDim = isRejected(review, findings[n]);
        if (!m_compared || n >= m_compared->changes.each.size()) continue;
        const QString change = changeText(m_compared->changes.each[n], m_compared->since);
        if (!change.isEmpty()) words.back().what.prepend(change + QStringLiteral(" · "));
    }
    return words;
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
    m_left = m_words.size() - shown;
}

void FindingList::sayMore(const AppState& state) {
    const QString key = keyText(state, "next-finding");
    const QString more = key.isEmpty() ? tr("and %1 more").arg(m_left)
                                       : tr("and %1 more: press %2 for the next").arg(m_left).arg(key);
    showText(*m_more, m_left == 0 ? QString() : more);
}

} // namespace hemo::ui
