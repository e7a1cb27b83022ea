#pragma once

#include "made_volumes.h"

#include <gtest/gtest.h>

/// A series and a prior of the same patient, and what is shown once both are open.
namespace hemo::testing {

/// Slices across z from `lowMm`, `columns` wide; the frame's middle at x = y = `middleMm`.
inline Grid axialGrid(double lowMm, int slices, double spacingMm, double middleMm = 0, int columns = 20) {
    std::vector<PatientPoint> positions;
    const double corner = middleMm - (columns - 1) * 5.0;
    for (int k = 0; k < slices; ++k)
        positions.push_back({corner, corner, lowMm + k * spacingMm});
    return Grid(columns, columns, {1, 0, 0}, {0, 1, 0}, 10, 10, positions);
}

inline SeriesInfo seriesOf(std::string id, std::string frame, std::string date) {
    SeriesInfo info = testing::seriesInfo(std::move(id));
    info.studyInstanceUid = "study " + date;
    info.frameOfReferenceUid = std::move(frame);
    info.studyDate = std::move(date);
    info.patientName = "Doe^Jane";
    info.patientId = "17";
    return info;
}

struct Pair {
    SeriesInfo current = seriesOf("now", "frame", "20190312");
    SeriesInfo prior = seriesOf("before", "frame", "20190309");
    Grid currentGrid = axialGrid(0, 10, 5), priorGrid = axialGrid(0, 46, 1);

    Pair& inOtherFrames() {
        prior.frameOfReferenceUid = "other frame";
        return *this;
    }
};

inline AppState listed(const Pair& pair, std::vector<SeriesInfo> more = {}) {
    FolderContents contents;
    contents.series = {pair.current, pair.prior};
    contents.series.insert(contents.series.end(), more.begin(), more.end());
    contents.bestSeriesId = pair.current.id;
    AppState s;
    s = reduce(s, action::OpenPaths{{"folder"}});
    s = reduce(s,
               action::FolderScanned{s.shelf.scan.number, std::make_shared<const FolderContents>(contents)});
    return loaded(s, kLead, pair.current, volumeOf(pair.currentGrid, pair.current.id));
}

inline AppState compared(const Pair& pair, std::vector<SeriesInfo> more = {}) {
    AppState s = reduce(listed(pair, std::move(more)), action::ShowBeside{pair.prior.id});
    return loaded(s, kBeside, pair.prior, volumeOf(pair.priorGrid, pair.prior.id));
}

inline LinkKind linkOf(const AppState& s) {
    return select::linkBetween(s, lead(s), beside(s)).kind;
}
/// Place in the prior = place in the current series + this.
inline Vec3 offsetOf(const AppState& s) {
    return select::linkBetween(s, lead(s), beside(s)).toB.shiftMm;
}

inline double currentLevel(const AppState& s) {
    return lead(s).volume->grid().slicePositions()[std::size_t(*currentSlice(lead(s)))].z;
}
inline double priorLevel(const AppState& s) {
    const int k = select::stepsIn(s, kBeside).index;
    return beside(s).volume->grid().slicePositions()[std::size_t(k)].z;
}

inline void expectNear(PatientPoint a, PatientPoint b, double mm = 1e-6) {
    EXPECT_LE(length(a - b), mm) << a.x << " " << a.y << " " << a.z << " / " << b.x << " " << b.y << " "
                                 << b.z;
}

} // namespace hemo::testing
