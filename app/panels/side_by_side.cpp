#include "app/panels/side_by_side.h"

#include "app/panels/own_words.h"
#include "app/panels/panel_parts.h"
#include "app/panels/verdict_words.h"

#include <QGridLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

QLabel* columnLabel(const char* name, const QString& meaning, QWidget* parent) {
    QLabel* label = wrappedLabel(parent);
    label->setObjectName(name);
    label->setAccessibleDescription(meaning);
    label->setFont(readableFont(label->font()));
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

/// What the second reader says, a line each, as the reader's own verdict is told.
QString secondLines(const AppState& state, const Reading& reading, const FindingsPtr& findings) {
    const VerdictWords words = verdictWords(state, &reading);
    QStringList lines{words.headline, words.sure};
    if (findings && !findings->empty())
        lines << (findings->size() == 1 ? SideBySide::tr("1 finding")
                                        : SideBySide::tr("%1 findings").arg(findings->size()));
    lines.removeAll(QString());
    return lines.join('\n');
}

} // namespace

SideBySide::SideBySide(QWidget* parent) : QWidget(parent) {
    setObjectName("sideBySide");
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Both readings"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_agreement = wrappedLabel(this);
    m_agreement->setObjectName("agreement");
    column->addWidget(m_agreement);
    auto* both = new QGridLayout;
    both->setHorizontalSpacing(8);
    both->setVerticalSpacing(2);
    both->addWidget(titleLabel(tr("YOU"), this), 0, 0, Qt::AlignTop);
    QLabel* second = titleLabel(tr("SECOND READER"), this);
    second->setWordWrap(true); // the longest kind of bleed needs the room
    both->addWidget(second, 0, 1);
    m_own = columnLabel("ownColumn", tr("Your reading"), this);
    m_second = columnLabel("secondColumn", tr("Second reader"), this);
    both->addWidget(m_own, 1, 0);
    both->addWidget(m_second, 1, 1);
    both->setColumnStretch(0, 1);
    both->setColumnStretch(1, 1);
    column->addLayout(both);
    m_places = secondaryLabel(this);
    m_places->setObjectName("matchedPlaces");
    column->addWidget(m_places);
    hide();
}

void SideBySide::setState(const AppState& state, const Reading* reading) {
    const PredictionPtr second = reading ? select::shownPrediction(state, *reading) : nullptr;
    const ReaderVerdict* own = reading ? lastOf(reading->ownVerdict) : nullptr;
    setVisible(second && own);
    if (!second || !own) {
        for (QLabel* label : {m_agreement, m_own, m_second, m_places})
            label->clear(); // nothing of another reading stays, not even hidden
        return m_matched.reset();
    }
    const MatchedPlaces* places = match(state, *reading, *own);
    showAgreement(agreementOf(*own, second->verdict, places));
    m_own->setText(verdictLines(*own));
    m_second->setText(secondLines(state, *reading, select::shownFindings(state, *reading)));
    const bool areBothBleeds =
        own->answer == ReaderVerdict::Answer::Bleed && second->verdict.answer == Answer::Suspected;
    showText(*m_places, places && areBothBleeds ? matchText(*places) : QString());
}

int SideBySide::leastWidth(const QFont& base) {
    const QFontMetrics metrics(readableFont(base));
    constexpr int kFrame = 16, kBetween = 8;
    return metrics.horizontalAdvance("Intraparenchymal") + kBetween +
           metrics.horizontalAdvance("Hemorrhage ") + kFrame;
}

const MatchedPlaces* SideBySide::match(const AppState& state, const Reading& reading,
                                       const ReaderVerdict& own) {
    const FindingsPtr findings = select::shownFindings(state, reading);
    if (!findings) {
        m_matched.reset();
        return nullptr;
    }
    if (!m_matched || m_matched->findings != findings || m_matched->own != own.places)
        m_matched = Matched{findings, own.places, matchPlaces(own.places, *findings, reading.volume->grid())};
    return &m_matched->places;
}

/// A difference has a frame and large letters; an agreement neither.
void SideBySide::showAgreement(Agreement agreement) {
    const bool differs = agreement == Agreement::OtherAnswer || agreement == Agreement::OtherPlaces;
    showText(*m_agreement, agreementText(agreement));
    m_agreement->setFont(differs ? largeFont(font()) : readableFont(font()));
    if (property("differs").toBool() == differs) return;
    setProperty("differs", differs);
    style()->unpolish(this);
    style()->polish(this);
}

} // namespace hemo::ui
