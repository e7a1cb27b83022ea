#include "app/panels/lesson_words.h"

#include "core/classroom/phantom_cases.h"
#include "viewer/widgets/tr.h"
#include "viewer/widgets/words.h"

#include <QStringList>

#include <cmath>
#include <map>

namespace hemo::ui {
namespace {

QString levelText(int level) {
    if (level <= 1) return tr("FOR BEGINNERS");
    return level == 2 ? tr("FOR THE PRACTISED") : tr("DIFFICULT");
}

/// What the program writes into the cases that it makes.
std::vector<Message> ownCaseWords() {
    std::vector<Message> words = phantomCaseWords();
    words.insert(words.end(), {say("lesson.surprise_title"), say("lesson.surprise_question"),
                               say("lesson.surprise_licence")});
    return words;
}

QString share(const QString& what, int of, int all) {
    return all > 0 ? tr("%1: %2 of %3").arg(what).arg(of).arg(all) : QString();
}

} // namespace

QString caseText(const std::string& text) {
    static const std::map<std::string, Message> own = [] {
        std::map<std::string, Message> known;
        for (const Message& message : ownCaseWords())
            known.emplace(english(message), message);
        return known;
    }();
    const auto found = own.find(text);
    return found == own.end() ? QString::fromStdString(text) : translated(found->second);
}

QString caseTitle(const CaseCollection& collection, std::size_t current) {
    return tr("CASE %1 OF %2, %3")
        .arg(current + 1)
        .arg(collection.cases.size())
        .arg(levelText(collection.cases[current].level));
}

QString truthText(const CaseTruth& truth) {
    if (!truth.isBleed) return tr("There is no bleed.");
    QStringList kinds;
    for (const BleedType kind : truth.kinds)
        kinds << bleedTypeText(kind).toLower(); // within a sentence
    return kinds.isEmpty() ? tr("There is a bleed.") : tr("There is a bleed: %1.").arg(kinds.join(", "));
}

QString scoreText(const CaseScore& score, double seconds) {
    QStringList lines{score.isAnswerRight ? tr("Your answer is right.") : tr("Your answer is wrong.")};
    if (score.isChoiceRight)
        lines << (*score.isChoiceRight ? tr("Your choice is right.") : tr("Your choice is wrong."));
    if (score.areKindsRight)
        lines << (*score.areKindsRight ? tr("The kind is right.") : tr("The kind is another one."));
    if (score.places > 0) lines << tr("Places found: %1 of %2.").arg(score.placesFound).arg(score.places);
    if (score.placesTooMany > 0) lines << tr("Places where nothing is: %1.").arg(score.placesTooMany);
    lines << tr("Time: %1 s.").arg(std::lround(seconds));
    return lines.join('\n');
}

QString roundText(const RoundSummary& summary) {
    QStringList lines{share(tr("Cases read"), summary.read, summary.cases),
                      share(tr("Answers right"), summary.answersRight, summary.read),
                      share(tr("Choices right"), summary.choicesRight, summary.choices),
                      share(tr("Kinds right"), summary.kindsRight, summary.kinds),
                      share(tr("Places found"), summary.placesFound, summary.places)};
    if (summary.placesTooMany > 0) lines << tr("Places where nothing is: %1").arg(summary.placesTooMany);
    if (summary.medianSeconds)
        lines << tr("Half of them took less than %1 s").arg(std::lround(*summary.medianSeconds));
    lines.removeAll(QString());
    return lines.join('\n');
}

} // namespace hemo::ui
