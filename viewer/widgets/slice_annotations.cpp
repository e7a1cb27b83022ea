#include "viewer/widgets/slice_annotations.h"

#include "core/geometry/voxel_rim.h"
#include "viewer/widgets/difference_legend.h"
#include "viewer/widgets/heat_legend.h"
#include "viewer/widgets/painted_text.h"
#include "viewer/widgets/palette.h"
#include "viewer/widgets/scale_bar.h"
#include "viewer/widgets/words.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hemo::ui {
namespace {

constexpr double kMargin = 8;
/// Round the crosshair its lines leave free what is read: so much of the head, but never less or more of the
/// screen.
constexpr double kCrosshairGapMm = 15, kLeastCrosshairGap = 14, kMostCrosshairGap = 40;
/// In a smaller picture of a film the legend would cover what it explains.
constexpr double kLeastTileWithLegend = 240;

/// Writes over the picture, and remembers where.
class Scribe {
public:
    explicit Scribe(QPainter& on) : painter(on) {}

    void write(const QRectF& rect, int flags, const QString& text) {
        keepClear(drawOutlinedText(painter, rect, flags, text, palette::kText));
    }
    void keepClear(const QRectF& place) {
        if (!place.isEmpty()) m_taken.push_back(place);
    }
    const std::vector<QRectF>& taken() const { return m_taken; }

