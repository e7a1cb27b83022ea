#include "ml/training/learn/learn.h"

#include "ml/reader/device/device.h"
#include "ml/reader/network/module_weights.h"
#include "ml/training/data/augment.h"
#include "ml/training/data/batches.h"
#include "ml/training/data/channels.h"
#include "ml/training/data/model_description.h"
#include "ml/training/data/schedule.h"
#include "ml/training/learn/batch_loaders.h"
#include "ml/training/learn/checkpoint.h"
#include "ml/training/learn/forward_in_half.h"
#include "ml/training/learn/losses.h"
#include "ml/training/learn/progress.h"
#include "ml/training/measure/evaluate.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <future>
#include <sstream>

namespace hemo::ml {
namespace {

constexpr double kTrunkRate = 3e-4, kHeadRate = 1.5e-3, kMaxGradient = 5;

AdamW makeOptimizer(SliceNetwork& network) {
    std::vector<torch::Tensor> trunk, rest;
    for (const auto& p : network.module().named_parameters())
        if (p.value().requires_grad()) (p.key().starts_with("trunk.") ? trunk : rest).push_back(p.value());
    return AdamW({{std::move(trunk), kTrunkRate}, {std::move(rest), kHeadRate}});
}

/// Every so many-th: sources and labels are shared as evenly as they can be.
std::vector<Example> shareOf(const std::vector<Example>& batch, const ProcessPlace& place) {
    std::vector<Example> share;
    for (auto n = static_cast<std::size_t>(place.rank); n < batch.size();
         n += static_cast<std::size_t>(place.size))
        share.push_back(batch[n]);
    return share;
}

/// The patients to learn from and, beside them, heads drawn into, other ones in every epoch.
class Teachers {
public:
    Teachers(const std::vector<const Patient*>& real, const TrainOptions& options)
        : m_real(real), m_options(options) {}
    Batches batches(int epoch) {
        const auto seed = seedOf(epoch);
        std::vector<const Patient*> all = m_real;
        if (m_options.drawn.any()) m_drawn = m_ahead.valid() ? m_ahead.get() : draw(seed);
        for (const Patient& p : m_drawn)
            all.push_back(&p);
        return Batches(all, seed, m_options.emphasis);
    }
    /// While a GPU learns, the processor has time for the next epoch's heads.
    void drawAhead(int epoch) {
        if (m_options.drawn.any())
            m_ahead = std::async(std::launch::async, [this, epoch] { return draw(seedOf(epoch)); });
    }

private:
    std::uint32_t seedOf(int epoch) const {
        return m_options.seed + 1000u * static_cast<std::uint32_t>(epoch);
    }
    std::vector<Patient> draw(std::uint32_t seed) const {
        return drawPatients(m_real, m_options.drawn, seed, m_options.emphasis);
    }

    const std::vector<const Patient*>& m_real;
    const TrainOptions& m_options;
    std::vector<Patient> m_drawn;
    std::future<std::vector<Patient>> m_ahead;
};

class Learner {
public:
    Learner(const Run& run, const ModelInfo& info, const TrainOptions& options, ProcessGroup& group,
            std::ostream& log, std::array<std::unique_ptr<SliceNetwork>, 2> networks)
        : m_run(run),
          m_info(info),
          m_options(options),
          m_group(group),
          m_log(log),
          m_networks(std::move(networks)),
          m_device(deviceOf(m_networks[0]->module())),
          m_optimizer(makeOptimizer(*m_networks[0])),
          m_state{*m_networks[0], *m_networks[1], m_optimizer, m_scale},
          m_teachers(run.learn, options) {}

    Result<std::vector<WeightTensor>> go() {
        const std::string settings = settingsOf();
        if (auto begun = begin(settings); !begun) return tl::unexpected(begun.error());
        for (int done = 0; m_state.epochs < m_options.epochs; ++done) {
            if (m_options.stopsAfter > 0 && done == m_options.stopsAfter) {
                m_group.leave();
                return fail(ErrorCode::Cancelled, say("train.stopped"));
            }
            if (auto learned = epoch(settings); !learned) return tl::unexpected(learned.error());
        }
        m_group.leave();
        return weightsOf(m_state.averaged.module(), WeightType::Float);
    }

private:
    /// What must be the same for a stopped run to go on.
    std::string settingsOf() const {
        std::ostringstream text;
        text << m_info.architecture << ' ' << m_info.inputSize << " epochs " << m_options.epochs << " seed "
             << m_options.seed << " drawn " << m_options.drawn.bleeds << '+' << m_options.drawn.mimics
             << (m_options.emphasis == Emphasis::Drawn ? " most" : "") << " map " << m_options.mapWeight
             << " patients " << m_run.learn.size() << " fold " << m_options.fold.value_or(-1) << ' '
             << m_options.learnsFrom << (isMixed() ? " mixed" : "");
        if (goesOn()) text << " after " << loadDescription(m_options.beginsWith).value("weights_sha256", "");
        return text.str();
    }

