#pragma once

#include <cstdint>

namespace hemo::ml {

/// What the loss is multiplied by so that gradients in half precision do not become zero (Micikevicius et al.
/// 2018, "Mixed precision training", 3.2): as large as goes without infinities. Plain arithmetic: whoever
/// learns multiplies, divides and looks.
class GradientScale {
public:
    static constexpr double kFirst = 65536, kLargest = 16777216;
    static constexpr std::int64_t kGoodSteps = 2000; ///< after which it is doubled

    double value() const { return m_value; }
    /// Says how the gradients of a step were; whether the step is to be taken. Too large a scale is halved.
    bool accepts(bool areFinite) {
        if (!areFinite) {
            m_value = m_value > 1 ? m_value / 2 : 1;
            m_good = 0;
            return false;
        }
        if (++m_good < kGoodSteps) return true;
        m_good = 0;
        if (m_value < kLargest) m_value *= 2;
        return true;
    }

    /// Good steps since it changed.
    std::int64_t goodSteps() const { return m_good; }
    /// Goes on as another one did.
    void restart(double value, std::int64_t goodSteps) { m_value = value, m_good = goodSteps; }

private:
    double m_value = kFirst;
    std::int64_t m_good = 0;
};

} // namespace hemo::ml
