#include "app/gif.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <gif_lib.h>
#include <memory>
#include <unordered_map>
#include <vector>

namespace hemo::ui {
namespace {

constexpr std::size_t kMostColours = 256, kGreys = 128;

int append(GifFileType* gif, const GifByteType* bytes, int count) {
    static_cast<QByteArray*>(gif->UserData)->append(reinterpret_cast<const char*>(bytes), count);
    return count;
}

std::unordered_map<QRgb, std::size_t> countsOf(const QImage& picture) {
    std::unordered_map<QRgb, std::size_t> counts;
    for (int y = 0; y < picture.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            ++counts[line[x] | 0xff000000];
    }
    return counts;
}

/// Every other grey, and of the others those that most pixels have, sixteen steps a channel.
std::vector<QRgb> fewerColours(const std::unordered_map<QRgb, std::size_t>& counts) {
    std::unordered_map<QRgb, std::size_t> coarse;
    for (const auto& [colour, count] : counts) {
        const auto step = [](int channel) { return (channel & 0xf0) + 8; };
        coarse[qRgb(step(qRed(colour)), step(qGreen(colour)), step(qBlue(colour)))] += count;
    }
    std::vector<std::pair<QRgb, std::size_t>> byCount(coarse.begin(), coarse.end());
    std::ranges::sort(byCount, [](const auto& a, const auto& b) {
        return std::pair(a.second, a.first) > std::pair(b.second, b.first); // the same on every run
    });
    std::vector<QRgb> colours;
    for (std::size_t n = 0; n < kGreys; ++n) {
        const int grey = int(n * 255 / (kGreys - 1));
        colours.push_back(qRgb(grey, grey, grey));
    }
    for (std::size_t n = 0; n < byCount.size() && colours.size() < kMostColours; ++n)
        if (const QRgb c = byCount[n].first; qRed(c) != qGreen(c) || qGreen(c) != qBlue(c))
            colours.push_back(c);
    return colours;
}

int nearest(const std::vector<QRgb>& colours, QRgb wanted) {
    const auto away = [wanted](QRgb c) {
        const int red = qRed(c) - qRed(wanted), green = qGreen(c) - qGreen(wanted),
                  blue = qBlue(c) - qBlue(wanted);
        return red * red + green * green + blue * blue;
    };
    return int(std::ranges::min_element(colours, {}, away) - colours.begin());
}

} // namespace

GifWriter::GifWriter(QSize size, std::chrono::milliseconds each)
    : m_size(size), m_hundredths(int(each.count() / 10)), m_gif(EGifOpen(&m_bytes, append, nullptr)) {
    if (!m_gif) return;
    EGifSetGifVersion(m_gif, true);
    // What makes it begin anew: Netscape's extension, which every program knows.
    constexpr std::array<GifByteType, 3> kForEver{1, 0, 0};
    m_isSound = EGifPutScreenDesc(m_gif, size.width(), size.height(), 8, 0, nullptr) == GIF_OK &&
                EGifPutExtensionLeader(m_gif, APPLICATION_EXT_FUNC_CODE) == GIF_OK &&
                EGifPutExtensionBlock(m_gif, 11, "NETSCAPE2.0") == GIF_OK &&
                EGifPutExtensionBlock(m_gif, kForEver.size(), kForEver.data()) == GIF_OK &&
                EGifPutExtensionTrailer(m_gif) == GIF_OK;
}

GifWriter::~GifWriter() {
    finish();
}

void GifWriter::add(const QImage& picture) {
    if (!m_gif || !m_isSound || picture.size() != m_size) {
        m_isSound = false;
        return;
    }
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB32);
    const auto counts = countsOf(rgb);
    std::vector<QRgb> colours;
    if (counts.size() > kMostColours)
        colours = fewerColours(counts);
    else
        for (const auto& [colour, count] : counts)
            colours.push_back(colour);
    std::unordered_map<QRgb, GifPixelType> places;
    for (const auto& [colour, count] : counts)
        places[colour] = GifPixelType(nearest(colours, colour));

    std::array<GifColorType, kMostColours> table{};
    for (std::size_t n = 0; n < colours.size(); ++n)
        table[n] = {GifByteType(qRed(colours[n])), GifByteType(qGreen(colours[n])),
                    GifByteType(qBlue(colours[n]))};
    const std::unique_ptr<ColorMapObject, void (*)(ColorMapObject*)> map(
        GifMakeMapObject(kMostColours, table.data()), GifFreeMapObject);
    std::array<GifByteType, 4> control{};
    const GraphicsControlBlock seen{DISPOSE_DO_NOT, false, m_hundredths, NO_TRANSPARENT_COLOR};
    const auto length = EGifGCBToExtension(&seen, control.data());
    m_isSound = map &&
                EGifPutExtension(m_gif, GRAPHICS_EXT_FUNC_CODE, int(length), control.data()) == GIF_OK &&
                EGifPutImageDesc(m_gif, 0, 0, m_size.width(), m_size.height(), false, map.get()) == GIF_OK;
    std::vector<GifPixelType> row(std::size_t(m_size.width()));
    for (int y = 0; m_isSound && y < m_size.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(rgb.constScanLine(y));
        std::transform(line, line + m_size.width(), row.begin(),
                       [&](QRgb pixel) { return places.at(pixel | 0xff000000); });
        m_isSound = EGifPutLine(m_gif, row.data(), m_size.width()) == GIF_OK;
    }
}

QByteArray GifWriter::finish() {
    if (m_gif && EGifCloseFile(std::exchange(m_gif, nullptr), nullptr) != GIF_OK) m_isSound = false;
    return m_isSound ? m_bytes : QByteArray();
}

} // namespace hemo::ui
