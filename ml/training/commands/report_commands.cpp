#include "ml/training/commands/command.h"
#include "ml/training/learn/cross_validate.h"
#include "ml/training/report/answers_file.h"
#include "ml/training/report/report_text.h"
#include "ml/training/report/write_report.h"

#include <memory>

namespace hemo::ml {
namespace {

struct ReportOptions {
    std::vector<std::filesystem::path> answers;
    std::filesystem::path model, crossValidation, out;
    int resamples = kResamples;
    std::uint32_t seed = 1;
};

void addCommon(CLI::App* line, ReportOptions& options) {
    line->add_option("--resamples", options.resamples, "Resamples of patients for the intervals")
        ->check(CLI::Range(100, 100000));
    line->add_option("--seed", options.seed, "Of the resamples");
}

int reportOn(const ReportOptions& options) {
    const auto answers = loadFolds(options.answers);
    if (!answers) return complain(answers.error());
    const auto report = makeReport(*answers, options.resamples, options.seed);
    if (!report) return complain(report.error());
    std::fputs(reportText(*report).c_str(), stdout);
    if (options.out.empty()) return 0;
    const auto written = options.model.empty() ? writeReport(*report, options.out)
                                               : writeReportedModel(*report, options.model, options.out);
    return written ? 0 : complain(written.error());
}

} // namespace

Command reportCommand(CLI::App& app) {
    const auto options = std::make_shared<ReportOptions>();
    auto* line = app.add_subcommand("report", "Measure by cross-validation, from answers out of fold");
    line->add_option("--answers", options->answers, "One file of answers a fold")->required();
    auto* out = line->add_option("--out", options->out, "Folder for tables, plots and the finished model");
    line->add_option("--model", options->model, "Trained model folder to finish with what was fitted")
        ->needs(out);
    addCommon(line, *options);
    return {line, [options] { return reportOn(*options); }};
}

Command exportCommand(CLI::App& app) {
    const auto options = std::make_shared<ReportOptions>();
    auto* line = app.add_subcommand("export", "Finish a trained model with what cross-validation says");
    line->add_option("--model", options->model, "Trained model folder")->required();
    line->add_option("--cross-validation", options->crossValidation, "Folder that cross-validate wrote")
        ->required();
    line->add_option("--out", options->out, "Model folder to write")->required();
    addCommon(line, *options);
    return {line, [options] {
                const auto files = finishedAnswers(options->crossValidation);
                if (!files) return complain(files.error());
                options->answers = *files;
                return reportOn(*options);
            }};
}

} // namespace hemo::ml
