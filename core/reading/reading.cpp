#include "core/reading/reading.h"

#include <cstring>
#include <span>

namespace hemo {
namespace {

/// FNV-1a (Fowler, Noll and Vo), eight bytes at a time.
class Fingerprint {
public:
    void add(std::uint64_t value) { m_sum = (m_sum ^ value) * 0x100000001b3ull; }
    void add(double value) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        add(bits);
    }
    void add(PatientPoint p) {
        add(p.x);
        add(p.y);
        add(p.z);
    }
    void add(std::span<const std::int16_t> values) {
        while (values.size() >= 4) {
            std::uint64_t four = 0;
            std::memcpy(&four, values.data(), sizeof four);
            add(four);
            values = values.subspan(4);
        }
        for (const std::int16_t value : values)
            add(static_cast<std::uint64_t>(static_cast<std::uint16_t>(value)));
    }
    std::uint64_t sum() const { return m_sum; }

private:
    std::uint64_t m_sum = 0xcbf29ce484222325ull;
};

constexpr int kRowStep = 8;

} // namespace

const VolumePtr& shownVolume(const Reading& reading) {
    return reading.preview ? reading.preview : reading.volume;
}

VolumePtr shownRegular(const Reading& reading) {
    return reading.preview ? nullptr : reading.regular;
}

const Marks& marksOf(const Reading& reading) {
    return reading.handwork.now().marks;
}

const Review& reviewOf(const Reading& reading) {
    return reading.handwork.now().review;
}

bool isWhole(const Reading& reading) {
    return reading.volume && !reading.preview;
}

std::optional<int> currentSlice(const Reading& reading) {
    const VolumePtr& volume = shownVolume(reading);
    if (!volume) return std::nullopt;
    return volume->grid().nearestSlice(reading.look->place);
}

std::optional<MissedLevel> missedHere(const Reading& reading) {
    const VolumePtr& volume = shownVolume(reading);
    if (!volume || !reading.look->isLed) return std::nullopt;
    return missedLevel(volume->grid(), reading.look->place);
}

std::size_t bytesOf(const Reading& reading) {
    const auto bytes = [](const VolumePtr& volume) {
        return volume ? volume->voxels().size_bytes() : std::size_t{0};
    };
    return bytes(reading.volume) + (reading.regular == reading.volume ? 0 : bytes(reading.regular));
}

std::uint64_t fingerprintOf(const Volume& volume) {
    const Grid& grid = volume.grid();
    Fingerprint print;
    for (const int size : {grid.columns(), grid.rows(), grid.slices()})
        print.add(static_cast<std::uint64_t>(size));
    for (const PatientPoint p : grid.slicePositions())
        print.add(p);
    print.add(PatientPoint{} + grid.rowDirection() * grid.columnSpacingMm());
    print.add(PatientPoint{} + grid.columnDirection() * grid.rowSpacingMm());
    const auto columns = static_cast<std::size_t>(grid.columns());
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = k % kRowStep; j < grid.rows(); j += kRowStep)
            print.add(volume.slice(k).subspan(static_cast<std::size_t>(j) * columns, columns));
    return print.sum();
}

} // namespace hemo
