#pragma once

#include <QByteArray>
#include <QString>

namespace hemo::ui {

/// A model's card and plots are the trainer's, in English, and lie in the model's folder: here they are said
/// in the reader's language. A sentence, or a cell of a table, is looked up (context "Card" of
/// resources/translations) with its numbers and `names` taken out, which come back as the language writes
/// them; what nobody has translated stands as it was written. In English nothing changes.

/// Markdown as the trainer writes it: headings, lists, tables and paragraphs of one line each.
QString cardText(const QString& markdown);

/// The words of an SVG.
QByteArray plotText(const QByteArray& svg);

} // namespace hemo::ui
