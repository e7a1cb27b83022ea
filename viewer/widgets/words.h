#pragma once

#include "core/classify/verdict/prediction.h"
#include "core/geometry/patient_space.h"
#include "core/geometry/picture_plane.h"
#include "core/image/slab.h"
#include "core/image/window_level.h"
#include "core/study/sides.h"
#include "core/words/message.h"

#include <QString>

#include <string>

namespace hemo::ui {

/// Numbers and DICOM values as people read them.

/// "4.2", with the decimal point of the reader's language.
QString numberText(double value, int decimals);
/// "91 %"; never 0 % or 100 % where it is not exactly that.
QString percentText(double probability);
/// "1 slice", "28 slices".
QString slicesText(int count);
/// "Any", "Epidural", ...
QString bleedTypeText(BleedType type);
/// "L 34.1 P 12.0 S 88.4 mm"; "34.1, 12.0, 88.4 mm" where sides are unknown.
QString placeText(PatientPoint place, Sides sides = Sides::Known);
/// "S 88.4 mm": how far along a patient axis; the letters are of the positive and negative direction.
/// "At 88.4 mm" where sides are unknown.
QString alongText(double mm, char positive, char negative, Sides sides = Sides::Known);
/// "axial", "coronal", "sagittal".
QString axisText(ViewAxis axis);
/// What stands where letters would, where nobody knows the sides.
QString sidesUnknownText();
/// What stands over every picture of a series that something was drawn into.
QString simulatedText();
/// "Lossy compressed 10:1"; without the ratio where the file does not tell.
QString lossyText(const SeriesInfo& series);
/// A way in patient space, longest part first: "12.5 mm superior, 1.0 mm left"; "0 mm" where there is none,
/// "12.5 mm away" where sides are unknown.
QString shiftText(Vec3 wayMm, Sides sides = Sides::Known);
/// "Brain"; a name of the reader's own as it stands.
QString presetName(const WindowPreset& preset);
/// "W 80 L 40".
QString windowText(double width, double centre);
/// "Mean of 5 mm", "One plane".
QString slabText(const Slab& slab);
/// A DICOM person name (PS3.5 6.2.1.2): "Doe, Jane".
QString personText(const std::string& name);
/// A DICOM date: "2019-03-12", as the reader's language writes it; as it stands where it is none.
QString dateText(const std::string& date);
/// A DICOM age: "45 years", "3 months".
QString ageText(const std::string& age);
/// What core says, in the reader's language: each sentence of the catalogue is a source text of the context
/// "Core", its id the comment beside it.
QString translated(const Message& message);

} // namespace hemo::ui
