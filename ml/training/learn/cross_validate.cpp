#include "ml/training/learn/cross_validate.h"

#include "ml/reader/model/model_folder.h"
#include "ml/training/report/answers_file.h"

#include <cstdio>
#include <fstream>
#include <sstream>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

fs::path foldFolder(const fs::path& folder, int fold) {
    return folder / ("fold" + std::to_string(fold));
}

fs::path answersFile(const fs::path& folder, int fold) {
    return foldFolder(folder, fold) / "answers.csv";
}

/// Writes the settings into a new folder, or compares them with those of the run that is there.
Result<void> agree(const fs::path& folder, const std::string& settings) {
    std::error_code error;
    fs::create_directories(folder, error);
    const fs::path file = folder / "settings.txt";
    if (std::ifstream in(file); in) {
        std::ostringstream before;
        before << in.rdbuf();
        if (before.str() == settings) return {};
        return fail(ErrorCode::Unsupported, say("train.folds_of_others"));
    }
    std::ofstream out(file);
    out << settings;
    out.close();
    if (!out) return fail(ErrorCode::WriteFailed, say("train.folder_not_written"));
    return {};
}

/// The card is the last thing that training writes, and answers appear under their name once they are
/// complete. A network that this version cannot read is another kind of network.
bool isDone(const fs::path& folder, int fold) {
    return fs::exists(answersFile(folder, fold)) && fs::exists(foldFolder(folder, fold) / "card.md") &&
           loadModelFolder(foldFolder(folder, fold));
}

Result<void> runFold(TrainOptions options, const fs::path& folder, int fold) {
    options.fold = fold;
    options.modelFolder = foldFolder(folder, fold);
    const fs::path file = answersFile(folder, fold);
    std::error_code ignored;
    fs::remove(file, ignored); // of a run that was stopped half way: beside a new card it would count as done
    const auto model = trainModel(options);
    if (!model) return tl::unexpected(model.error());
    fs::path unfinished = file;
    unfinished += ".part";
    if (auto written = writeAnswers(model->heldOutAnswers, unfinished); !written) return written;
    std::error_code error;
    fs::rename(unfinished, file, error);
    if (error) return fail(ErrorCode::WriteFailed, say("answer_file.not_written"), error.message());
    return {};
}

} // namespace

Result<std::vector<fs::path>> crossValidate(const TrainOptions& options, const std::string& settings) {
    const fs::path& folder = options.modelFolder;
    if (!options.place.isAlone()) return fail(ErrorCode::Unsupported, say("train.folds_in_one_process"));
    if (auto agreed = agree(folder, settings); !agreed) return tl::unexpected(agreed.error());
    for (int fold = 0; fold < kFolds; ++fold) {
        const bool wasDone = isDone(folder, fold);
        std::fprintf(stderr, "fold %d of %d%s\n", fold + 1, kFolds, wasDone ? ": done before" : "");
        if (wasDone) continue;
        if (auto run = runFold(options, folder, fold); !run) return tl::unexpected(run.error());
    }
    return finishedAnswers(folder);
}

Result<std::vector<fs::path>> finishedAnswers(const fs::path& folder) {
    std::vector<fs::path> files;
    for (int fold = 0; fold < kFolds; ++fold) {
        files.push_back(answersFile(folder, fold));
        if (!isDone(folder, fold))
            return fail(ErrorCode::NotFound, say("train.folds_unfinished"), "fold " + std::to_string(fold));
    }
    return files;
}

} // namespace hemo::ml
