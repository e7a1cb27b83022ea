#include "tests/fuzz/files_of.h"

#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "core/imaging/read/thumbnail.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string_view>

namespace hemo::fuzz {

namespace fs = std::filesystem;

std::vector<Bytes> partsOf(Bytes input, std::size_t most) {
    const std::string_view between(kSeparator);
    std::vector<Bytes> parts;
    std::string_view rest(reinterpret_cast<const char*>(input.data()), input.size());
    while (parts.size() < most) {
        const std::string_view part = rest.substr(0, rest.find(between));
        parts.emplace_back(reinterpret_cast<const std::uint8_t*>(part.data()), part.size());
        if (part.size() == rest.size()) break;
        rest.remove_prefix(part.size() + between.size());
    }
    return parts;
}

ScratchFolder::ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "hemoscope-fuzz-XXXXXX").string();
    if (!::mkdtemp(name.data())) std::abort();
    m_path = name;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

fs::path ScratchFolder::write(const std::string& name, Bytes bytes) const {
    const fs::path file = m_path / name;
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return file;
}

void ScratchFolder::clear() const {
    for (const auto& entry : fs::directory_iterator(m_path))
        fs::remove_all(entry.path());
}

void openWhole(const fs::path& path) {
    const fs::path paths[] = {path};
    const auto contents = imaging::scanPaths(paths, {});
    if (!contents) {
        if (contents.error().message.empty()) std::abort(); // a user would see nothing
        return;
    }
    for (const SeriesInfo& series : contents->series) {
        imaging::makeThumbnail(series);
        const auto loaded = imaging::loadSeries(series, {}, [](const VolumePtr&) {});
        if (loaded && !loaded->volume) std::abort();
        if (!loaded && loaded.error().message.empty()) std::abort();
    }
}

} // namespace hemo::fuzz
