#pragma once

#include "core/result.h"
#include "ml/training/learn/process_place.h"

#include <torch/torch.h>

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace hemo::ml {

/// Another process has ended, or has said nothing for as long as one waits.
class PartnerLost : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The processes that learn one network together, over TCP (c10d's store and Gloo). All must call the same
/// in the same order: who calls waits for all others. Of a process alone everything is there already. Tensors
/// may lie on a GPU; they go through the processor's memory, as one piece. Throws PartnerLost. For one
/// thread.
class ProcessGroup {
public:
    /// Whether this program can learn in several processes.
    static bool isBuilt();
    /// Waits for all others. Fails: NotFound, where not all have come in that time; Unsupported, where
    /// `isBuilt` is not true.
    static Result<std::unique_ptr<ProcessGroup>> join(const ProcessPlace& place,
                                                      std::chrono::seconds patience);
    ~ProcessGroup();

    const ProcessPlace& place() const { return m_place; }

    /// Every element of these becomes the sum over all processes: the same bits in each.
    void addUp(const std::vector<torch::Tensor>& tensors) const;
    /// The mean, in the same way.
    void average(const std::vector<torch::Tensor>& tensors) const;
    /// The first process's values, in all.
    void spread(const std::vector<torch::Tensor>& tensors) const;
    std::string spread(const std::string& bytes) const;

    /// Once everything is done: nobody's connection ends while another one still listens.
    void leave();

private:
    struct Connection;
    ProcessGroup(const ProcessPlace& place, std::unique_ptr<Connection> connection);

    ProcessPlace m_place;
    std::unique_ptr<Connection> m_connection; ///< none: alone
};

} // namespace hemo::ml
