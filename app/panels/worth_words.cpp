#include "app/panels/worth_words.h"

#include "viewer/widgets/tr.h"
#include "viewer/widgets/words.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace hemo::ui {
namespace {

int tenths(double share) {
    return static_cast<int>(std::lround(share * 10));
}

/// Never "10 of 10": no rule finds every bleed.
Message findsMessage(double sensitivity) {
    if (tenths(sensitivity) >= 10) return say("worth.finds_most");
    return say("worth.finds", tenths(sensitivity));
}

/// Never "0 of 10": every rule raises false alarms.
Message alarmsMessage(double specificity) {
    if (tenths(1 - specificity) == 0) return say("worth.alarms_seldom");
    return say("worth.alarms", tenths(1 - specificity));
}

Number percent(double share) {
    return whole(share * 100, Unit::Percent);
}

} // namespace

WorthWords worthWords(const OperatingPoint& point) {
    WorthWords words;
    QStringList exact;
    if (const auto& e = point.sensitivity) {
        words.finds = translated(findsMessage(e->value));
        exact << translated(say("worth.sensitivity", percent(e->value), percent(e->low), percent(e->high)));
    }
    if (const auto& e = point.specificity) {
        words.alarms = translated(alarmsMessage(e->value));
        exact << translated(say("worth.specificity", percent(e->value), percent(e->low), percent(e->high)));
    }
    words.exact = exact.join(QLatin1Char('\n'));
    return words;
}

bool isMeasured(const std::vector<OperatingPoint>& points) {
    return std::ranges::any_of(
        points, [](const OperatingPoint& point) { return point.sensitivity || point.specificity; });
}

QString operatingPointText(const std::string& name) {
    if (name == "balanced") return tr("Balanced");
    if (name == "screening") return tr("Screening");
    return QString::fromStdString(name);
}

} // namespace hemo::ui
