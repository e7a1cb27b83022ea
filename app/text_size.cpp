#include "app/text_size.h"

#include "app/preferences/text_percents.h"

#include <algorithm>

namespace hemo::ui {

std::optional<int> textPercentFrom(const QString& text) {
    const auto it =
        std::ranges::find_if(kTextPercents, [&](int percent) { return text == QString::number(percent); });
    return it == kTextPercents.end() ? std::nullopt : std::optional(*it);
}

void applyTextSize(const SettingsPaths& paths) {
    constexpr auto kVariable = "QT_SCALE_FACTOR";
    const auto kept = keptSetting(paths, kTextSizeKey);
    const auto percent = kept ? textPercentFrom(kept->value) : std::nullopt;
    if (percent && !qEnvironmentVariableIsSet(kVariable))
        qputenv(kVariable, QByteArray::number(*percent / 100.0));
}

} // namespace hemo::ui
