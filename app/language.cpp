#include "app/language.h"

#include "app/named_setting.h"
#include "viewer/widgets/speak.h"

namespace hemo::ui {
namespace {

constexpr std::pair<Language, const char*> kNames[] = {
    {Language::System, "system"}, {Language::English, "english"}, {Language::Spanish, "spanish"}};

} // namespace

QString languageName(Language language) {
    return nameOf(kNames, language);
}
std::optional<Language> languageFrom(const QString& name) {
    return named(kNames, name);
}

void applyLanguage(const SettingsPaths& paths) {
    const auto kept = keptSetting(paths, kLanguageKey);
    speak(kept ? languageFrom(kept->value).value_or(Language::System) : Language::System);
}

} // namespace hemo::ui
