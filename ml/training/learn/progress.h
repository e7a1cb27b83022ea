#pragma once

#include <chrono>
#include <cstdio>

namespace hemo::ml {

/// Says every few seconds how far a run is and how long it still takes. To stderr.
class Progress {
public:
    /// `done`: steps that an earlier run did.
    Progress(int done, int steps) : m_done(done), m_steps(steps) {}

    void step(int step, double loss) {
        m_meanLoss = step == m_done ? loss : m_meanLoss + (loss - m_meanLoss) * 0.05;
        const auto now = Clock::now();
        if (now - m_said < std::chrono::seconds(10) && step + 1 < m_steps) return;
        m_said = now;
        const double spent = seconds(now), left = spent / (step + 1 - m_done) * (m_steps - step - 1);
        std::fprintf(stderr, "step %d of %d, loss %.3f, %.0f s, %.0f s left\n", step + 1, m_steps, m_meanLoss,
                     spent, left);
    }

private:
    using Clock = std::chrono::steady_clock;
    double seconds(Clock::time_point now) const {
        return std::chrono::duration<double>(now - m_started).count();
    }
    int m_done = 0, m_steps = 0;
    double m_meanLoss = 0;
    Clock::time_point m_started = Clock::now(), m_said{};
};

} // namespace hemo::ml
