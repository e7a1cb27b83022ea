#pragma once

#include <QCoreApplication>
#include <QString>

namespace hemo::ui {

/// A text of the window in the reader's language, for what is no widget: a widget says it by a `tr` of its
/// own. The context is the one that Qt's `lupdate` gives to what stands in this namespace. `n` fills a `%n`
/// and decides between singular and plural.
inline QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("hemo::ui", text, nullptr, n);
}

} // namespace hemo::ui