    /// Whether the network has learned before.
    bool goesOn() const { return !m_options.beginsWith.empty(); }
    bool isMixed() const { return m_options.precision == Precision::Mixed; }

    /// All processes begin with the first one's weights, or where its stopped run was.
    Result<void> begin(const std::string& settings) {
        std::size_t pictures = 0;
        for (const Patient* patient : m_run.learn)
            pictures += patient->pictures.size();
        const std::string same = settings + " pictures " + std::to_string(pictures);
        if (m_group.spread(same) != same) return fail(ErrorCode::Unsupported, say("train.processes_differ"));
        const auto kept =
            m_group.place().isFirst() ? readCheckpoint(m_run.checkpoint) : Result<std::string>();
        if (!kept) return tl::unexpected(kept.error());
        const auto found = loadCheckpoint(m_group.spread(*kept), settings, m_state);
        if (!found) return tl::unexpected(found.error());
        if (*found)
            m_average.restart(m_state.averaged.module(), m_state.steps);
        else
            m_group.spread(WeightAverage::tensorsOf(m_state.network.module()));
        return {};
    }

    Result<void> epoch(const std::string& settings) {
        const int number = m_state.epochs;
        const auto shares = deal(number);
        if (!shares) return tl::unexpected(shares.error());
        if (m_device.is_cuda() && number + 1 < m_options.epochs) m_teachers.drawAhead(number + 1);
        m_state.network.module().train();
        m_state.network.freezeFirstBlocks();
        if (auto learned = learnFrom(*shares, settings); !learned) return learned;
        ++m_state.epochs;
        m_state.stepsOfEpoch = 0;
        return keep(settings);
    }

    /// What a network leaves out by chance differs from process to process.
    void drawChances() {
        const int part = m_state.stepsOfEpoch / m_options.keepsEvery;
        torch::manual_seed(m_options.seed + static_cast<std::uint64_t>(m_state.epochs) +
                           7919u * static_cast<std::uint64_t>(m_group.place().rank) +
                           104729u * static_cast<std::uint64_t>(part));
    }

    /// From here a run that is stopped goes on.
    Result<void> keep(const std::string& settings) {
        m_average.copyTo(m_state.averaged.module());
        agree();
        m_log.flush();
        return m_group.place().isFirst() ? saveCheckpoint(m_run.checkpoint, settings, m_state)
                                         : Result<void>();
    }

    /// This process's share of every batch of an epoch.
    Result<std::vector<std::vector<Example>>> deal(int epoch) {
        const ProcessPlace& place = m_group.place();
        Batches batches = m_teachers.batches(epoch);
        if (!place.isAlone() && batches.leastBatch() < static_cast<std::size_t>(place.size))
            return fail(ErrorCode::Unsupported, say("train.too_many_processes", batches.leastBatch()));
        std::vector<std::vector<Example>> shares;
        for (std::size_t n = 0; n < batches.perEpoch(); ++n)
            shares.push_back(shareOf(batches.next(), place));
        return shares;
    }

    /// What is left of an epoch.
    Result<void> learnFrom(const std::vector<std::vector<Example>>& shares, const std::string& settings) {
        const int perEpoch = static_cast<int>(shares.size()), steps = perEpoch * m_options.epochs;
        const int first = m_state.steps, begun = m_state.stepsOfEpoch;
        if (!m_progress && m_group.place().isFirst()) m_progress.emplace(first, steps);
        BatchLoaders loaders(perEpoch - begun, m_options.loaders, [&](int n) {
            const auto size =
                sizeAt(first + n, steps, m_info.inputSize, m_state.network.readsAnySize(), goesOn());
            return ready(shares[static_cast<std::size_t>(begun + n)], size);
        });
        while (m_state.stepsOfEpoch < perEpoch) {
            if (m_state.stepsOfEpoch % m_options.keepsEvery == 0) drawChances();
            const double rate = oneCycle(m_state.steps, steps) * (goesOn() ? kGoingOnRate : 1);
            const double loss = step(loaders.next(), rate);
            m_average.add(m_state.network.module());
            m_log << m_run.learn.size() << ',' << m_state.epochs + 1 << ',' << m_state.steps << ',' << loss
                  << ',' << rate << '\n';
            if (m_progress) m_progress->step(m_state.steps, loss);
            ++m_state.steps;
            ++m_state.stepsOfEpoch;
            if (++m_stepsHere == m_options.stopsAfterSteps) {
                m_group.leave();
                return fail(ErrorCode::Cancelled, say("train.stopped"));
            }
            if (m_state.stepsOfEpoch % m_options.keepsEvery != 0 || m_state.stepsOfEpoch == perEpoch)
                continue;
            if (auto kept = keep(settings); !kept) return kept;
        }
        return {};
    }

    /// Each process's BatchNorms have counted its share; all go on with the mean, as a stopped run would.
    void agree() {
        if (m_group.place().isAlone()) return;
        m_group.average(WeightAverage::tensorsOf(m_state.network.module()));
        m_group.average(WeightAverage::tensorsOf(m_state.averaged.module()));
        m_average.restart(m_state.averaged.module(), m_state.steps);
    }

