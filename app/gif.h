#pragma once

#include <QByteArray>
#include <QImage>

#include <chrono>

struct GifFileType;

namespace hemo::ui {

/// Pictures that follow each other over and over, as GIF89a. A picture has 256 colours: where it needs more,
/// greys are kept to within two of 255 and what is coloured as near as that allows. Any thread.
class GifWriter {
public:
    /// All pictures are of this size. `each`: how long one is seen, in whole hundredths of a second.
    GifWriter(QSize size, std::chrono::milliseconds each);
    ~GifWriter();
    GifWriter(const GifWriter&) = delete;
    GifWriter& operator=(const GifWriter&) = delete;

    void add(const QImage& picture);
    /// The whole file; empty where memory was short. Nothing is added afterwards.
    QByteArray finish();

private:
    QByteArray m_bytes;
    QSize m_size;
    int m_hundredths;
    bool m_isSound = true;
    GifFileType* m_gif;
};

} // namespace hemo::ui
