#pragma once

#include "core/geometry/patient_space.h"

namespace hemo {

/// The mean of places, LPS mm, each as heavy as it is told; the origin where there are none.
class MeanPlace {
public:
    void add(PatientPoint place, double weight = 1) {
        m_sum = m_sum + (place - PatientPoint{}) * weight;
        m_weight += weight;
    }
    PatientPoint value() const { return PatientPoint{} + m_sum * (m_weight > 0 ? 1 / m_weight : 0); }

private:
    Vec3 m_sum;
    double m_weight = 0;
};

} // namespace hemo
