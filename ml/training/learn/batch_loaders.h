#pragma once

#include "ml/training/data/batches.h"

#include <torch/torch.h>

#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace hemo::ml {

/// A batch as a network reads it.
struct ReadyBatch {
    std::vector<Example> examples;
    torch::Tensor pictures; ///< batch x windows x rows x columns
    torch::Tensor masks;    ///< batch x 1 x rows x columns, 0..1
};

/// Makes batches ready on threads of its own, a few ahead of whoever learns, who gets them in their order.
/// With no thread each is made when it is asked for. `make` gets a batch's number from 0 on and is called
/// from all threads at once, each of which computes on one core. Owned and asked by one thread.
class BatchLoaders {
public:
    using Make = std::function<ReadyBatch(int)>;
    BatchLoaders(int batches, int loaders, Make make);
    /// Those that are being made are waited for.
    ~BatchLoaders();
    BatchLoaders(const BatchLoaders&) = delete;
    BatchLoaders& operator=(const BatchLoaders&) = delete;

    /// The next batch; at most as many as there are. Throws what `make` threw.
    ReadyBatch next();

private:
    struct Made {
        ReadyBatch batch;
        std::exception_ptr trouble;
    };
    void load();
    Made made(int number) const;

    const int m_batches, m_ahead;
    const Make m_make;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<int, Made> m_ready; // guarded by m_mutex
    int m_begun = 0;             // guarded by m_mutex
    int m_given = 0;             // guarded by m_mutex
    bool m_ends = false;         // guarded by m_mutex
    std::vector<std::thread> m_threads;
};

} // namespace hemo::ml
