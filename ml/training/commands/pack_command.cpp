#include "ml/training/commands/command.h"
#include "ml/training/data/outlines.h"
#include "ml/training/data/packed_pictures.h"

#include <memory>

namespace hemo::ml {
namespace {

struct PackOptions {
    std::filesystem::path data, out;
    int size = 288;
};

Result<void> pack(const PackOptions& options) {
    if (std::filesystem::exists(options.out)) return fail(ErrorCode::WriteFailed, say("data.file_there"));
    auto patients = loadPictureSets(options.data, options.size);
    if (!patients) return tl::unexpected(patients.error());
    if (auto drawn = addMasks(*patients, options.data); !drawn) return drawn;
    return writePacked(*patients, isOwnData(options.data), options.out);
}

} // namespace

Command packCommand(CLI::App& app) {
    const auto options = std::make_shared<PackOptions>();
    auto* line =
        app.add_subcommand("pack", "Write a training set as one file, to be given as --data elsewhere");
    line->add_option("--data", options->data, "Folder that holds ct-ich, phe-sich and rsna, or a manifest")
        ->required()
        ->check(CLI::ExistingPath);
    line->add_option("--size", options->size, "Pixels a side")->check(CLI::Range(32, 1024));
    line->add_option("--out", options->out, "File to write")->required();
    return {line, [options] {
                const auto packed = pack(*options);
                return packed ? 0 : complain(packed.error());
            }};
}

} // namespace hemo::ml
