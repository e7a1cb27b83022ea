#include "ml/train/trainer.h"

#include "ml/model_folder.h"
#include "ml/network/module_weights.h"
#include "ml/train/augment.h"
#include "ml/train/batches.h"
#include "ml/train/draw_patients.h"
#include "ml/train/evaluate.h"
#include "ml/train/progress.h"
#include "ml/train/schedule.h"
#include "ml/train/write_model.h"

#include <fstream>
#include <thread>

namespace hemo::ml {
namespace {

constexpr double kTrunkRate = 4e-4, kHeadRate = 2e-3, kWeightDecay = 1e-2, kMaxGradient = 5;
constexpr float kLabelSmoothing = 0.02f, kSubtypeWeight = 0.3f;
constexpr double kAverageRate = 0.01; ///< of the running mean of the weights
constexpr double kHalfPrecisionLimit = 0.002;

/// The mean of the weights over the last hundred or so steps: steadier than the last step's.
class WeightAverage {
public:
    void add(const EfficientDet& network) {
        torch::NoGradGuard noGrad;
        const double rate = std::max(kAverageRate, 1.0 / ++m_steps);
        std::size_t n = 0;
        for (const torch::Tensor& now : tensorsOf(network)) {
            if (n == m_mean.size()) m_mean.push_back(now.detach().clone());
            if (now.is_floating_point()) m_mean[n].lerp_(now, rate);
            ++n;
        }
    }
    void copyTo(EfficientDet& network) const {
        torch::NoGradGuard noGrad;
        std::size_t n = 0;
        for (torch::Tensor& target : tensorsOf(network))
            target.copy_(m_mean[n++]);
    }

private:
    static std::vector<torch::Tensor> tensorsOf(const EfficientDet& network) {
        auto all = network->parameters();
        const auto buffers = network->buffers();
        all.insert(all.end(), buffers.begin(), buffers.end());
        return all;
    }
    std::vector<torch::Tensor> m_mean;
    int m_steps = 0;
};

torch::Tensor rows(const std::vector<Example>& examples, const std::array<float, 6> Picture::*field) {
    auto table = torch::empty({static_cast<std::int64_t>(examples.size()), HeadImpl::kAnswers});
    float* out = table.data_ptr<float>();
    for (const Example& e : examples)
        out = std::copy_n((e.picture().*field).begin(), HeadImpl::kAnswers, out);
    return table;
}

/// Cross-entropy of what is known, subtypes at less weight, per picture.
torch::Tensor lossOf(const torch::Tensor& logits, const std::vector<Example>& batch) {
    const auto labels = rows(batch, &Picture::labels) * (1 - kLabelSmoothing) + kLabelSmoothing / 2;
    auto weight = rows(batch, &Picture::known);
    weight.narrow(1, 1, HeadImpl::kAnswers - 1).mul_(kSubtypeWeight);
    const auto loss = torch::binary_cross_entropy_with_logits(logits, labels, weight, {}, at::Reduction::Sum);
    return loss / static_cast<double>(batch.size());
}

torch::optim::AdamW makeOptimizer(EfficientDet& network) {
    std::vector<torch::Tensor> trunk, rest;
    for (const auto& p : network->named_parameters())
        if (p.value().requires_grad()) (p.key().starts_with("trunk.") ? trunk : rest).push_back(p.value());
    const auto options = [](double rate) {
        return std::make_unique<torch::optim::AdamWOptions>(
            torch::optim::AdamWOptions(rate).weight_decay(kWeightDecay));
    };
    std::vector<torch::optim::OptimizerParamGroup> groups;
    groups.emplace_back(std::move(trunk), options(kTrunkRate));
    groups.emplace_back(std::move(rest), options(kHeadRate));
    return torch::optim::AdamW(std::move(groups), torch::optim::AdamWOptions(kTrunkRate));
}

void setRate(torch::optim::AdamW& optimizer, double share) {
    const double rates[]{kTrunkRate, kHeadRate};
    for (std::size_t g = 0; g < optimizer.param_groups().size(); ++g)
        static_cast<torch::optim::AdamWOptions&>(optimizer.param_groups()[g].options()).lr(rates[g] * share);
}

/// One step of learning on one batch; its loss.
double learn(EfficientDet& network, torch::optim::AdamW& optimizer, const std::vector<Example>& batch) {
    const auto pictures = toNetworkInput(augment(stackPictures(batch)));
    const auto loss = lossOf(network(pictures), batch);
    optimizer.zero_grad();
    loss.backward();
    torch::nn::utils::clip_grad_norm_(network->parameters(), kMaxGradient);
    optimizer.step();
    return loss.item<double>();
}

/// Mean slice AUC over the sources: what an epoch is chosen by.
double quality(const std::vector<PatientAnswers>& answers) {
    double sum = 0;
    for (const Source source : kSources)
        sum += measure(answers, source, {}, {}).sliceAuc[0].value_or(0.5);
    return sum / kSources.size();
}

struct Best {
    double quality = -1;
    int epoch = 0;
    std::vector<WeightTensor> weights;
};

/// Whom a run learns from, whom it chooses the best epoch with (nobody: the last one), and how many of the
/// schedule's epochs it goes through.
struct Run {
    std::vector<const Patient*> learn, choose;
    int epochs = 0;
};

/// The patients to learn from and, beside them, heads with drawn bleeds, other ones in every epoch.
class DrawnPool {
public:
    DrawnPool(const std::vector<const Patient*>& real, const TrainOptions& options)
        : m_real(real), m_options(options) {}
    std::vector<const Patient*> patients(int epoch) {
        std::vector<const Patient*> all = m_real;
        if (m_options.drawnPerPatient > 0)
            m_drawn = drawPatients(m_real, m_options.drawnPerPatient, m_options.seed + 1000u * epoch);
        for (const Patient& p : m_drawn)
            all.push_back(&p);
        return all;
    }

private:
    std::vector<const Patient*> m_real;
    const TrainOptions& m_options;
    std::vector<Patient> m_drawn;
};

Result<Best> learnEpochs(const Run& run, const std::vector<WeightTensor>& trunk, const TrainOptions& options,
                         std::ostream& log) {
    torch::manual_seed(options.seed);
    EfficientDet network(EfficientDetImpl::Shape{}), averaged(EfficientDetImpl::Shape{});
    if (auto loaded = loadWeights(*network->trunk, trunk); !loaded) return tl::unexpected(loaded.error());
    network->trunk->freezeFirstBlocks();
    DrawnPool pool(run.learn, options);
    std::optional<Batches> batches;
    batches.emplace(pool.patients(0), options.seed);
    auto optimizer = makeOptimizer(network);
    const int perEpoch = static_cast<int>(batches->perEpoch());
    const int schedule = options.epochs * perEpoch, steps = run.epochs * perEpoch;
    WeightAverage average;
    Progress progress(steps);
    Best best;
    for (int step = 0; step < steps; ++step) {
        if (step % perEpoch == 0) {
            if (step > 0 && options.drawnPerPatient > 0)
                batches.emplace(pool.patients(step / perEpoch), options.seed + step);
            network->train();
            network->trunk->freezeFirstBlocks();
        }
        const double rate = oneCycle(step, schedule);
        setRate(optimizer, rate);
        const double loss = learn(network, optimizer, batches->next());
        average.add(network);
        const int epoch = step / perEpoch + 1;
        log << run.learn.size() << ',' << epoch << ',' << step << ',' << loss << ',' << rate << ',';
        progress.step(step, loss);
        if ((step + 1) % perEpoch == 0) {
            average.copyTo(averaged);
            if (run.choose.empty()) {
                best = {0, epoch, weightsOf(*averaged, WeightType::Float)};
            } else {
                const double now = quality(answersOf(averaged, run.choose));
                if (now > best.quality) best = {now, epoch, weightsOf(*averaged, WeightType::Float)};
                progress.epoch(epoch, now);
                log << now;
            }
        }
        log << std::endl;
    }
    return best;
}

/// Calibrations and rule from the inner fold's answers.
void choose(ModelInfo& info, const std::vector<PatientAnswers>& answers) {
    for (const Finding f : kFindings)
        info.calibration[static_cast<std::size_t>(f)] = fitCalibration(sliceLogits(answers, f));
    info.rule.k = 2; // with one slice a single artefact decides; three miss the small bleeds of thick slices
    info.rule.threshold = chooseThreshold(answers, info.rule.k, info.calibration[0]);
}

double largestChange(const std::vector<PatientAnswers>& a, const std::vector<PatientAnswers>& b,
                     ModelInfo::Calibration c) {
    const auto p = [c](double logit) { return 1 / (1 + std::exp(-(c.scale * logit + c.offset))); };
    double largest = 0;
    for (std::size_t n = 0; n < a.size(); ++n)
        for (std::size_t s = 0; s < a[n].slices.size(); ++s)
            largest = std::max(largest, std::abs(p(a[n].slices[s].logits[0]) - p(b[n].slices[s].logits[0])));
    return largest;
}

std::vector<SourceFigures> measureAll(const std::vector<PatientAnswers>& answers, const ModelInfo& info) {
    std::vector<SourceFigures> all;
    for (const Source source : kSources)
        all.push_back(measure(answers, source, info.rule, info.calibration));
    return all;
}

/// Half precision where that changes nothing that matters, then the figures with exactly these weights.
Result<void> storeAndMeasure(TrainedModel& model, const std::vector<WeightTensor>& weights,
                             const std::vector<const Patient*>& heldOut) {
    EfficientDet network(EfficientDetImpl::Shape{});
    if (auto loaded = loadWeights(*network, weights); !loaded) return loaded;
    auto answers = answersOf(network, heldOut);
    model.weights = weightsOf(*network, WeightType::Half);
    if (auto loaded = loadWeights(*network, model.weights); !loaded) return loaded;
    const auto halfAnswers = answersOf(network, heldOut);
    model.halfPrecisionError = largestChange(answers, halfAnswers, model.info.calibration[0]);
    if (model.halfPrecisionError <= kHalfPrecisionLimit)
        answers = halfAnswers;
    else
        model.weights = weights;
    model.heldOut = measureAll(answers, model.info);
    return {};
}

/// What the inner fold says of the best epoch's weights: calibration and rule.
Result<TrainedModel> chooseWith(const Best& best, const std::vector<const Patient*>& patients,
                                const TrainOptions& options) {
    TrainedModel model;
    model.info.id = options.modelId;
    model.info.architecture = kArchitecture;
    model.info.terms = kTerms;
    model.info.inputSize = options.size;
    model.bestEpoch = best.epoch;
    EfficientDet network(EfficientDetImpl::Shape{});
    if (auto loaded = loadWeights(*network, best.weights); !loaded) return tl::unexpected(loaded.error());
    const auto answers = answersOf(network, patients);
    choose(model.info, answers);
    model.inner = measureAll(answers, model.info);
    return model;
}

Result<TrainedModel> trainSplit(const PatientSplit& split, const std::vector<WeightTensor>& trunk,
                                const TrainOptions& options, std::ostream& log) {
    log << "patients,epoch,step,loss,rate,inner_quality\n";
    auto best = learnEpochs({split.learn, split.choose, options.epochs}, trunk, options, log);
    if (!best) return tl::unexpected(best.error());
    auto model = chooseWith(*best, split.choose, options);
    if (!model) return model;
    if (options.refits) {
        auto all = split.learn;
        all.insert(all.end(), split.choose.begin(), split.choose.end());
        best = learnEpochs({all, {}, best->epoch}, trunk, options, log);
        if (!best) return tl::unexpected(best.error());
    }
    if (auto measured = storeAndMeasure(*model, best->weights, split.heldOut); !measured)
        return tl::unexpected(measured.error());
    return model;
}

Result<std::vector<WeightTensor>> readTrunk(const std::filesystem::path& file) {
    const auto data = readModelFile(file);
    if (!data) return tl::unexpected(data.error());
    return parseSafetensors(*data);
}

} // namespace

PatientSplit splitPatients(const std::vector<Patient>& patients, int heldOutFold) {
    PatientSplit split;
    for (const Patient& p : patients) {
        if (p.fold == heldOutFold)
            split.heldOut.push_back(&p);
        else if (p.fold == (heldOutFold + 1) % kFolds)
            split.choose.push_back(&p);
        else
            split.learn.push_back(&p);
    }
    return split;
}

Result<TrainedModel> trainModel(const TrainOptions& options) {
    torch::set_num_threads(options.threads > 0 ? options.threads
                                               : std::max(1, int(std::thread::hardware_concurrency())));
    const auto trunk = readTrunk(options.trunkFile);
    if (!trunk) return tl::unexpected(trunk.error());
    const auto patients = readPictureSets(options.dataFolder, options.size);
    if (!patients) return tl::unexpected(patients.error());
    std::error_code error;
    std::filesystem::create_directories(options.modelFolder, error);
    std::ofstream log(options.modelFolder / "training.csv");
    if (!log) return fail(ErrorCode::WriteFailed, "The model folder cannot be written.");
    auto model = trainSplit(splitPatients(*patients, options.fold), *trunk, options, log);
    if (!model) return model;
    if (auto written = writeModel(*model, options); !written) return tl::unexpected(written.error());
    return model;
}

Result<std::vector<SourceFigures>> evaluateModel(const std::filesystem::path& modelFolder,
                                                 const std::filesystem::path& dataFolder, int fold,
                                                 const std::filesystem::path& answersFile) {
    const auto folder = readModelFolder(modelFolder);
    if (!folder) return tl::unexpected(folder.error());
    EfficientDet network(EfficientDetImpl::Shape{folder->info.bifpnCells, folder->info.bifpnChannels});
    if (auto loaded = loadWeights(*network, folder->weights); !loaded) return tl::unexpected(loaded.error());
    const auto patients = readPictureSets(dataFolder, folder->info.inputSize);
    if (!patients) return tl::unexpected(patients.error());
    const auto answers = answersOf(network, splitPatients(*patients, fold).heldOut);
    if (!answersFile.empty())
        if (auto written = writeAnswers(answers, answersFile); !written)
            return tl::unexpected(written.error());
    return measureAll(answers, folder->info);
}

} // namespace hemo::ml
