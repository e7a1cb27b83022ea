#pragma once

#include "ml/reader/device/threads.h"

#include <functional>
#include <future>
#include <memory>
#include <vector>

namespace hemo::ml {

/// `answer(0)`, `answer(1)`, ... in this order, computed at the same time: the first on this thread, the
/// others on LibTorch's own. What one of them throws comes out of here once all have ended.
template <class T> std::vector<T> sideBySide(int count, const std::function<T(int)>& answer) {
    struct Others : std::vector<std::future<T>> {
        ~Others() { // they refer to `answer`
            for (const std::future<T>& other : *this)
                if (other.valid()) other.wait();
        }
    } others;
    for (int n = 1; n < count; ++n) {
        const auto task = std::make_shared<std::packaged_task<T()>>([n, &answer] { return answer(n); });
        others.push_back(task->get_future());
        inferBeside([task] { (*task)(); });
    }
    std::vector<T> answers;
    answers.push_back(answer(0));
    for (std::future<T>& other : others)
        answers.push_back(other.get());
    return answers;
}

} // namespace hemo::ml
