#include "viewer/widgets/words.h"

#include "core/words/catalogue.h"
#include "viewer/widgets/tr.h"

#include <QDate>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo::ui {
namespace {

// A space that never breaks, between a number and its unit.
constexpr QChar kGap(0x00A0);

} // namespace

QString numberText(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

QString percentText(double probability) {
    const int whole = static_cast<int>(std::lround(probability * 100));
    if (whole == 0 && probability > 0) return QStringLiteral("< 1%1%").arg(kGap);
    if (whole == 100 && probability < 1) return QStringLiteral("> 99%1%").arg(kGap);
    return QStringLiteral("%1%2%").arg(whole).arg(kGap);
}

QString slicesText(int count) {
    return count == 1 ? tr("1 slice") : tr("%1 slices").arg(count);
}

QString bleedTypeText(BleedType type) {
    switch (type) {
    case BleedType::Any:
        return tr("Any");
    case BleedType::Epidural:
        return tr("Epidural");
    case BleedType::Intraparenchymal:
        return tr("Intraparenchymal");
    case BleedType::Intraventricular:
        return tr("Intraventricular");
    case BleedType::Subarachnoid:
        return tr("Subarachnoid");
    case BleedType::Subdural:
        return tr("Subdural");
    }
    return {};
}

QString alongText(double mm, char positive, char negative, Sides sides) {
    if (sides == Sides::Unknown) return tr("At %1 mm").arg(numberText(mm, 1));
    return QStringLiteral("%1 %2 mm")
        .arg(QChar(mm >= 0 ? positive : negative))
        .arg(numberText(std::abs(mm), 1));
}

QString placeText(PatientPoint place, Sides sides) {
    if (sides == Sides::Unknown)
        return tr("%1, %2, %3 mm")
            .arg(numberText(place.x, 1))
            .arg(numberText(place.y, 1))
            .arg(numberText(place.z, 1));
    const auto part = [](double mm, char positive, char negative) {
        return QStringLiteral("%1 %2")
            .arg(QChar(mm >= 0 ? positive : negative))
            .arg(numberText(std::abs(mm), 1));
    };
    return QStringLiteral("%1 %2 %3 mm")
        .arg(part(place.x, 'L', 'R'), part(place.y, 'P', 'A'), part(place.z, 'S', 'I'));
}

QString axisText(ViewAxis axis) {
    switch (axis) {
    case ViewAxis::Axial:
        return tr("axial");
    case ViewAxis::Coronal:
        return tr("coronal");
    case ViewAxis::Sagittal:
        return tr("sagittal");
    }
    return {};
}

QString sidesUnknownText() {
    return tr("Sides unknown");
}

QString simulatedText() {
    return tr("SIMULATED");
}

QString lossyText(const SeriesInfo& series) {
    if (!series.lossyRatio || *series.lossyRatio <= 1) return tr("Lossy compressed");
    return tr("Lossy compressed %1:1").arg(*series.lossyRatio, 0, 'g', 3);
}

QString shiftText(Vec3 wayMm, Sides sides) {
    const auto mmText = [](double mm) { return QStringLiteral("%1%2mm").arg(numberText(mm, 1)).arg(kGap); };
    if (sides == Sides::Unknown) return tr("%1 away").arg(mmText(length(wayMm)));
    struct Part {
        double mm;
        QString positive, negative;
    };
    std::array parts{Part{wayMm.x, tr("left"), tr("right")}, Part{wayMm.y, tr("posterior"), tr("anterior")},
                     Part{wayMm.z, tr("superior"), tr("inferior")}};
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& a, const Part& b) { return std::abs(a.mm) > std::abs(b.mm); });
    QStringList words;
    for (const Part& part : parts) {
        if (std::abs(part.mm) < 0.05) continue; // it would read 0.0
        words << mmText(std::abs(part.mm)) + ' ' + (part.mm > 0 ? part.positive : part.negative);
    }
    return words.isEmpty() ? QStringLiteral("0%1mm").arg(kGap) : words.join(QStringLiteral(", "));
}

QString presetName(const WindowPreset& preset) {
    return QCoreApplication::translate("Presets", preset.name.c_str());
}

QString windowText(double width, double centre) {
    return QStringLiteral("W %1 L %2").arg(std::round(width)).arg(std::round(centre));
}

QString slabText(const Slab& slab) {
    if (slab.thicknessMm == 0) return tr("One plane");
    const char* const kind = slab.kind == Slab::Kind::Mean ? QT_TRANSLATE_NOOP("hemo::ui", "Mean of %1 mm")
                             : slab.kind == Slab::Kind::Maximum
                                 ? QT_TRANSLATE_NOOP("hemo::ui", "Maximum of %1 mm")
                                 : QT_TRANSLATE_NOOP("hemo::ui", "Minimum of %1 mm");
    return tr(kind).arg(slab.thicknessMm, 0, 'f', 0);
}

QString personText(const std::string& name) {
    // Of the alphabetic, ideographic and phonetic groups the first that is there.
    QString group;
    for (const QString& candidate : QString::fromStdString(name).split('='))
        if (group.isEmpty()) group = candidate.trimmed();
    QStringList parts = group.split('^');
    QString family = parts.takeFirst().trimmed();
    QStringList given;
    for (const QString& part : parts)
        if (!part.trimmed().isEmpty()) given << part.trimmed();
    if (given.isEmpty()) return family;
    return family.isEmpty() ? given.join(' ') : family + ", " + given.join(' ');
}

QString dateText(const std::string& date) {
    QString text = QString::fromStdString(date).trimmed();
    const QDate day = QDate::fromString(text, QStringLiteral("yyyyMMdd"));
    return day.isValid() ? day.toString(tr("yyyy-MM-dd")) : text;
}

QString ageText(const std::string& age) {
    QString text = QString::fromStdString(age).trimmed();
    bool isNumber = false;
    const int number = text.chopped(text.isEmpty() ? 0 : 1).toInt(&isNumber);
    if (!isNumber || text.size() != 4) return text;
    switch (text.back().toLatin1()) {
    case 'Y':
        return tr("%1 years").arg(number);
    case 'M':
        return tr("%1 months").arg(number);
    case 'W':
        return tr("%1 weeks").arg(number);
    case 'D':
        return tr("%1 days").arg(number);
    }
    return text;
}

QString translated(const Message& message) {
    const auto sentenceText = [](const Sentence& sentence, std::int64_t count) {
        const int number = sentence.one == nullptr ? -1 : static_cast<int>(count); // -1: it has no plural
        const QString found = QCoreApplication::translate("Core", sentence.text, sentence.id, number);
        return found == QString::fromUtf8(sentence.text) ? inEnglish(sentence, count) : found.toStdString();
    };
    return QString::fromStdString(worded(message, {sentenceText, QLocale().decimalPoint().toStdString()}));
}

} // namespace hemo::ui
