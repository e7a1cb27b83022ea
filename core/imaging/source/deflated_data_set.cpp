#include "core/imaging/source/deflated_data_set.h"

#include "core/imaging/source/inflate.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

/// Inflates behind what `plain` holds already. What follows the stream's end is padding.
bool appendInflated(Inflater::Wrapper wrapper, std::span<const std::byte> packed,
                    std::vector<std::byte>& plain) {
    constexpr std::size_t kFirstRoom = 65536;
    const std::size_t begin = plain.size();
    const std::size_t packedSize = packed.size();
    Inflater inflater(wrapper);
    for (std::size_t done = begin;;) {
        const std::size_t grown = std::max(done - begin, std::max(kFirstRoom, 3 * packedSize));
        plain.resize(done + grown);
        const auto progress = inflater.run(packed, std::span(plain).subspan(done));
        packed = packed.subspan(progress.consumed);
        done += progress.produced;
        if (!isJustified(packedSize, done - begin)) return false;
        if (progress.step == Inflater::Step::End) {
            plain.resize(done);
            return true;
        }
        const bool isUsedUp = progress.produced < grown;
        if (progress.step == Inflater::Step::Damaged || isUsedUp) return false;
    }
}

/// Some writers name the transfer syntax and do not deflate: the first element is there, with its VR.
bool isPlain(ByteWindow& file, std::uint64_t dataSetAt) {
    const auto start = file.bytes(dataSetAt, 6);
    if (start.empty()) return false;
    const auto isCapital = [&](std::size_t at) {
        const auto c = std::to_integer<unsigned char>(start[at]);
        return c >= 'A' && c <= 'Z';
    };
    const bool isGroup8 = start[0] == std::byte{8} && start[1] == std::byte{0};
    return isGroup8 && isCapital(4) && isCapital(5);
}

} // namespace

Result<ByteWindow> inflateDataSet(ByteWindow file, const MetaHeader& meta) {
    if (isPlain(file, meta.endsAt)) return file;
    constexpr MessageId kDamaged = "dicom.damaged";
    std::vector<std::byte> packed(static_cast<std::size_t>(file.size() - meta.endsAt));
    std::vector<std::byte> plain(static_cast<std::size_t>(meta.endsAt));
    if (!file.copyTo(0, plain) || !file.copyTo(meta.endsAt, packed))
        return fail(ErrorCode::Damaged, say(kDamaged), "ends early");
    for (const auto wrapper : {Inflater::Wrapper::None, Inflater::Wrapper::Zlib}) {
        plain.resize(static_cast<std::size_t>(meta.endsAt));
        if (appendInflated(wrapper, packed, plain)) return ByteWindow(fromMemory(std::move(plain)));
    }
    return fail(ErrorCode::Damaged, say(kDamaged), "data set does not inflate");
}

} // namespace hemo::imaging
