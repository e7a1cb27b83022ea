#include "ml/training/learn/process_group.h"

#ifdef HEMO_HAS_GLOO
// LibTorch's header is empty without its own word for it.
#ifndef USE_C10D_GLOO
#define USE_C10D_GLOO
#endif
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>

#include <csignal>
#include <cstdlib>
#include <cstring>
#endif

namespace hemo::ml {

#ifdef HEMO_HAS_GLOO

using torch::Tensor;

struct ProcessGroup::Connection {
    c10::intrusive_ptr<c10d::Store> store;
    c10::intrusive_ptr<c10d::ProcessGroupGloo> gloo;
};

namespace {

std::string firstLine(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

/// Waits until all have done it; what Gloo throws then is that somebody has not.
template <class Start> void together(Start&& start) {
    try {
        start()->wait();
    } catch (const std::exception& e) {
        throw PartnerLost(firstLine(e.what()));
    }
}

/// Numbers of one kind behind each other: one message instead of hundreds.
Tensor inOnePiece(const std::vector<Tensor>& tensors) {
    std::vector<Tensor> rows;
    for (const Tensor& t : tensors)
        rows.push_back(t.detach().reshape({-1}));
    return torch::cat(rows).to(torch::kCPU);
}

void backInto(const std::vector<Tensor>& tensors, const Tensor& piece) {
    torch::NoGradGuard noGrad;
    const Tensor there = piece.to(tensors.front().device());
    std::int64_t at = 0;
    for (Tensor t : tensors) {
        t.copy_(there.narrow(0, at, t.numel()).view(t.sizes()));
        at += t.numel();
    }
}

/// Newer LibTorch asks for libuv by itself, which Debian's is built without.
template <class Options> void meetWithoutLibuv(Options& options) {
    if constexpr (requires { options.useLibUV; }) options.useLibUV = false;
}

c10::intrusive_ptr<c10d::Store> meet(const ProcessPlace& place, std::chrono::milliseconds patience) {
    c10d::TCPStoreOptions options;
    options.port = place.port;
    options.isServer = place.isFirst() && !place.isStoreElsewhere;
    options.numWorkers = static_cast<std::size_t>(place.size);
    options.timeout = patience;
    meetWithoutLibuv(options);
    auto store = c10::make_intrusive<c10d::TCPStore>(place.address, options);
    if (place.attempt.empty()) return store;
    return c10::make_intrusive<c10d::PrefixStore>("attempt" + place.attempt, store);
}

/// On one machine nothing is said on the network; between several as GLOO_SOCKET_IFNAME says, in PyTorch's
/// way, else by the address that the machine's own name has.
auto networkOf(const ProcessPlace& place) {
    using Gloo = c10d::ProcessGroupGloo;
    if (place.address == "localhost" || place.address.starts_with("127."))
        return Gloo::createDeviceForHostname("127.0.0.1");
    if (const char* interface = std::getenv("GLOO_SOCKET_IFNAME"))
        return Gloo::createDeviceForInterface(interface);
    return Gloo::createDefaultDevice();
}

} // namespace

bool ProcessGroup::isBuilt() {
    return true;
}

Result<std::unique_ptr<ProcessGroup>> ProcessGroup::join(const ProcessPlace& place,
                                                         std::chrono::seconds patience) {
    if (place.isAlone()) return std::unique_ptr<ProcessGroup>(new ProcessGroup(place, nullptr));
    std::signal(SIGPIPE, SIG_IGN); // a partner that has ended is an error of its message, not our end
    try {
        auto connection = std::make_unique<Connection>();
        connection->store = meet(place, patience);
        auto options = c10d::ProcessGroupGloo::Options::create(patience);
        options->devices.push_back(networkOf(place));
        options->threads = 1;
        connection->gloo =
            c10::make_intrusive<c10d::ProcessGroupGloo>(connection->store, place.rank, place.size, options);
        return std::unique_ptr<ProcessGroup>(new ProcessGroup(place, std::move(connection)));
    } catch (const std::exception& e) {
        return fail(ErrorCode::NotFound, say("train.partner_missing", place.size, patience.count()),
                    firstLine(e.what()));
    }
}

void ProcessGroup::addUp(const std::vector<Tensor>& tensors) const {
    if (!m_connection) return;
    std::vector<Tensor> piece{inOnePiece(tensors)};
    together([&] { return m_connection->gloo->allreduce(piece); });
    backInto(tensors, piece.front());
}

void ProcessGroup::average(const std::vector<Tensor>& tensors) const {
    if (!m_connection) return;
    addUp(tensors);
    torch::NoGradGuard noGrad;
    for (Tensor t : tensors)
        t.div_(m_place.size);
}

void ProcessGroup::spread(const std::vector<Tensor>& tensors) const {
    if (!m_connection) return;
    std::vector<Tensor> piece{inOnePiece(tensors)};
    together([&] { return m_connection->gloo->broadcast(piece); });
    backInto(tensors, piece.front());
}

std::string ProcessGroup::spread(const std::string& bytes) const {
    if (!m_connection) return bytes;
    const Tensor size = torch::tensor({static_cast<std::int64_t>(bytes.size())});
    spread(std::vector<Tensor>{size});
    if (size.item<std::int64_t>() == 0) return {};
    const Tensor text = torch::zeros({size.item<std::int64_t>()}, torch::kByte);
    if (m_place.isFirst()) std::memcpy(text.data_ptr(), bytes.data(), bytes.size());
    spread(std::vector<Tensor>{text});
    return {static_cast<const char*>(text.data_ptr()), static_cast<std::size_t>(text.numel())};
}

void ProcessGroup::leave() {
    if (!m_connection) return;
    const auto word = [](int rank) { return "left" + std::to_string(rank); };
    std::vector<std::string> words;
    for (int rank = 0; rank < m_place.size; ++rank)
        words.push_back(word(rank));
    try {
        m_connection->store->set(word(m_place.rank), std::vector<std::uint8_t>{1});
        m_connection->store->wait(words);
    } catch (const std::exception&) {
        // All is done: whoever is gone now has lost nothing, and the first takes the store along.
    }
    m_connection.reset();
}

#else

struct ProcessGroup::Connection {};

bool ProcessGroup::isBuilt() {
    return false;
}

Result<std::unique_ptr<ProcessGroup>> ProcessGroup::join(const ProcessPlace& place, std::chrono::seconds) {
    if (!place.isAlone()) return fail(ErrorCode::Unsupported, say("train.processes_not_built"));
    return std::unique_ptr<ProcessGroup>(new ProcessGroup(place, nullptr));
}

void ProcessGroup::addUp(const std::vector<torch::Tensor>&) const {}
void ProcessGroup::average(const std::vector<torch::Tensor>&) const {}
void ProcessGroup::spread(const std::vector<torch::Tensor>&) const {}
std::string ProcessGroup::spread(const std::string& bytes) const {
    return bytes;
}
void ProcessGroup::leave() {}

#endif

ProcessGroup::ProcessGroup(const ProcessPlace& place, std::unique_ptr<Connection> connection)
    : m_place(place), m_connection(std::move(connection)) {}

ProcessGroup::~ProcessGroup() = default;

} // namespace hemo::ml
