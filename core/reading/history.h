#pragma once

#include <memory>
#include <utility>
#include <vector>

namespace hemo {

/// A value that the user changes, with every step to undo and redo. Steps share what they hold: none is
/// copied. Plain value; any thread.
template <class T> class History {
public:
    using Ptr = std::shared_ptr<const T>;
    explicit History(Ptr first = std::make_shared<const T>()) : m_now(std::move(first)) {}

    const T& now() const { return *m_now; }
    bool canUndo() const { return !m_before.empty(); }
    bool canRedo() const { return !m_after.empty(); }

    /// A new step; what had been undone is gone.
    void change(T next) {
        m_before.push_back(std::exchange(m_now, std::make_shared<const T>(std::move(next))));
        m_after.clear();
    }
    void undo() { step(m_before, m_after); }
    void redo() { step(m_after, m_before); }
    bool operator==(const History&) const = default;

private:
    void step(std::vector<Ptr>& from, std::vector<Ptr>& to) {
        if (from.empty()) return;
        to.push_back(std::exchange(m_now, from.back()));
        from.pop_back();
    }

    Ptr m_now;
    std::vector<Ptr> m_before, m_after; ///< the nearest step last
};

} // namespace hemo
