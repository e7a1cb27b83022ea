#pragma once

#include <QStringList>
#include <QWidget>

namespace hemo::ui::testing {

/// Everything that a widget, its children and its actions tell, one line each: every property that has words
/// or numbers (texts, tips, names, places, what is enabled, checked and seen), what a screen reader hears,
/// and all that stands in lists.
QStringList census(QWidget& window);

/// The lines in which two of them differ, at most a few.
QStringList differences(const QStringList& one, const QStringList& other);

} // namespace hemo::ui::testing