    /// On a loader's thread.
    ReadyBatch ready(const std::vector<Example>& examples, LearnedSize size) const {
        torch::NoGradGuard noGrad;
        Chances chances = chancesOf(examples);
        const auto pictures = stackWithinDoubt(examples, chances, m_device);
        const Augmented seen = augment(pictures, stackMasks(examples, m_device), size, chances);
        return {examples, toNetworkInput(channelsOf(seen.pictures, m_info)), seen.masks};
    }

    Answer answerTo(const torch::Tensor& pictures) {
        std::optional<ForwardInHalf> half;
        if (isMixed()) half.emplace();
        const auto maps = m_state.network.features(pictures);
        Answer answer{m_state.network.logitsOf(maps), m_state.network.classMapOf(maps)};
        half.reset();
        answer.logits = answer.logits.to(torch::kFloat);
        if (answer.classMap.defined()) answer.classMap = answer.classMap.to(torch::kFloat);
        return answer;
    }

    /// One step of learning on one batch, of which this is the share of this process; the whole batch's loss.
    double step(const ReadyBatch& batch, double rate) {
        const auto overAll = [this](torch::Tensor x) {
            m_group.addUp({x});
            return x;
        };
        const auto loss =
            lossOf(answerTo(batch.pictures), batch.masks, batch.examples, m_options.mapWeight, overAll);
        m_optimizer.zeroGradients();
        (isMixed() ? loss * m_scale.value() : loss).backward();
        const auto whole = loss.detach().clone();
        auto shared = m_optimizer.gradients();
        shared.push_back(whole);
        m_group.addUp(shared);
        if (!isMixed() || isFinite()) m_optimizer.step(rate, kMaxGradient);
        return whole.item<double>();
    }

    /// Gradients at their own scale again, and whether the step can be taken: in all processes alike, since
    /// their sum is.
    bool isFinite() {
        torch::NoGradGuard noGrad;
        const auto gradients = m_optimizer.gradients();
        at::_foreach_mul_(gradients, 1 / m_scale.value());
        const auto lengths = torch::stack(at::_foreach_norm(gradients, 2));
        return m_scale.accepts(std::isfinite(lengths.sum().item<double>()));
    }

    const Run& m_run;
    const ModelInfo& m_info;
    const TrainOptions& m_options;
    ProcessGroup& m_group;
    std::ostream& m_log;
    std::array<std::unique_ptr<SliceNetwork>, 2> m_networks;
    torch::Device m_device;
    AdamW m_optimizer;
    GradientScale m_scale;
    LearningState m_state;
    Teachers m_teachers;
    WeightAverage m_average;
    std::optional<Progress> m_progress;
    int m_stepsHere = 0; ///< of this run, not of one before it that was stopped
};

/// Processes on one machine have a GPU each, where there are so many.
Result<torch::Device> deviceFor(const TrainOptions& options) {
    const auto device = chooseDevice(options.device);
    if (!device || !device->is_cuda() || options.place.isAlone()) return device;
    const auto number = options.place.localRank % static_cast<int>(torch::cuda::device_count());
    return torch::Device(torch::kCUDA, static_cast<torch::DeviceIndex>(number));
}

/// The network that learns and the one that holds its mean.
Result<std::array<std::unique_ptr<SliceNetwork>, 2>> makeNetworks(const ModelInfo& info,
                                                                  const StartWeights& start) {
    std::array<std::unique_ptr<SliceNetwork>, 2> networks;
    for (auto& network : networks) {
        auto made = makeSliceNetwork(info);
        if (!made) return tl::unexpected(made.error());
        network = std::move(*made);
    }
    const auto loaded = start.isWhole ? loadWeights(networks[0]->module(), start.weights)
                                      : networks[0]->loadTrunk(start.weights);
    if (!loaded) return tl::unexpected(loaded.error());
    return networks;
}

} // namespace

Result<std::vector<WeightTensor>> learn(const Run& run, const ModelInfo& info, const StartWeights& start,
                                        const TrainOptions& options, ProcessGroup& group, std::ostream& log) {
    torch::manual_seed(options.seed);
    // While it learns, slice and class map answer apart.
    ModelInfo learning = info;
    learning.mapShare = 0;
    auto networks = makeNetworks(learning, start);
    if (!networks) return tl::unexpected(networks.error());
    const auto device = deviceFor(options);
    if (!device) return tl::unexpected(device.error());
    for (auto& network : *networks)
        network->module().to(*device);
    (*networks)[0]->freezeFirstBlocks();
    at::globalContext().setBenchmarkCuDNN(true); // two sizes of batch, thousands of each
    Result<std::vector<WeightTensor>> learned;
    try {
        learned = Learner(run, learning, options, group, log, std::move(*networks)).go();
    } catch (const PartnerLost& lost) {
        learned = fail(ErrorCode::Worker, say("train.partner_lost"), lost.what());
    }
    at::globalContext().setBenchmarkCuDNN(false);
    return learned;
}

} // namespace hemo::ml
