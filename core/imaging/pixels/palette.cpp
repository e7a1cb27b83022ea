#include "core/imaging/pixels/palette.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

constexpr std::array kDescriptors{tag::kRedPaletteDescriptor, tag::kGreenPaletteDescriptor,
                                  tag::kBluePaletteDescriptor};
constexpr std::array kTables{tag::kRedPaletteData, tag::kGreenPaletteData, tag::kBluePaletteData};

/// Entries of 16 bits are cut to their upper eight. Entries of eight bits stand two in a word, or, against
/// the standard but often, one in each.
std::vector<std::uint8_t> tableOf(const std::vector<std::uint16_t>& words, std::size_t entries, int bits) {
    std::vector<std::uint8_t> table;
    if (words.size() >= entries) {
        const bool isWide = bits == 16;
        for (std::size_t i = 0; i < entries; ++i)
            table.push_back(static_cast<std::uint8_t>(isWide ? words[i] >> 8 : words[i]));
    } else if (bits == 8 && words.size() * 2 >= entries) {
        for (std::size_t i = 0; i < entries; ++i)
            table.push_back(static_cast<std::uint8_t>(i % 2 == 0 ? words[i / 2] : words[i / 2] >> 8));
    }
    return table;
}

} // namespace

Rgba Palette::at(int stored) const {
    const int last = static_cast<int>(tables[0].size()) - 1;
    const auto i = static_cast<std::size_t>(std::clamp(stored - first, 0, last));
    return {tables[0][i], tables[1][i], tables[2][i]};
}

std::optional<Palette> parsePalette(const ElementSet& header) {
    Palette palette;
    for (std::size_t colour = 0; colour < 3; ++colour) {
        const std::vector<std::uint16_t> descriptor = header.words(kDescriptors[colour]);
        if (descriptor.size() < 3) return std::nullopt;
        const std::size_t entries = descriptor[0] == 0 ? 65536 : descriptor[0]; // C.7.6.3.1.5
        palette.first = descriptor[1];
        palette.tables[colour] = tableOf(header.words(kTables[colour]), entries, descriptor[2]);
        if (palette.tables[colour].empty()) return std::nullopt;
        if (palette.tables[colour].size() != palette.tables[0].size()) return std::nullopt;
    }
    return palette;
}

} // namespace hemo::imaging
