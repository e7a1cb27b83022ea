#include "core/imaging/source/member_front.h"

#include "core/imaging/source/inflate.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

/// A member that was not compressed: any place at once.
class StoredFront : public ByteSource {
public:
    explicit StoredFront(std::unique_ptr<PackedBytes> packed)
        : m_packed(std::move(packed)), m_size(m_packed->left()) {}

    std::uint64_t size() const override { return m_size; }

    bool read(std::uint64_t offset, std::span<std::byte> target) override {
        if (offset > m_size || target.size() > m_size - offset) return false;
        return m_packed->seek(offset) && m_packed->read(target);
    }

private:
    std::unique_ptr<PackedBytes> m_packed;
    const std::uint64_t m_size;
};

class DeflatedFront : public ByteSource {
public:
    DeflatedFront(std::unique_ptr<PackedBytes> packed, std::uint64_t size)
        : m_packed(std::move(packed)), m_size(size) {}

    std::uint64_t size() const override { return m_size; }

    bool read(std::uint64_t offset, std::span<std::byte> target) override {
        constexpr std::uint64_t kLongestHeader = 32 << 20; // thousands of frames, each described at length
        if (offset > m_size || target.size() > m_size - offset) return false;
        const std::uint64_t end = offset + target.size();
        if (end > kLongestHeader || !inflateTo(static_cast<std::size_t>(end))) return false;
        std::copy_n(m_plain.begin() + static_cast<std::ptrdiff_t>(offset), target.size(), target.begin());
        return true;
    }

private:
    bool inflateTo(std::size_t end) {
        std::size_t done = m_plain.size();
        if (done >= end) return true;
        m_plain.resize(end);
        auto step = Inflater::Step::More;
        while (done < end && step == Inflater::Step::More && (!m_unused.empty() || readMore())) {
            const auto progress = m_inflater.run(m_unused, std::span(m_plain).subspan(done));
            m_unused = m_unused.subspan(progress.consumed);
            done += progress.produced;
            step = progress.step;
        }
        m_plain.resize(done);
        return done == end;
    }

    bool readMore() {
        constexpr std::uint64_t kAtATime = std::uint64_t{8} * 1024; // most headers are in it
        m_buffer.resize(static_cast<std::size_t>(std::min(kAtATime, m_packed->left())));
        if (m_buffer.empty() || !m_packed->read(m_buffer)) return false;
        m_unused = m_buffer;
        return true;
    }

    std::unique_ptr<PackedBytes> m_packed;
    const std::uint64_t m_size;
    Inflater m_inflater;
    std::vector<std::byte> m_buffer, m_plain;
    std::span<const std::byte> m_unused; // of m_buffer
};

} // namespace

std::unique_ptr<ByteSource> frontOf(std::unique_ptr<PackedBytes> packed, const ZipEntry& entry) {
    if (entry.method == ZipEntry::Method::Stored) return std::make_unique<StoredFront>(std::move(packed));
    return std::make_unique<DeflatedFront>(std::move(packed), entry.size);
}

} // namespace hemo::imaging
