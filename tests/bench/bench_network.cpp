// A model's network on pictures from a file, one at a time, as the classifier runs it: times as JSON on the
// output, answers into a file. What other_runtimes.py lays beside other runtimes.

#include "ml/reader/device/threads.h"
#include "ml/reader/model/model_folder.h"
#include "ml/reader/slice_network.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdio>
#include <fstream>

namespace {

using namespace hemo;

struct Work {
    std::filesystem::path model, pictures, answers;
    std::int64_t rows = 288, columns = 288;
    int threads = 1, warmUps = 5;
};

/// Pictures x 1 x rows x columns, as they lie in the file.
torch::Tensor picturesOf(const Work& work) {
    std::ifstream file(work.pictures, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
    const auto values = torch::from_blob(const_cast<char*>(bytes.data()),
                                         std::int64_t(bytes.size() / sizeof(float)), torch::kFloat);
    return values.reshape({-1, 1, work.rows, work.columns}).clone();
}

void append(std::ofstream& file, const torch::Tensor& values) {
    const auto inOrder = values.contiguous();
    file.write(static_cast<const char*>(inOrder.data_ptr()), std::streamsize(inOrder.nbytes()));
}

Result<void> run(const Work& work) {
    const auto model = ml::loadModelFolder(work.model);
    if (!model) return tl::unexpected(model.error());
    const auto network = ml::loadSliceNetwork(model->info, model->weights);
    if (!network) return tl::unexpected(network.error());
    (*network)->module().eval();
    (*network)->fold();
    const Explanation explanation = explanationsOf(model->info).front();

    const c10::InferenceMode inference;
    const auto pictures = picturesOf(work);
    const auto picture = [&](std::int64_t n) {
        return pictures.narrow(0, n, 1).contiguous(torch::MemoryFormat::ChannelsLast);
    };
    for (int n = 0; n < work.warmUps; ++n)
        (*network)->read(picture(0), explanation);
    std::ofstream answers(work.answers, std::ios::binary);
    for (std::int64_t n = 0; n < pictures.size(0); ++n) {
        const auto input = picture(n);
        const auto start = std::chrono::steady_clock::now();
        const ml::SliceReading reading = (*network)->read(input, explanation);
        const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
        std::printf("%s%.4f", n == 0 ? "{\"ms\": [" : ", ", spent.count());
        append(answers, reading.logits);
        append(answers, reading.heat);
    }
    std::printf("]}\n");
    return {};
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Times a model's network on raw pictures (float32, -1..1)."};
    Work work;
    app.add_option("model", work.model)->required();
    app.add_option("pictures", work.pictures)->required();
    app.add_option("answers", work.answers, "Of each picture its logits, then its heat, float32")->required();
    app.add_option("--rows", work.rows);
    app.add_option("--columns", work.columns);
    app.add_option("--threads", work.threads);
    app.add_option("--warm-ups", work.warmUps);
    CLI11_PARSE(app, argc, argv);
    ml::useThreads(work.threads);
    const auto done = run(work);
    if (done) return 0;
    std::fprintf(stderr, "%s %s\n", english(done.error().message).c_str(), done.error().detail.c_str());
    return 1;
}
