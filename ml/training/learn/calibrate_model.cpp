#include "ml/training/learn/calibrate_model.h"

#include "ml/guarded.h"
#include "ml/reader/device/threads.h"
#include "ml/reader/model/model_folder.h"
#include "ml/training/measure/evaluate.h"
#include "ml/training/measure/held_out.h"
#include "ml/training/report/write_report.h"

#include <cstdio>
#include <iterator>

namespace hemo::ml {
namespace {

/// What is known of the patients, before an hour of reading them.
std::vector<PatientAnswers> labelsOf(const std::vector<Patient>& patients) {
    std::vector<PatientAnswers> all;
    for (const Patient& patient : patients) {
        PatientAnswers labels{patient.id,   patient.dataSetName(), {},
                              patient.fold, patient.isWholeScan,   patient.scanBleeds};
        for (const Picture& picture : patient.pictures)
            labels.slices.push_back({{}, picture.labels, picture.known, picture.isNearPositive});
        all.push_back(std::move(labels));
    }
    return all;
}

/// Out of the folds that the patients were dealt into. A hospital's patients may take an hour: a line says
/// how far it is.
std::vector<PatientAnswers> readAll(SliceNetwork& network, const ModelInfo& info,
                                    const std::vector<Patient>& patients) {
    std::vector<PatientAnswers> all;
    for (const Patient& patient : patients) {
        auto answers = answersOf(network, info, {&patient});
        answers.front().fold = patient.fold;
        std::move(answers.begin(), answers.end(), std::back_inserter(all));
        std::fprintf(stderr, "\r%zu of %zu patients read", all.size(), patients.size());
    }
    std::fputs("\n", stderr);
    return all;
}

Result<Report> calibrate(const CalibrateOptions& options) {
    if (std::filesystem::exists(options.out)) return fail(ErrorCode::WriteFailed, say("data.folder_there"));
    const auto model = loadModelFolder(options.modelFolder);
    if (!model) return tl::unexpected(model.error());
    // Which of somebody's own patients taught a model is written nowhere: all of them may have.
    HeldOut measured;
    measured.isOwnData = isOwnData(options.dataFolder);
    measured.isOtherSetToo = true;
    if (hasLearnedFrom(options.modelFolder, measured))
        return fail(ErrorCode::Unsupported, say("train.model_knows_patients"));
    const auto network = networkOn(model->weights, model->info, options.device);
    if (!network) return tl::unexpected(network.error());
    const auto patients = loadPictureSets(options.dataFolder, model->info.inputSize);
    if (!patients) return tl::unexpected(patients.error());
    if (auto enough = checkEnoughToCalibrate(labelsOf(*patients)); !enough)
        return tl::unexpected(enough.error());
    auto report =
        reportToCalibrate(readAll(**network, model->info, *patients), options.resamples, options.seed);
    if (!report) return report;
    const std::string id = options.modelId.empty() ? model->info.id + "-calibrated" : options.modelId;
    if (auto written = writeCalibratedModel(*report, options.modelFolder, id, options.out); !written)
        return tl::unexpected(written.error());
    return report;
}

} // namespace

Result<Report> calibrateModel(const CalibrateOptions& options) {
    useThreadsOrAll(options.threads);
    return guarded([&] { return calibrate(options); });
}

} // namespace hemo::ml
