#include "app/panels/verdict_card.h"

#include "app/panels/compare_words.h"
#include "app/panels/finding_bars.h"
#include "app/panels/finding_list.h"
#include "app/panels/heat_row.h"
#include "app/panels/lesson_box.h"
#include "app/panels/model_button.h"
#include "app/panels/own_finding_list.h"
#include "app/panels/panel_parts.h"
#include "app/panels/review_bar.h"
#include "app/panels/rule_button.h"
#include "app/panels/side_by_side.h"
#include "app/panels/verdict_form.h"
#include "app/panels/verdict_mark.h"
#include "app/panels/verdict_words.h"
#include "app/panels/way_button.h"
#include "app/panels/worth_words.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/theme.h"
#include "viewer/widgets/words.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace hemo::ui {
namespace {

/// Headline, how sure and where are for two metres away, the rest for those who come closer.
constexpr double kHeadlinePoints = 22;

QFont headlineFont(const QFont& base) {
    QFont font = base;
    font.setPointSizeF(kHeadlinePoints);
    font.setWeight(QFont::DemiBold);
    return font;
}

QColor markColour(const VerdictWords& words) {
    switch (words.mark) {
    case VerdictMark::Suspected:
    case VerdictMark::RestUnknown:
        return colours().suspicionHigh;
    case VerdictMark::BelowRule:
        return colours().suspicionLow;
    default:
        return colours().secondaryText;
    }
}

QLabel* answerLabel(const char* name, QWidget* parent) {
    QLabel* label = wrappedLabel(parent);
    label->setObjectName(name);
    label->setFont(readableFont(label->font()));
    return label;
}

} // namespace

VerdictCard::VerdictCard(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)) {
    setObjectName("verdictCard");
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Second reader"));
    // Wide enough for the longest word of the headline and for the bars.
    constexpr int kAround = 52; // margins, and the scroll bar
    setFixedWidth(std::max(QFontMetrics(headlineFont(font())).horizontalAdvance("Hemorrhage") + 96,
                           SideBySide::leastWidth(font()) + kAround));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    m_title = titleLabel(tr("SECOND READER"), this);
    m_title->setMinimumWidth(m_title->sizeHint().width());
    m_title->setWordWrap(true); // it names the series where several are compared
    m_way = new WayButton(m_dispatch, this);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_way);
    column->addLayout(top);
    column->addWidget(buildWhatIsSaid(), 1);
    m_provenance = secondaryLabel(this);
    m_provenance->setAccessibleDescription(tr("Who answered"));
    column->addWidget(m_provenance);
    auto* terms = secondaryLabel(this);
    terms->setObjectName("terms");
    terms->setText(tr("For research and teaching. Not a diagnosis."));
    column->addWidget(terms);
}

/// Scrolls in a low window: a layout that lacks room would squeeze findings until their second line is cut.
QWidget* VerdictCard::buildWhatIsSaid() {
    auto* inner = new QWidget(this);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 4, 0); // beside the scroll bar
    column->setSpacing(8);
    m_lesson = new LessonBox(m_dispatch, inner);
    column->addWidget(m_lesson);
    m_sideBySide = new SideBySide(inner);
    column->addWidget(m_sideBySide);
    column->addWidget(buildAnswer());
    m_form = new VerdictForm(m_dispatch, inner);
    column->addWidget(m_form);
    m_details = buildDetails();
    column->addWidget(m_details);
    column->addStretch();
    m_area = new QScrollArea(this);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus); // what is in it is reached by itself
    m_area->setWidget(inner);
    m_form->installEventFilter(this);
    return m_area;
}

/// What is being answered is seen whole, also while it grows; once it is committed, what comes of it, which
/// stands on top.
void VerdictCard::followForm(bool isAnswering) {
    if (m_isAnswering && !isAnswering) m_area->verticalScrollBar()->setValue(0);
    m_isAnswering = isAnswering;
}

void VerdictCard::showWholeForm() {
    if (m_isAnswering) m_area->ensureWidgetVisible(m_form, 0, 0);
}

QWidget* VerdictCard::buildAnswer() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_headline = wrappedLabel(box);
    m_headline->setObjectName("headline");
    m_headline->setAccessibleDescription(tr("Answer"));
    m_headline->setFont(headlineFont(font()));
    m_mark = new VerdictMarkBlock(box);
    auto* headline = new QHBoxLayout;
    headline->setSpacing(10);
    headline->addWidget(m_mark);
    headline->addWidget(m_headline, 1);
    column->addLayout(headline);
    m_rest = answerLabel("rest", box);
    m_progress = thinProgress(tr("Progress of the second reader"), box);
    m_sure = answerLabel("sure", box);
    m_sure->setFont(largeFont(font()));
    m_sure->setCursor(Qt::PointingHandCursor); // a click tells what it is worth here
    m_sure->installEventFilter(this);
    m_reason = answerLabel("reason", box);
    m_misses = answerLabel("misses", box);
    m_retry = new QPushButton(box);
    m_retry->setObjectName("retry");
    m_retry->setFocusPolicy(Qt::TabFocus);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (m_isReading)
            m_dispatch(action::StopReading{m_reading});
        else
            m_dispatch(action::Classify{m_reading});
    });
    m_caution = answerLabel("caution", box);
    m_findings = new FindingList(m_dispatch, box);
    m_review = new ReviewBar(m_dispatch, box);
    m_ownFindings = new OwnFindingList(m_dispatch, box);
    m_worth = answerLabel("worth", box);
    m_worth->setProperty("role", "secondary");
    m_rule = new RuleButton(m_dispatch, box);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_progress, m_rest, m_sure, m_findings, m_review, m_ownFindings,
                                         m_reason, m_misses, m_worth, m_caution})
        column->addWidget(widget);
    m_model = new ModelButton(m_dispatch, box);
    connect(m_model, &ModelButton::addAsked, this, &VerdictCard::modelAsked);
    auto* chosen = new QHBoxLayout;
    chosen->addWidget(m_rule);
    chosen->addWidget(m_model);
    chosen->addStretch();
    column->addLayout(chosen);
    column->addWidget(m_retry, 0, Qt::AlignLeft);
    return box;
}

