#include "app/cli/overlay_sheet.h"

#include "core/geometry/reading_plane.h"
#include "core/image/stamp_text.h"
#include "core/image/window_level.h"

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

PicturePlane nativePlane(const Grid& grid, int k) {
    const ViewAxis axis = nativeAxis(grid);
    const double spacing = std::min(grid.columnSpacingMm(), grid.rowSpacingMm());
    const ViewFrame frame = viewFrame(grid, axis);
    const auto pixels = [&](Vec3 direction) {
        const double mm =
            std::abs(dot(direction, grid.rowDirection())) * grid.columns() * grid.columnSpacingMm() +
            std::abs(dot(direction, grid.columnDirection())) * grid.rows() * grid.rowSpacingMm();
        return std::max(1, static_cast<int>(std::lround(mm / spacing)));
    };
    PicturePlane plane = viewPlane(grid, axis, grid.toPatient({0, 0, double(k)}), 1, 0, 0,
                                   pixels(frame.right), pixels(frame.down));
    plane.mmPerPixel = spacing;
    const PatientPoint centre = middleOfSlice(grid, k);
    plane.topLeft = centre - plane.right * ((plane.width - 1) / 2.0 * spacing) -
                    plane.down * ((plane.height - 1) / 2.0 * spacing);
    return plane;
}

RgbaImage greyPicture(const Volume& volume, const PicturePlane& plane) {
    const WindowLevel window{40, 80};
    RgbaImage picture(plane.width, plane.height);
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) {
            const auto hu = volume.valueAt(plane.toPatient({double(x), double(y)}));
            const auto grey = static_cast<std::uint8_t>(std::lround(window.grey(hu) * 255));
            picture.at(x, y) = {grey, grey, grey, 255};
        }
    return picture;
}

/// How far from the left and upper edge, of all there is.
struct PlaceInPicture {
    double across, down;
};

void stamp(RgbaImage& picture, const std::string& text, PlaceInPicture at) {
    const int scale = std::max(1, picture.width / 256), margin = 4 * scale;
    const StampSize size = stampSize(text, scale);
    const auto place = [margin](double part, int space) {
        return margin + static_cast<int>(part * (space - 2 * margin));
    };
    stampText(picture, text, place(at.across, picture.width - size.width),
              place(at.down, picture.height - size.height), scale);
}

/// At the four edges, as the viewer shows them.
void stampDirections(RgbaImage& picture, const PicturePlane& plane, Sides sides) {
    if (sides == Sides::Unknown) return stamp(picture, "SIDES UNKNOWN", {0.5, 0});
    stamp(picture, directionLetters(-plane.right), {0, 0.5});
    stamp(picture, directionLetters(plane.right), {1, 0.5});
    stamp(picture, directionLetters(-plane.down), {0.5, 0});
    stamp(picture, directionLetters(plane.down), {0.5, 1});
}

} // namespace

RgbaImage uprightSlice(const Volume& volume, int k) {
    return greyPicture(volume, nativePlane(volume.grid(), k));
}

RgbaImage overlaySheet(const Volume& volume, const Prediction& prediction, int k, const OverlayStyle& style,
                       Sides sides, bool isSimulated) {
    const PicturePlane plane = nativePlane(volume.grid(), k);
    RgbaImage plain = greyPicture(volume, plane);
    RgbaImage heat = blendHeat(plain, plane, prediction.heat, suspiciousSlices(prediction),
                               onScaleOf(heatUnit(prediction.provenance.explanation), style));
    for (RgbaImage* picture : {&plain, &heat}) {
        stampDirections(*picture, plane, sides);
        if (isSimulated) stamp(*picture, "SIMULATED", {0.5, 0.08});
    }
    RgbaImage sheet(plane.width * 2, plane.height);
    for (int y = 0; y < plane.height; ++y) {
        std::copy_n(&plain.at(0, y), plane.width, &sheet.at(0, y));
        std::copy_n(&heat.at(0, y), plane.width, &sheet.at(plane.width, y));
    }
    return sheet;
}

} // namespace hemo
