#include "app/panels/own_words.h"

#include "viewer/widgets/tr.h"
#include "viewer/widgets/words.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace hemo::ui {
QString answerText(ReaderVerdict::Answer answer) {
    switch (answer) {
    case ReaderVerdict::Answer::Bleed:
        return tr("Bleed");
    case ReaderVerdict::Answer::None:
        return tr("None");
    case ReaderVerdict::Answer::CannotTell:
        return tr("Cannot tell");
    }
    return {};
}

QString confidenceText(int confidence) {
    switch (confidence) {
    case 1:
        return tr("A guess");
    case 2:
        return tr("Unsure");
    case 3:
        return tr("Likely");
    case 4:
        return tr("Sure");
    case 5:
        return tr("Certain");
    default:
        return {};
    }
}

QString kindsText(const ReaderVerdict& verdict) {
    if (verdict.answer != ReaderVerdict::Answer::Bleed) return {};
    QStringList kinds;
    for (const BleedType kind : verdict.kinds)
        kinds << (kinds.isEmpty() ? bleedTypeText(kind) : bleedTypeText(kind).toLower());
    return kinds.isEmpty() ? tr("Kind open") : kinds.join(", ");
}

QString placesText(std::size_t places) {
    if (places == 0) return {};
    return places == 1 ? tr("1 place") : tr("%1 places").arg(places);
}

QString verdictLines(const ReaderVerdict& verdict) {
    QStringList lines{verdict.answer ? answerText(*verdict.answer) : QString(), kindsText(verdict),
                      tr("%1, %2 of 5").arg(confidenceText(verdict.confidence)).arg(verdict.confidence),
                      placesText(verdict.places.size())};
    lines.removeAll(QString());
    return lines.join('\n');
}

QString verdictLine(const ReaderVerdict& verdict) {
    QStringList parts = verdictLines(verdict).split('\n');
    for (qsizetype n = 1; n < parts.size(); ++n)
        parts[n] = parts[n].left(1).toLower() + parts[n].mid(1);
    return parts.join(", ");
}

QString timeText(std::int64_t secondsSince1970) {
    const QDateTime time = QDateTime::fromSecsSinceEpoch(secondsSince1970).toLocalTime();
    QString clock = QLocale().toString(time.time(), QStringLiteral("HH:mm"));
    if (time.date() == QDate::currentDate()) return clock;
    return time.date().toString(Qt::ISODate) + ' ' + clock;
}

QString gapText(VerdictGap gap) {
    switch (gap) {
    case VerdictGap::Nothing:
        return {};
    case VerdictGap::Answer:
        return tr("Bleed, none, or can you not tell?");
    case VerdictGap::Place:
        return tr("Click on the bleed, or press Space for the crosshair.");
    case VerdictGap::Confidence:
        return tr("How sure are you? 1 to 5.");
    }
    return {};
}

QString agreementText(Agreement agreement) {
    switch (agreement) {
    case Agreement::NotComparable:
        return {};
    case Agreement::Agree:
        return tr("You agree");
    case Agreement::OtherPlaces:
        return tr("Not the same places");
    case Agreement::OtherAnswer:
        return tr("You disagree");
    }
    return {};
}

QString matchText(const MatchedPlaces& places) {
    const auto met = std::ranges::count(places.isMet, true);
    const auto found = std::ranges::count_if(places.findingOf, [](const auto& n) { return n.has_value(); });
    const auto all = std::ssize(places.findingOf), findings = std::ssize(places.isMet);
    QStringList parts;
    if (found < all)
        parts
            << (all == 1
                    ? tr("The second reader has nothing at your place.")
                    : tr("The second reader has nothing at %1 of your %2 places.").arg(all - found).arg(all));
    if (met < findings)
        parts << (findings == 1
                      ? tr("You have nothing at its finding.")
                      : tr("You have nothing at %1 of its %2 findings.").arg(findings - met).arg(findings));
    if (parts.isEmpty() && all > 0)
        return all == 1 ? tr("Your place is one of its findings.")
                        : tr("All your places lie in its findings.");
    return parts.join(' ');
}

} // namespace hemo::ui