void VerdictCard::askReason() {
    m_review->askReason();
}
void VerdictCard::askWords() {
    m_review->askWords();
}

void VerdictCard::chooseModel() {
    if (m_model->isVisible() && m_model->isEnabled()) m_model->showMenu();
}

bool VerdictCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_sure && event->type() == QEvent::MouseButtonRelease) Q_EMIT worthAsked();
    if (watched == m_form && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        QMetaObject::invokeMethod(this, &VerdictCard::showWholeForm,
                                  Qt::QueuedConnection); // when all is laid out
    return QWidget::eventFilter(watched, event);
}

QWidget* VerdictCard::buildDetails() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(hairline(box));
    column->addWidget(buildSlice());
    column->addWidget(hairline(box));
    m_heat = new HeatRow(m_dispatch, box);
    column->addWidget(m_heat);
    return box;
}

QWidget* VerdictCard::buildSlice() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_sliceTitle = titleLabel({}, box);
    m_sliceTitle->setObjectName("sliceTitle");
    m_bars = new FindingBars(box);
    column->addWidget(m_sliceTitle);
    column->addWidget(m_bars);
    return box;
}

void VerdictCard::setState(const AppState& state) {
    const Reading* reading = select::activeReading(state);
    m_reading = reading ? reading->id : ReadingId::None;
    m_title->setText(select::isComparing(state)
                         ? tr("SECOND READER: %1").arg(compareHeading(state, state.screen.active).role)
                         : tr("SECOND READER"));
    m_way->setState(state);
    m_lesson->setState(state);
    m_details->setVisible(!reading || select::lockOn(state, *reading) == select::Lock::Open);
    m_sideBySide->setState(state, reading);
    m_form->setState(state, reading);
    followForm(reading && state.screen.isAnswering);
    showAnswer(state, reading);
    m_rule->setState(state, reading);
    m_model->setState(state);
    showSlice(state, reading);
    m_heat->setState(state, reading);
    showText(*m_provenance, reading ? provenanceText(state, *reading) : QString());
}

void VerdictCard::showAnswer(const AppState& state, const Reading* reading) {
    using Status = SecondReader::Status;
    static const SecondReader nobody;
    const SecondReader& reader = reading ? select::answersTo(state, *reading) : nobody;
    const VerdictWords words = verdictWords(state, reading);
    m_headline->setText(words.headline);
    QPalette ownPalette = palette();
    const QColor colour =
        words.suspicion ? colours().suspicion(*words.suspicion, reader.prediction->provenance.rule.threshold)
                        : colours().text;
    ownPalette.setColor(QPalette::WindowText, colour);
    m_headline->setPalette(ownPalette);
    m_mark->setMark(words.mark, markColour(words));
    showText(*m_rest, words.rest);
    showText(*m_sure, words.sure);
    showText(*m_reason, words.reason);
    showText(*m_misses, words.misses);
    showText(*m_worth, words.worth);
    showText(*m_caution, words.caution);
    for (QLabel* label : {m_sure, m_reason, m_worth})
        label->setToolTip(words.exact);
    m_findings->setState(state, reading);
    m_review->setState(state, reading);
    m_ownFindings->setState(state, reading);
    QStringList said{words.headline, words.sure,  words.rest,    words.reason,
                     words.misses,   words.worth, words.caution, words.exact};
    said.removeAll(QString());
    setAccessibleDescription(said.join(QLatin1Char('\n')));

    m_progress->setVisible(reader.job.isRunning);
    setFraction(*m_progress, reader.job.fraction);
    const bool isFailed = reader.status == Status::Failed || (reading && reader.status == Status::Done &&
                                                              !select::shownPrediction(state, *reading));
    const bool isIdle = reader.status == Status::Idle;
    m_isReading = reader.status == Status::Running || reader.status == Status::Waiting;
    m_retry->setText(m_isReading ? tr("Stop") : isIdle ? tr("Read this series") : tr("Retry"));
    m_retry->setVisible(reading && select::mayShowAnswers(state, *reading) &&
                        (isFailed || isIdle || m_isReading));
    m_retry->setEnabled(m_isReading || (reading && select::canClassify(state, *reading)));
}

void VerdictCard::showSlice(const AppState& state, const Reading* reading) {
    if (!reading) {
        m_sliceTitle->setText(tr("THIS SLICE"));
        return m_bars->setPrediction(std::nullopt, std::nullopt);
    }
    // Where the scan as a whole cannot be judged, no slice of it is called suspicious.
    const auto& rule = select::answersTo(state, *reading).rule;
    const bool isJudged = rule && !select::isNothingClaimed(state, *reading);
    const bool isSeen = !missedHere(*reading);
    m_sliceTitle->setText(isSeen ? tr("SLICE %1").arg(*currentSlice(*reading) + 1)
                                 : tr("NO SLICE AT THIS LEVEL"));
    m_bars->setPrediction(isSeen ? select::currentPrediction(state, *reading) : std::nullopt,
                          isJudged ? std::optional(rule->threshold) : std::nullopt);
}

} // namespace hemo::ui
