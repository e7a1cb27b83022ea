#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace hemo::testing {

std::string readBytes(const std::filesystem::path& file);
void writeBytes(const std::filesystem::path& file, const std::string& bytes);

/// Cut off behind every `step`-th byte, from nothing to all but the last.
void forEachCut(const std::string& bytes, std::size_t step,
                const std::function<void(const std::string& cut)>& tryOut);

/// `rounds` copies with one to eight bits turned over, some bytes replaced, or a part moved: the same ones in
/// every run.
void forEachFlip(const std::string& bytes, int rounds, std::uint32_t seed,
                 const std::function<void(const std::string& damaged)>& tryOut);

} // namespace hemo::testing
