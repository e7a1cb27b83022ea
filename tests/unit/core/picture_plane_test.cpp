#include "made_volumes.h"

#include "core/geometry/picture_plane.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

/// Every way in which a stack of axial slices can lie: patient turned, pictures mirrored, stack upside down.
std::vector<Grid> everyAxialOrientation() {
    std::vector<Grid> grids;
    const std::vector<Vec3> axes{{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}};
    for (const Vec3 row : axes)
        for (const Vec3 column : axes) {
            if (std::abs(dot(row, column)) > 0.5) continue;
            const Vec3 normal = cross(row, column);
            std::vector<PatientPoint> positions;
            for (int k = 0; k < 6; ++k)
                positions.push_back(PatientPoint{3, 7, 11} + normal * (k * 5.0));
            grids.emplace_back(24, 20, row, column, 1, 1, positions);
        }
    return grids;
}

TEST(ViewPlane, PatientsLeftIsOnTheRightOfThePictureHoweverTheStackLies) {
    for (const Grid& grid : everyAxialOrientation())
        for (const ViewAxis axis : {ViewAxis::Axial, ViewAxis::Coronal}) {
            const PicturePlane plane = viewPlane(grid, axis, grid.centre(), 1, 0, 0, 200, 200);
            const double middle = plane.toPicture(grid.centre()).x;
            EXPECT_GT(plane.toPicture(grid.centre() + Vec3{5, 0, 0}).x, middle);
        }
}

TEST(ViewPlane, AnteriorIsUpInAxialAndOnTheLeftInSagittalPictures) {
    for (const Grid& grid : everyAxialOrientation()) {
        const PatientPoint c = grid.centre(), anterior = c + Vec3{0, -5, 0}, superior = c + Vec3{0, 0, 5};
        const PicturePlane axial = viewPlane(grid, ViewAxis::Axial, c, 1, 0, 0, 200, 200);
        EXPECT_LT(axial.toPicture(anterior).y, axial.toPicture(c).y);
        const PicturePlane sagittal = viewPlane(grid, ViewAxis::Sagittal, c, 1, 0, 0, 200, 200);
        EXPECT_LT(sagittal.toPicture(anterior).x, sagittal.toPicture(c).x);
        EXPECT_LT(sagittal.toPicture(superior).y, sagittal.toPicture(c).y);
    }
}

TEST(ViewPlane, PictureAndPatientSpaceAreInverse) {
    const Grid grid = testing::tiltedGrid(12);
    const PicturePlane plane = viewPlane(grid, ViewAxis::Axial, grid.centre(), 2.5, 4, -3, 321, 123);
    const PicturePoint p{17.25, 99.5};
    const PicturePoint back = plane.toPicture(plane.toPatient(p));
    EXPECT_NEAR(back.x, p.x, 1e-9);
    EXPECT_NEAR(back.y, p.y, 1e-9);
}

TEST(ViewPlane, AxialPictureOfATiltedStackLiesExactlyOnANativeSlice) {
    const Grid grid = testing::tiltedGrid(18.5);
    for (int k = 0; k < grid.slices(); ++k) {
        const PicturePlane plane =
            viewPlane(grid, ViewAxis::Axial, grid.toPatient({10, 8, double(k)}), 1, 0, 0, 100, 100);
        EXPECT_NEAR(grid.toVoxel(plane.toPatient({0, 0})).k, k, 1e-6);
        EXPECT_NEAR(grid.toVoxel(plane.toPatient({99, 99})).k, k, 1e-6);
    }
}

TEST(ViewPlane, WholeGridFitsAtZoomOne) {
    const Grid grid = testing::uprightGrid();
    for (const ViewAxis axis : {ViewAxis::Axial, ViewAxis::Coronal, ViewAxis::Sagittal}) {
        const PicturePlane plane = viewPlane(grid, axis, grid.centre(), 1, 0, 0, 300, 200);
        for (const double i : {0.0, grid.columns() - 1.0})
            for (const double j : {0.0, grid.rows() - 1.0}) {
                const PicturePoint p = plane.toPicture(grid.toPatient({i, j, 0}));
                EXPECT_GE(p.x, -0.5);
                EXPECT_LE(p.x, 299.5);
                EXPECT_GE(p.y, -0.5);
                EXPECT_LE(p.y, 199.5);
            }
    }
}

TEST(DirectionLetters, NameThePatientsSides) {
    EXPECT_EQ(directionLetters({1, 0, 0}), "L");
    EXPECT_EQ(directionLetters({-1, 0, 0}), "R");
    EXPECT_EQ(directionLetters({0, -1, 0}), "A");
    EXPECT_EQ(directionLetters({0, 0, 1}), "S");
    EXPECT_EQ(directionLetters({0, 0.9, 0.4}), "PS");
    EXPECT_EQ(directionLetter({0, 0.1, -2}), 'I');
}

} // namespace
} // namespace hemo
