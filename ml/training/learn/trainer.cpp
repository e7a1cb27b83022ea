#include "ml/training/learn/trainer.h"

#include "ml/guarded.h"
#include "ml/reader/device/device.h"
#include "ml/reader/device/threads.h"
#include "ml/reader/model/model_folder.h"
#include "ml/reader/network/module_weights.h"
#include "ml/reader/slice_network.h"
#include "ml/training/data/outlines.h"
#include "ml/training/data/split_patients.h"
#include "ml/training/learn/learn.h"
#include "ml/training/learn/start_weights.h"
#include "ml/training/learn/write_model.h"
#include "ml/training/measure/evaluate.h"
#include "ml/training/measure/held_out.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <malloc.h>

namespace hemo::ml {
namespace {

constexpr double kHalfPrecisionLimit = 0.002;
constexpr double kMapShare = 0.5; ///< of the answer, where there is a class map: two opinions of one weight

/// Memory that a step gives back is kept for the next one: asking the system anew for each large tensor took
/// an eighth of the time.
void keepMemory() {
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2047 << 20);
    mallopt(M_TOP_PAD, 64 << 20);
}

double largestChange(const std::vector<PatientAnswers>& a, const std::vector<PatientAnswers>& b,
                     ModelInfo::Calibration c) {
    double largest = 0;
    for (std::size_t n = 0; n < a.size(); ++n)
        for (std::size_t s = 0; s < a[n].slices.size(); ++s)
            largest = std::max(largest, std::abs(probabilityOf(a[n].slices[s].logits[0], c) -
                                                 probabilityOf(b[n].slices[s].logits[0], c)));
    return largest;
}

std::vector<SourceFigures> measureAll(const std::vector<PatientAnswers>& answers, const ModelInfo& info) {
    std::vector<SourceFigures> all;
    for (const std::string& source : sourcesOf(answers))
        all.push_back(measure(answers, source, info.rule, info.calibration));
    return all;
}

Result<std::vector<PatientAnswers>> answersWith(const std::vector<WeightTensor>& weights,
                                                const ModelInfo& info,
                                                const std::vector<const Patient*>& patients,
                                                DeviceChoice choice) {
    const auto network = networkOn(weights, info, choice);
    if (!network) return tl::unexpected(network.error());
    return answersOf(**network, info, patients);
}

/// The weights in half precision.
Result<std::vector<WeightTensor>> halved(const std::vector<WeightTensor>& weights, const ModelInfo& info) {
    const auto network = loadSliceNetwork(info, weights);
    if (!network) return tl::unexpected(network.error());
    return weightsOf((*network)->module(), WeightType::Half);
}

/// Half precision where that is known to change nothing that matters, then the figures with exactly these
/// weights.
Result<void> storeAndMeasure(TrainedModel& model, const std::vector<WeightTensor>& weights,
                             const std::vector<const Patient*>& heldOut, DeviceChoice device) {
    model.weights = weights;
    auto answers = answersWith(weights, model.info, heldOut, device);
    if (!answers) return tl::unexpected(answers.error());
    if (!heldOut.empty()) {
        auto half = halved(weights, model.info);
        if (!half) return tl::unexpected(half.error());
        auto halfAnswers = answersWith(*half, model.info, heldOut, device);
        if (!halfAnswers) return tl::unexpected(halfAnswers.error());
        model.halfPrecisionError = largestChange(*answers, *halfAnswers, model.info.calibration[0]);
        if (model.halfPrecisionError <= kHalfPrecisionLimit)
            model.weights = std::move(*half), answers = std::move(halfAnswers);
    }
    model.heldOut = measureAll(*answers, model.info);
    model.heldOutAnswers = std::move(*answers);
    return {};
}

ModelInfo describe(const TrainOptions& options) {
    ModelInfo info = usualModel(options.architecture);
    info.id = options.modelId;
    info.terms = termsOf(options);
    info.trainedHu = kPictureHu;
    if (options.size > 0) info.inputSize = options.size;
    info.hasClassMap = info.namesSubtypes && options.mapWeight > 0;
    info.mapShare = info.hasClassMap ? kMapShare : 0;
    // What was measured of the public sets; of anybody's own data nobody knows.
    if (!isOwnData(options.dataFolder)) info.knownMisses = {KnownMiss::ThinBloodAlongSkull};
    return info;
}

/// It stays until the model is written: a run that is killed while it is measured has hours to lose.
constexpr auto kCheckpoint = "learning.checkpoint";

Result<TrainedModel> trainSplit(const PatientSplit& split, const StartWeights& start,
                                const TrainOptions& options, ProcessGroup& group, std::ostream& log) {
    TrainedModel model;
    model.info = describe(options);
    model.isWritten = options.place.isFirst();
    auto weights =
        learn({split.learn, options.modelFolder / kCheckpoint}, model.info, start, options, group, log);
    if (!weights) return tl::unexpected(weights.error());
    if (!model.isWritten) {
        model.weights = std::move(*weights);
        return model;
    }
    if (auto measured = storeAndMeasure(model, *weights, split.heldOut, options.device); !measured)
        return tl::unexpected(measured.error());
    return model;
}

/// A line for every step, after those of a run that was stopped.
Result<std::ofstream> openLog(const TrainOptions& options) {
    std::error_code error;
    std::filesystem::create_directories(options.modelFolder, error);
    const auto file = options.modelFolder / "training.csv";
    const bool goesOn = std::filesystem::exists(file);
    std::ofstream log(file, std::ios::app);
    if (!log) return fail(ErrorCode::WriteFailed, say("train.model_not_written"));
    if (!goesOn) log << "patients,epoch,step,loss,rate\n";
    return log;
}

Result<void> checkDevice(const TrainOptions& options) {
    const auto device = chooseDevice(options.device);
    if (!device) return tl::unexpected(device.error());
    if (options.precision == Precision::Mixed && !device->is_cuda())
        return fail(ErrorCode::Unsupported, say("train.mixed_needs_gpu"));
    return {};
}

Result<TrainedModel> train(const TrainOptions& options) {
    if (auto checked = checkDevice(options); !checked) return tl::unexpected(checked.error());
    // Before data are read: who is missing is missed at once.
    auto group = ProcessGroup::join(options.place, std::chrono::seconds(options.patienceSeconds));
    if (!group) return tl::unexpected(group.error());
    const auto start = loadStart(options, describe(options));
    if (!start) return tl::unexpected(start.error());
    auto patients = loadPictureSets(options.dataFolder, describe(options).inputSize);
    if (!patients) return tl::unexpected(patients.error());
    const auto split = splitPatients(*patients, options.fold, options.learnsFrom);
    const HeldOut heldOut{isOwnData(options.dataFolder), options.fold, !options.learnsFrom.empty(),
                          patientsHash(split.heldOut)};
    if (!options.beginsWith.empty() && hasLearnedFrom(options.beginsWith, heldOut))
        return fail(ErrorCode::Unsupported, say("train.start_knows_measured"));
    if (auto drawn = addMasks(*patients, options.dataFolder); !drawn) return tl::unexpected(drawn.error());
    std::ofstream log; // of all processes but the first it stays closed, and swallows what it is given
    if (options.place.isFirst()) {
        auto opened = openLog(options);
        if (!opened) return tl::unexpected(opened.error());
        log = std::move(*opened);
    }
    if (split.learn.empty()) return fail(ErrorCode::NotFound, say("train.nobody_left"));
    auto model = trainSplit(split, *start, options, **group, log);
    if (!model || !model->isWritten) return model;
    if (auto written = writeModel(*model, options); !written) return tl::unexpected(written.error());
    std::error_code ignored;
    std::filesystem::remove(options.modelFolder / kCheckpoint, ignored);
    return model;
}

Result<std::vector<SourceFigures>> evaluate(const EvaluateOptions& options) {
    if (const auto device = chooseDevice(options.device); !device) return tl::unexpected(device.error());
    const auto folder = loadModelFolder(options.modelFolder);
    if (!folder) return tl::unexpected(folder.error());
    const auto patients = loadPictureSets(options.dataFolder, folder->info.inputSize);
    if (!patients) return tl::unexpected(patients.error());
    const auto heldOut = splitPatients(*patients, options.fold).heldOut;
    if (hasLearnedFrom(options.modelFolder,
                       {isOwnData(options.dataFolder), options.fold, false, patientsHash(heldOut)}))
        return fail(ErrorCode::Unsupported, say("train.model_knows_fold"));
    const auto answers = answersWith(folder->weights, folder->info, heldOut, options.device);
    if (!answers) return tl::unexpected(answers.error());
    if (!options.answersFile.empty())
        if (auto written = writeAnswers(*answers, options.answersFile); !written)
            return tl::unexpected(written.error());
    return measureAll(*answers, folder->info);
}

} // namespace

Result<TrainedModel> trainModel(const TrainOptions& options) {
    keepMemory();
    useThreadsOrAll(options.threads);
    return guarded([&] { return train(options); });
}

Result<std::vector<SourceFigures>> evaluateModel(const EvaluateOptions& options) {
    return guarded([&] { return evaluate(options); });
}

} // namespace hemo::ml
