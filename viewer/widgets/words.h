#pragma once

#include "core/classify/prediction.h"
#include "core/geometry/patient_space.h"

#include <QString>

#include <string>

namespace hemo::ui {

/// Numbers and DICOM values as people read them.

/// "91 %"; never 0 % or 100 % where it is not exactly that.
QString percentText(double probability);
/// "1 slice", "28 slices".
QString slicesText(int count);
/// "Any", "Epidural", ...
QString findingText(Finding finding);
/// "L 34.1 P 12.0 S 88.4 mm".
QString placeText(PatientPoint place);
/// "S 88.4 mm": how far along a patient axis; the letters are of the positive and negative direction.
QString alongText(double mm, char positive, char negative);
/// "W 80 L 40".
QString windowText(double width, double centre);
/// A DICOM person name (PS3.5 6.2.1.2): "Doe, Jane".
QString personText(const std::string& name);
/// A DICOM date: "2019-03-12"; as it stands where it is none.
QString dateText(const std::string& date);
/// A DICOM age: "45 years", "3 months".
QString ageText(const std::string& age);
/// A sentence that core wrote, in the reader's language.
QString coreText(const std::string& sentence);

} // namespace hemo::ui
