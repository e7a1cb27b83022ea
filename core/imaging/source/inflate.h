#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace hemo::imaging {

/// Undoes one deflate stream piece by piece. One thread.
class Inflater {
public:
    enum class Wrapper { None, Zlib }; ///< RFC 1951, RFC 1950
    enum class Step { More, End, Damaged };
    struct Progress {
        Step step = Step::More; ///< More: all of the input is used up, or all of the room
        std::size_t consumed = 0, produced = 0;
    };

    /// May throw std::bad_alloc.
    explicit Inflater(Wrapper wrapper = Wrapper::None);
    ~Inflater();
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    Progress run(std::span<const std::byte> in, std::span<std::byte> out);

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

/// Fills all of `plain` from a bare stream. False where the stream is damaged or holds more or less than
/// that. Twice as fast as going piece by piece. May throw std::bad_alloc.
bool inflateWhole(std::span<const std::byte> packed, std::span<std::byte> plain);

/// True where so many compressed bytes can hold as many plain ones as they claim, and where an image could:
/// what is compressed further than any picture is a trap.
bool isJustified(std::uint64_t compressedSize, std::uint64_t claimedSize);

/// CRC-32 as ZIP has it; goes on from the checksum of the bytes before.
std::uint32_t checksum(std::span<const std::byte> bytes, std::uint32_t before = 0);

} // namespace hemo::imaging
