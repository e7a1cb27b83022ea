#include "viewer/widgets/speak.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Q_INIT_RESOURCE must stand outside every namespace.
static void initTranslations() {
    Q_INIT_RESOURCE(translations);
}

namespace hemo::ui {
namespace {

/// Where there is no such file, English stands in its place.
void install(const QString& file, const QString& folder) {
    auto* translator = new QTranslator(qApp);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void speak(Language language) {
    initTranslations();
    const bool isSpanish = language == Language::Spanish ||
                           (language == Language::System && QLocale::system().language() == QLocale::Spanish);
    QLocale locale(isSpanish ? QLocale::Spanish : QLocale::English);
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QLocale::setDefault(locale);
    if (!isSpanish) return;
    // What Qt itself says: the buttons of dialogs, the file dialog.
    install(QStringLiteral("qtbase_es"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("hemoscope_es"), QStringLiteral(":/translations"));
}

} // namespace hemo::ui
