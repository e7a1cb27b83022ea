#include "app/panels/lesson_words.h"
#include "app/panels/verdict_words.h"
#include "core/words/catalogue.h"
#include "core/words/groups.h"
#include "tests/gui/spoken.h"
#include "tests/support/paths.h"
#include "tests/support/temp_folder.h"
#include "viewer/widgets/words.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace hemo::ui {
namespace {

using namespace hemo::testing;
using testing::Spoken;

/// One text of a .ts file.
struct Text {
    QString context, source;
    QStringList translations; ///< one, or one a plural form
    bool isFinished = true;
};

std::vector<Text> textsOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    QXmlStreamReader xml(&file);
    std::vector<Text> texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("name")) context = xml.readElementText();
        if (xml.name() == QLatin1String("message")) texts.push_back({context, {}, {}, true});
        if (xml.name() == QLatin1String("source")) texts.back().source = xml.readElementText();
        if (xml.name() == QLatin1String("translation")) {
            texts.back().isFinished = !xml.attributes().hasAttribute("type");
            const QString whole = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            texts.back().translations << whole;
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return texts;
}

QString spanishFile(const char* name) {
    return QString::fromStdString((sourceFolder() / "resources/translations/es" / name).string());
}
std::vector<Text> spanish() {
    std::vector<Text> all = textsOf(spanishFile("window.ts"));
    for (const Text& text : textsOf(spanishFile("sentences.ts")))
        all.push_back(text);
    return all;
}

std::multiset<QString> placesIn(const QString& text) {
    static const QRegularExpression place("%[L^]?[1-9n]|<[^>]+>");
    std::multiset<QString> found;
    for (auto it = place.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured().replace("%^", "%"));
    return found;
}

TEST(Translations, EveryTextOfTheWindowIsInSpanish) {
    const TempFolder folder;
    const QString fresh = QString::fromStdString((folder.path() / "window.ts").string());
    QProcess lupdate;
    lupdate.setWorkingDirectory(QString::fromStdString(sourceFolder().string()));
    lupdate.start(HEMO_LUPDATE, {"-silent", "-locations", "none", "-I", ".", "app", "viewer", "-ts", fresh});
    ASSERT_TRUE(lupdate.waitForFinished(60000));
    std::map<std::pair<QString, QString>, bool> known;
    for (const Text& text : textsOf(spanishFile("window.ts")))
        known[{text.context, text.source}] = text.isFinished && !text.translations.join("").isEmpty();
    const std::vector<Text> now = textsOf(fresh);
    ASSERT_GT(now.size(), 500u);
    for (const Text& text : now)
        EXPECT_TRUE((known[{text.context, text.source}]))
            << text.context.toStdString() << ": \"" << text.source.toStdString()
            << "\" (resources/translations/README.md says how)";
}

TEST(Translations, EverySentenceThatCoreSaysInTheWindowIsInSpanish) {
    const Spoken english(Language::English);
    QTranslator spanish;
    ASSERT_TRUE(spanish.load("hemoscope_es", ":/translations"));
    for (const std::span<const Sentence> group : catalogue()) {
        if (group.data() == words::kTraining.data() || group.data() == words::kPrograms.data())
            continue; // of programs without a window
        for (const Sentence& sentence : group) {
            const int count = sentence.one ? 2 : -1;
            EXPECT_FALSE(spanish.translate("Core", sentence.text, sentence.id, count).isEmpty())
                << "sentences.ts lacks " << sentence.id << ": " << sentence.text;
        }
    }
}

TEST(Translations, PlacesAndMarkupStay) {
    for (const Text& text : spanish())
        for (const QString& translation : text.translations) {
            auto ours = placesIn(translation), theirs = placesIn(text.source);
            EXPECT_EQ(std::set(ours.begin(), ours.end()), std::set(theirs.begin(), theirs.end()))
                << text.source.toStdString() << " / " << translation.toStdString();
        }
}

TEST(Translations, LabelsStayShortEnoughForTheirPlace) {
    constexpr int kLabel = 24, kMore = 16; // letters
    for (const Text& text : textsOf(spanishFile("window.ts")))
        if (text.source.size() <= kLabel) {
            for (const QString& translation : text.translations)
                EXPECT_LE(translation.size(), text.source.size() + kMore)
                    << text.source.toStdString() << " / " << translation.toStdString();
        }
}

/// glossary.csv: an English word, then the beginnings of what may stand for it.
TEST(Translations, MedicalWordsAreThoseOfTheGlossary) {
    QFile file(spanishFile("glossary.csv"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly | QIODevice::Text));
    std::map<QString, QStringList> glossary;
    for (const QString& line : QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.split(',');
        ASSERT_GE(words.size(), 2) << line.toStdString();
        glossary[words.front()] = words.sliced(1);
    }
    ASSERT_GT(glossary.size(), 30u);
    std::set<QString> used;
    for (const Text& text : spanish())
        for (const auto& [word, beginnings] : glossary) {
            const QRegularExpression english("\\b" + word + "(s|es)?\\b",
                                             QRegularExpression::CaseInsensitiveOption);
            if (!english.match(text.source).hasMatch()) continue;
            used.insert(word);
            for (const QString& translation : text.translations)
                EXPECT_TRUE(std::ranges::any_of(
                    beginnings,
                    [&](const QString& each) { return translation.contains(each, Qt::CaseInsensitive); }))
                    << word.toStdString() << ": " << text.source.toStdString() << " / "
                    << translation.toStdString();
        }
    EXPECT_EQ(used.size(), glossary.size()) << "a word that nobody says";
}

TEST(Translations, SentencesNumbersAndDatesAreWrittenAsTheLanguageDoes) {
    {
        const Spoken language(Language::Spanish);
        EXPECT_EQ(translated(say("verdict.slices", 1)), "1 corte");
        EXPECT_EQ(translated(say("verdict.slices", 3)), "3 cortes");
        EXPECT_EQ(numberText(4.25, 1), "4,3");
        EXPECT_EQ(numberText(12345, 0), "12345");
        EXPECT_EQ(dateText("20190312"), "12/03/2019");
        EXPECT_TRUE(translated(say("assess.slices_apart", mm(12.5))).contains("12,5"));
        EXPECT_EQ(bleedTypeText(BleedType::Subarachnoid), "Subaracnoidea");
    }
    const Spoken language(Language::English);
    EXPECT_EQ(translated(say("verdict.slices", 1)), "1 slice");
    EXPECT_EQ(numberText(4.25, 1), "4.3");
    EXPECT_EQ(dateText("20190312"), "2019-03-12");
}

TEST(Translations, TheProgramsOwnCasesAndDevicesSpeakTheReadersLanguageAndAnybodyElsesTheirOwn) {
    const Spoken language(Language::Spanish);
    EXPECT_EQ(caseText("Found on the floor"), "Hallado en el suelo");
    EXPECT_EQ(caseText(english(say("lesson.surprise_question"))),
              translated(say("lesson.surprise_question")));
    EXPECT_EQ(caseText("Found on the stairs"), "Found on the stairs");
    EXPECT_EQ(deviceText("CPU, 2 threads"), "CPU, 2 hilos");
    EXPECT_EQ(deviceText("CPU, 1 thread"), "CPU, 1 hilo");
    EXPECT_EQ(deviceText("NVIDIA H200"), "NVIDIA H200");
}

} // namespace
} // namespace hemo::ui
