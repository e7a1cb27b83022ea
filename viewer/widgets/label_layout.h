#pragma once

#include <QLineF>
#include <QRectF>

#include <optional>
#include <span>
#include <vector>

namespace hemo::ui {

/// The words of one mark that look for a place.
struct Label {
    QRectF wish;               ///< beside its mark, where it stands if nothing is in the way; empty: no words
    std::vector<QLineF> lines; ///< that its mark is drawn with; one that is hardly there is a point
    bool isRegion = false;     ///< what its lines enclose is measured, too, and stays to be seen
    bool isHeld = false;       ///< the hand is at its mark: what stands elsewhere does not move for it
    bool operator==(const Label&) const = default;
};

struct PlacedLabel {
    QRectF rect;
    std::optional<QLineF> leader; ///< from the words to their mark, where it is not plain whose they are
    bool operator==(const PlacedLabel&) const = default;
};

/// A place for each label, in their order: within `area`, on no other label, on nothing of `taken`, and,
/// where there is room, on no mark. The first ones choose first: one more at the end moves none that it is
/// not drawn upon. Where nothing is free it stands where it wished to.
std::vector<PlacedLabel> layLabels(std::span<const Label> labels, const QRectF& area,
                                   std::span<const QRectF> taken);

/// The box around lines.
QRectF extentOf(std::span<const QLineF> lines);

} // namespace hemo::ui
