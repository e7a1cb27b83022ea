#include "app/worth/card_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace hemo::ui {
namespace {

/// A phrase as the translation knows it: "%1 of %2" of "11 of 29".
struct Phrase {
    QString key;
    QStringList parts; ///< the numbers and names that were taken out
};

/// Numbers that stand by themselves ("1-2", "0.1.0" and "lite0" are none), and `names`.
Phrase phraseOf(const QString& text) {
    static const QRegularExpression part(R"((?<![\w.-])\d+(?:\.\d+)?(?![\w-]|\.\d)|`[^`]+`)");
    Phrase phrase;
    qsizetype from = 0;
    for (auto it = part.globalMatch(text); it.hasNext();) {
        const auto found = it.next();
        phrase.parts << found.captured();
        phrase.key +=
            text.mid(from, found.capturedStart() - from) + QStringLiteral("%%1").arg(phrase.parts.size());
        from = found.capturedEnd();
    }
    phrase.key += text.mid(from);
    return phrase;
}

/// The number as the language writes it; a name as it is.
QString localPart(QString part) {
    return part.startsWith('`') ? part : part.replace('.', QLocale().decimalPoint());
}

/// The last place first: "%1" is the beginning of "%12".
QString filled(QString sentence, const QStringList& parts) {
    for (qsizetype n = parts.size(); n > 0; --n)
        sentence.replace(QStringLiteral("%%1").arg(n), localPart(parts[n - 1]));
    return sentence;
}

/// Nothing where nobody has translated it.
std::optional<QString> told(const QString& text) {
    const Phrase phrase = phraseOf(text);
    if (std::ranges::none_of(phrase.key, [](QChar c) { return c.isLetter(); }))
        return filled(phrase.key, phrase.parts);
    const QString sentence = QCoreApplication::translate("Card", phrase.key.toUtf8());
    if (sentence == phrase.key) return std::nullopt;
    return filled(sentence, phrase.parts);
}

QString sentencesText(const QString& paragraph) {
    static const QRegularExpression between(R"((?<=\.) )");
    QStringList sentences = paragraph.split(between);
    for (QString& sentence : sentences)
        sentence = told(sentence).value_or(sentence);
    return sentences.join(' ');
}

/// "calibration error, epidural": where nobody knows the whole, each half of it; numbers of what is no word.
QString labelText(const QString& label) {
    if (const auto whole = told(label)) return *whole;
    for (const QString& between : {QStringLiteral(": "), QStringLiteral(", ")})
        if (const auto at = label.indexOf(between); at >= 0)
            return labelText(label.left(at)) + between + labelText(label.mid(at + between.size()));
    const Phrase phrase = phraseOf(label);
    return filled(phrase.key, phrase.parts);
}

QString rowText(const QString& row) {
    QStringList cells = row.split('|');
    for (QString& cell : cells)
        if (const QString label = cell.trimmed(); !label.isEmpty()) cell.replace(label, labelText(label));
    return cells.join('|');
}

QString lineText(const QString& line) {
    if (line.startsWith('|')) return rowText(line);
    static const QRegularExpression before(R"(^(?:#+|-) )");
    const QString mark = before.match(line).captured();
    const QString text = line.mid(mark.size());
    return mark + (mark.startsWith('#') ? labelText(text) : sentencesText(text));
}

} // namespace

QString cardText(const QString& markdown) {
    QStringList lines = markdown.split('\n');
    for (QString& line : lines)
        line = lineText(line);
    return lines.join('\n');
}

QByteArray plotText(const QByteArray& svg) {
    static const QRegularExpression words("(?<=>)[^<>\n]+(?=</text>)");
    const QString plot = QString::fromUtf8(svg);
    QString out;
    qsizetype from = 0;
    for (auto it = words.globalMatch(plot); it.hasNext();) {
        const auto found = it.next();
        out += plot.mid(from, found.capturedStart() - from) + labelText(found.captured());
        from = found.capturedEnd();
    }
    return (out + plot.mid(from)).toUtf8();
}

} // namespace hemo::ui
