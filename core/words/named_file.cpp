#include "core/words/named_file.h"

namespace hemo {

Message named(std::span<const std::filesystem::path> asked, Message said) {
    if (asked.size() != 1 || !asked.front().has_filename()) return said;
    return say("file.named", asked.front().filename().string(), std::move(said));
}

} // namespace hemo
