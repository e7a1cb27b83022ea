#pragma once

#include "viewer/widgets/speak.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace hemo::ui::testing {

/// What is made while it lasts speaks this language.
struct Spoken {
    explicit Spoken(Language language) { speak(language); }
    ~Spoken() {
        for (QTranslator* translator : qApp->findChildren<QTranslator*>())
            delete translator;
        QLocale::setDefault(QLocale::c());
    }
};

} // namespace hemo::ui::testing
