#pragma once

#include "core/classify/findings/findings.h"
#include "core/classroom/teaching_case.h"
#include "core/reading/reader_verdict.h"

namespace hemo {

/// What is so by the verdict of whoever makes a case. A place that lies in the outline of a finding stands
/// for all of that bleed, several places in one outline for one bleed. `findings`: null where there are none;
/// `grid`: of their volume.
CaseTruth truthFrom(const ReaderVerdict& verdict, const Findings* findings, const Grid& grid);

/// Points of a bleed, so many that each of its `places` lies within `mm` of one. Milliseconds.
BleedPlace spreadThrough(std::span<const PatientPoint> places, double mm);
/// How far they lie apart in a case.
inline constexpr double kSpreadMm = 10;

} // namespace hemo
