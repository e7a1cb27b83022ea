#pragma once

#include "core/imaging/source/zip_archive.h"
#include "tests/support/damage.h"
#include "tests/support/made_zip.h"
#include "tests/unit/imaging/imaging_test.h"

#include <random>

namespace hemo::testing {

namespace fs = std::filesystem;
using imaging::ZipArchive;

inline Error errorOf(const fs::path& path) {
    const auto contents = scanFolder(path, {});
    if (!contents) return contents.error();
    ADD_FAILURE() << "the scan did not fail";
    return {};
}

inline FolderContents scanned(const fs::path& path) {
    auto contents = scanFolder(path, {});
    if (contents) return *contents;
    ADD_FAILURE() << contents.error().message;
    return {};
}

inline std::string sliceBytes(double zMm, int instanceNumber) {
    const TempFolder folder;
    RawDicom::ctSlice(zMm, instanceNumber).write(folder.path() / "slice");
    return readBytes(folder.path() / "slice");
}

/// Two good slices, then `more`: scanned from an archive of its own.
inline FolderContents scannedBesideTwoSlices(MadeMember more) {
    const TempFolder folder;
    MadeZip()
        .add("a", sliceBytes(0, 1))
        .add("b", sliceBytes(5, 2))
        .add(std::move(more))
        .write(folder.path() / "zip");
    return scanned(folder.path() / "zip");
}

inline int openDescriptors() {
    int count = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator("/proc/self/fd"))
        ++count;
    return count;
}

/// Bytes in memory that say how many of them were read.
class CountedBytes : public imaging::ByteSource {
public:
    CountedBytes(std::string bytes, std::size_t& count) : m_bytes(std::move(bytes)), m_count(count) {}
    std::uint64_t size() const override { return m_bytes.size(); }
    bool read(std::uint64_t offset, std::span<std::byte> target) override {
        if (offset > m_bytes.size() || target.size() > m_bytes.size() - offset) return false;
        std::copy_n(m_bytes.data() + offset, target.size(), reinterpret_cast<char*>(target.data()));
        m_count += target.size();
        return true;
    }

private:
    std::string m_bytes;
    std::size_t& m_count;
};

inline auto opened(const std::string& bytes) {
    static std::size_t ignored;
    return ZipArchive::open(std::make_unique<CountedBytes>(bytes, ignored));
}

inline std::string noise(std::size_t size) {
    std::mt19937 random(7);
    std::string bytes(size, '\0');
    for (char& c : bytes)
        c = static_cast<char>(random());
    return bytes;
}

inline std::string asString(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace hemo::testing