    QPainter& painter;

private:
    std::vector<QRectF> m_taken;
};

QRectF textArea(const AnnotationFrame& frame) {
    return frame.area.adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

void drawCrosshair(QPainter& painter, const SliceScene& scene, const AnnotationFrame& frame) {
    QColor colour = palette::kAccent;
    colour.setAlphaF(0.45f);
    painter.setPen(QPen(colour, 1));
    for (const QLineF& line : crosshairLines(scene, frame))
        painter.drawLine(line);
}

constexpr double kCornerPart = 0.5; ///< of the width is a corner's, clear of the letter in the middle
constexpr double kSliceTextPart = 0.62;

double blockWidth(const QRectF& area, double widthPart) {
    return area.width() * widthPart - 2 * kMargin;
}

enum class TooLong { IsCut, GoesOn };

/// Lines no wider than `width`: what is marked as not to be missed goes on in the next line, other text as
/// `tooLong` says.
QStringList fitted(const QStringList& lines, const QFontMetricsF& metrics, double width,
                   TooLong tooLong = TooLong::IsCut) {
    QStringList result;
    for (const QString& line : lines) {
        const bool goesOn = tooLong == TooLong::GoesOn || line.startsWith("! ");
        if (!goesOn || metrics.horizontalAdvance(line) <= width) {
            result << metrics.elidedText(line, Qt::ElideRight, width);
            continue;
        }
        QString part;
        for (const QString& word : line.split(' ')) {
            const QString longer = part.isEmpty() ? word : part + ' ' + word;
            if (!part.isEmpty() && metrics.horizontalAdvance(longer) > width)
                result << std::exchange(part, word);
            else
                part = longer;
        }
        result << metrics.elidedText(part, Qt::ElideRight, width);
    }
    return result;
}

/// Where the text of the upper corners ends.
double cornersBottom(const SliceScene& scene, const AnnotationFrame& frame) {
    const QFontMetricsF metrics(imageFont(10, QFont::Normal));
    const QRectF area = textArea(frame);
    const double width = blockWidth(area, kCornerPart);
    const auto lines = std::max(fitted(scene.patientText, metrics, width).size(),
                                fitted(scene.seriesText, metrics, width).size());
    return area.top() + metrics.height() * double(lines);
}

/// Where "Sides unknown" stands: under the corners' text, which a narrow view needs in its whole width.
QRectF sidesLine(const SliceScene& scene, const AnnotationFrame& frame) {
    QRectF line = textArea(frame);
    line.setTop(cornersBottom(scene, frame) + kMargin / 2);
    line.setHeight(QFontMetricsF(imageFont(12, QFont::DemiBold)).height());
    return line;
}

/// Larger than all else, and in what leaves the program, too.
void drawSimulated(Scribe& scribe, const SliceScene& scene, const AnnotationFrame& frame) {
    const QFont font = imageFont(16, QFont::Bold);
    QRectF line = sidesLine(scene, frame);
    if (scene.sides == Sides::Unknown) line.moveTop(line.bottom());
    line.setHeight(QFontMetricsF(font).height());
    scribe.painter.setFont(font);
    scribe.write(line, Qt::AlignCenter, simulatedText());
}

/// The patient's directions; where nobody knows them, that stands in the place of a letter.
void drawLetters(Scribe& scribe, const SliceScene& scene, const AnnotationFrame& frame) {
    scribe.painter.setFont(imageFont(12, QFont::DemiBold));
    if (scene.sides == Sides::Unknown) {
        scribe.write(sidesLine(scene, frame), Qt::AlignCenter, sidesUnknownText());
        return;
    }
    const EdgeLetters letters = edgeLetters(frame.plane);
    const QRectF area = textArea(frame);
    scribe.write(area, Qt::AlignLeft | Qt::AlignVCenter, letters.left);
    scribe.write(area, Qt::AlignRight | Qt::AlignVCenter, letters.right);
    scribe.write(area, Qt::AlignHCenter | Qt::AlignTop, letters.top);
    scribe.write(area, Qt::AlignHCenter | Qt::AlignBottom, letters.bottom);
}

/// In the lower right corner.
void drawScaleBar(Scribe& scribe, const AnnotationFrame& frame) {
    QPainter& painter = scribe.painter;
    const QRectF area = textArea(frame);
    const auto bar = fittingScaleBar(frame.mmPerLogicalPixel(), area.width() * 0.35);
    if (!bar) return;
    painter.setFont(imageFont(10, QFont::Normal));
    const double y = std::round(area.bottom()) - 3.5, right = std::round(area.right()) - 0.5;
    const double left = right - bar->pixels, tick = 5;
    const std::array lines{QLineF(left, y, right, y), QLineF(left, y - tick, left, y),
                           QLineF(right, y - tick, right, y)};
    painter.setPen(QPen(palette::kTextOutline, 3, Qt::SolidLine, Qt::SquareCap));
    painter.drawLines(lines.data(), lines.size());
    painter.setPen(QPen(palette::kText, 1));
    painter.drawLines(lines.data(), lines.size());
    const double textHeight = painter.fontMetrics().height();
    const QRectF label(right - area.width() / 2, y - tick - textHeight, area.width() / 2, textHeight);
    scribe.write(label, Qt::AlignRight | Qt::AlignVCenter, bar->text);
    scribe.keepClear({QPointF(left, y - tick), QPointF(right, area.bottom())});
}

/// Lines of text from a corner; each stays in its own quarter, clear of the letter in the middle.
void drawBlock(Scribe& scribe, QRectF area, int align, const QStringList& texts, double widthPart,
               TooLong tooLong = TooLong::IsCut) {
    const QFontMetricsF metrics(scribe.painter.font());
    const double width = blockWidth(area, widthPart);
    const QStringList lines = fitted(texts, metrics, width, tooLong);
    const double left = align & Qt::AlignRight ? area.right() - width : area.left();
    double y = align & Qt::AlignBottom ? area.bottom() - metrics.height() * lines.size() : area.top();
    for (const QString& line : lines) {
        const QRectF rect(left, y, width, metrics.height());
        scribe.write(rect, (align & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter, line);
        y += metrics.height();
    }
}

void drawCorners(Scribe& scribe, const SliceScene& scene, const AnnotationFrame& frame) {
    scribe.painter.setFont(imageFont(10, QFont::Normal));
    const QRectF area = textArea(frame);
    drawBlock(scribe, area, Qt::AlignLeft | Qt::AlignTop, scene.patientText, kCornerPart);
    drawBlock(scribe, area, Qt::AlignRight | Qt::AlignTop, scene.seriesText, kCornerPart);
    drawBlock(scribe, area, Qt::AlignLeft | Qt::AlignBottom, scene.sliceText, kSliceTextPart);
}

/// Thin, so that the tissue stays to be seen; a dark seam keeps it apart from the heat's light end.
void drawOutlines(QPainter& painter, const SliceScene& scene, const AnnotationFrame& frame) {
    const std::vector<QLineF> dim = outlineLines(scene, frame, Believed::No);
    painter.setPen(QPen(palette::kDisabledText, 1, Qt::DotLine));
    painter.drawLines(dim.data(), static_cast<int>(dim.size()));
    const std::vector<QLineF> lines = outlineLines(scene, frame, Believed::Yes);
    if (lines.empty()) return;
    const auto count = static_cast<int>(lines.size());
    painter.setPen(QPen(palette::kTextOutline, 2.5, Qt::SolidLine, Qt::SquareCap));
    painter.drawLines(lines.data(), count);
    painter.setPen(QPen(palette::kText, 1, Qt::SolidLine, Qt::SquareCap));
    painter.drawLines(lines.data(), count);
}

/// Above the slice's own text, below the letter at the left edge.
QRectF legendSpace(const SliceScene& scene, const AnnotationFrame& frame) {
    const double line = QFontMetricsF(imageFont(10, QFont::Normal)).height();
    const QRectF area = textArea(frame);
    QRectF space(area.left(), area.center().y() + line, area.width() / 2, 0);
    const auto lines = fitted(scene.sliceText, QFontMetricsF(imageFont(10, QFont::Normal)),
                              blockWidth(area, kSliceTextPart));
    space.setBottom(area.bottom() - line * double(lines.size()) - kMargin);
    return space;
}

void drawLegend(Scribe& scribe, const SliceScene& scene, const AnnotationFrame& frame) {
    scribe.painter.setFont(imageFont(10, QFont::Normal));
    const QRectF space = legendSpace(scene, frame);
    scribe.keepClear(drawHeatLegend(scribe.painter, space, scene.heat.style,
                                    heatUnit(scene.heat.prediction->provenance.explanation),
                                    underHeat(scene.window, scene.isInverted)));
}

void drawHeatText(Scribe& scribe, const SliceScene& scene, const AnnotationFrame& frame) {
    scribe.painter.setFont(imageFont(10, QFont::Normal));
    const double line = QFontMetricsF(scribe.painter.font()).height();
    const QRectF area = textArea(frame);
    QRectF under = area;
    under.setTop(scene.sides == Sides::Unknown
                     ? sidesLine(scene, frame).bottom()
                     : std::max(area.top() + 3 * line, cornersBottom(scene, frame)));
    // The percent and "not a diagnosis" belong to every picture with heat, however narrow it is.
    drawBlock(scribe, under, Qt::AlignLeft | Qt::AlignTop, scene.heatText, 1.0, TooLong::GoesOn);
}

void drawEmpty(QPainter& painter, const SliceScene& scene, const AnnotationFrame& frame) {
    painter.setFont(imageFont(10, QFont::Normal));
    painter.setPen(palette::kSecondaryText);
    painter.drawText(textArea(frame).adjusted(kMargin, 0, -kMargin, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     scene.emptyText);
}

/// Across the planes that are drawn as lines: those of the other views; where there are none, the patient's
/// own, and for an oblique plane its edges.
std::vector<Vec3> otherNormals(const SliceScene& scene) {
    std::vector<Vec3> normals;
    for (const PlaneOfView& other : scene.across) {
        const ViewFrame frame = frameOf(other.plane, scene.native->grid());
        normals.push_back(cross(frame.right, frame.down));
    }
    if (!normals.empty()) return normals;
    if (!scene.axis) return {scene.plane.frame.right, scene.plane.frame.down};
    for (const ViewAxis other : {ViewAxis::Axial, ViewAxis::Coronal, ViewAxis::Sagittal}) {
        const ViewFrame frame = viewFrame(scene.native->grid(), other);
        if (other != scene.axis) normals.push_back(cross(frame.right, frame.down));
    }
    return normals;
}

} // namespace

EdgeLetters edgeLetters(const PicturePlane& plane) {
    const auto letters = [](Vec3 direction) { return QString::fromStdString(directionLetters(direction)); };
    return {letters(-plane.right), letters(plane.right), letters(-plane.down), letters(plane.down)};
}

std::vector<QLineF> crosshairLines(const SliceScene& scene, const AnnotationFrame& frame) {
    if (!scene.isCrosshairShown) return {};
    const QPointF middle = frame.toWidget(frame.plane.toPicture(scene.crosshair));
    const double far =
        frame.area.width() + frame.area.height() + QLineF(middle, frame.area.center()).length();
    const double gap =
        std::clamp(kCrosshairGapMm / frame.mmPerLogicalPixel(), kLeastCrosshairGap, kMostCrosshairGap);
    std::vector<QLineF> lines;
    for (const Vec3 otherNormal : otherNormals(scene)) {
        const Vec3 along = cross(frame.plane.normal(), otherNormal);
        const QPointF direction(dot(along, frame.plane.right), dot(along, frame.plane.down));
        const double size = std::hypot(direction.x(), direction.y());
        if (size < 1e-6) continue;
        const QPointF unit = direction / size;
        lines.emplace_back(middle + unit * gap, middle + unit * far);
        lines.emplace_back(middle - unit * gap, middle - unit * far);
    }
    return lines;
}

std::vector<QLineF> rimInPicture(std::span<const std::uint32_t> voxels, const SliceScene& scene,
                                 const AnnotationFrame& frame) {
    std::vector<QLineF> lines;
    const auto at = [&](PatientPoint end) { return frame.toWidget(frame.plane.toPicture(end)); };
    for (const RimLine& line :
         rimInPlane(voxels, scene.native->grid(), frame.plane.topLeft, frame.plane.normal()))
        lines.emplace_back(at(line.from), at(line.to));
    return lines;
}

std::vector<QLineF> outlineLines(const SliceScene& scene, const AnnotationFrame& frame, Believed believed) {
    std::vector<QLineF> lines;
    if (!scene.findings) return lines;
    for (std::size_t n = 0; n < scene.findings->size(); ++n) {
        const Finding& finding = (*scene.findings)[n];
        const bool isDim = n < scene.isRejected.size() && scene.isRejected[n];
        if (!finding.outline || isDim != (believed == Believed::No)) continue;
        const std::vector<QLineF> rim = rimInPicture(finding.outline->voxels, scene, frame);
        lines.insert(lines.end(), rim.begin(), rim.end());
    }
    return lines;
}

std::vector<QRectF> drawAnnotations(QPainter& painter, const SliceScene& scene, const AnnotationFrame& frame,
                                    HeatSeen heat) {
    drawEmpty(painter, scene, frame);
    if (!scene.native || (scene.tile && !scene.hasSlice)) return {};
    if (scene.hasSlice) {
        painter.save();
        painter.setClipRect(frame.area);
        drawOutlines(painter, scene, frame);
        drawCrosshair(painter, scene, frame);
        painter.restore();
    }
    Scribe scribe(painter);
    if (scene.takenOff) {
        painter.setFont(imageFont(10, QFont::Normal));
        scribe.keepClear(drawDifferenceLegend(painter, legendSpace(scene, frame), scene.window.width / 2));
    }
    if (scene.heat.prediction) {
        const bool isRoom = !scene.tile || frame.area.width() >= kLeastTileWithLegend;
        if (heat == HeatSeen::Yes && isRoom) drawLegend(scribe, scene, frame);
        drawHeatText(scribe, scene, frame);
    }
    drawCorners(scribe, scene, frame);
    if (scene.lengths == Lengths::Known) drawScaleBar(scribe, frame);
    drawLetters(scribe, scene, frame);
    if (scene.isSimulated) drawSimulated(scribe, scene, frame);
    return scribe.taken();
}

} // namespace hemo::ui
