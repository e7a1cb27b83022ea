#include "tests/support/damage.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

namespace hemo::testing {
namespace {

std::size_t below(std::mt19937& random, std::size_t limit) {
    return random() % limit; // the library's distributions differ from one to the next
}

void damage(std::string& bytes, std::mt19937& random) {
    const std::size_t at = below(random, bytes.size());
    switch (random() % 4) {
    case 0: // a length or a count becomes large
        for (std::size_t i = at; i < std::min(at + 4, bytes.size()); ++i)
            bytes[i] = '\xff';
        return;
    case 1:
        bytes[at] = static_cast<char>(random());
        return;
    case 2: { // a part that belongs elsewhere
        const std::size_t from = below(random, bytes.size());
        const std::size_t count = std::min<std::size_t>(below(random, 64), bytes.size() - std::max(at, from));
        std::copy_n(std::string(bytes, from, count).begin(), count, bytes.begin() + static_cast<long>(at));
        return;
    }
    default:
        for (unsigned flips = 1 + random() % 8; flips > 0; --flips) {
            char& byte = bytes[below(random, bytes.size())];
            byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1u << (random() % 8)));
        }
    }
}

} // namespace

std::string readBytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("no such file");
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeBytes(const std::filesystem::path& file, const std::string& bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out) throw std::runtime_error("a file cannot be written");
}

void forEachCut(const std::string& bytes, std::size_t step,
                const std::function<void(const std::string&)>& tryOut) {
    for (std::size_t length = 0; length < bytes.size(); length += step)
        tryOut(bytes.substr(0, length));
    if (!bytes.empty()) tryOut(bytes.substr(0, bytes.size() - 1));
}

void forEachFlip(const std::string& bytes, int rounds, std::uint32_t seed,
                 const std::function<void(const std::string&)>& tryOut) {
    std::mt19937 random(seed);
    for (int round = 0; round < rounds; ++round) {
        std::string damaged = bytes;
        damage(damaged, random);
        tryOut(damaged);
    }
}

} // namespace hemo::testing
