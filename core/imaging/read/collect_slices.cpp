#include "core/imaging/read/collect_slices.h"

#include "core/imaging/parallel.h"
#include "core/imaging/source/dicom_directory.h"
#include "core/imaging/source/file_kind.h"
#include "core/imaging/source/open_image.h"
#include "core/imaging/volume_files/volume_file.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace hemo::imaging {
namespace {

namespace fs = std::filesystem;

/// What became of one file.
struct Outcome {
    FileKind kind = FileKind::Object;
    std::vector<SliceHeader> slices;    ///< several where it holds several frames
    std::unique_ptr<SeriesInfo> volume; ///< of a NIfTI, NRRD or MetaImage file
    std::optional<ErrorCode> trouble;
};

/// Without its folders.
std::string nameOf(const ImagePlace& place) {
    if (place.member.empty()) return place.file.filename().native();
    return place.member.substr(place.member.find_last_of("/\\") + 1);
}

/// The front of an archive's member does not tell how long it is: those are opened whole.
void lookAtVolume(const ImagePlace& place, ByteWindow& front, OpenedArchives& archives, Outcome& outcome) {
    if (!startsAsVolumeFile(front)) return;
    auto whole = openImage(place, archives);
    auto volume = whole ? describeVolumeFile(place, *whole) : tl::unexpected(whole.error());
    if (volume)
        outcome.volume = std::make_unique<SeriesInfo>(std::move(*volume));
    else
        outcome.trouble = volume.error().code;
}

Outcome lookAt(const ImagePlace& place, OpenedArchives& archives) {
    Outcome outcome;
    auto bytes = openHeader(place, archives);
    if (!bytes) {
        outcome.trouble = bytes.error().code;
        return outcome;
    }
    outcome.kind = kindOf(*bytes, nameOf(place));
    if (outcome.kind != FileKind::Object) return outcome;
    if (auto slices = parseSliceHeaders(place, *bytes))
        outcome.slices = std::move(*slices);
    else
        outcome.trouble = slices.error().code;
    if (outcome.trouble) lookAtVolume(place, *bytes, archives, outcome);
    return outcome;
}

/// Files give more files: archives their members, a DICOMDIR what it names. These go to the end of one queue,
/// which is worked off some thousands at a time: what is known of a file takes less room than its reading.
class Collector {
public:
    explicit Collector(const TaskContext& context) : m_context(context) {}

    Result<CollectedSlices> run(FoundFiles found) {
        m_collected.tally.foldersDenied = found.foldersDenied;
        m_collected.tally.linksLeft = found.linksLeft;
        m_collected.tally.notFound = std::move(found.notFound);
        for (const FoundFile& file : found.files)
            if (file.isAskedFor) m_known.insert(file.place.file.native());
        m_queue = std::move(found.files);
        while (m_done < m_queue.size())
            if (!workOffSome()) return cancelled();
        countFruitlessArchives();
        return std::move(m_collected);
    }

private:
    struct Members {
        int all = 0, noImage = 0;
    };

    bool workOffSome();
    Progress progressOver(std::size_t count);
    void take(const FoundFile& file, Outcome outcome);
    void openArchive(const fs::path& path);
    void openDirectory(const fs::path& path);
    void count(const ImagePlace& place, Outcome outcome);
    void countFruitlessArchives();

    const TaskContext& m_context;
    OpenedArchives m_archives;
    CollectedSlices m_collected;
    std::vector<FoundFile> m_queue;
    std::size_t m_done = 0;                  // of m_queue
    std::unordered_set<std::string> m_known; // files that were asked for or named, so that none comes twice
    std::unordered_map<std::string, Members> m_members; // by archive
    double m_progress = 0;
};

/// False where it was stopped.
bool Collector::workOffSome() {
    constexpr std::size_t kAtATime = 4096;
    const std::size_t count = std::min(kAtATime, m_queue.size() - m_done);
    std::vector<Outcome> outcomes(count);
    const bool isRead = forEachIndex(count, m_context, progressOver(count), [&](std::size_t i) {
        outcomes[i] = lookAt(m_queue[m_done + i].place, m_archives);
    });
    if (!isRead) return false;
    m_collected.slices.reserve(std::max(m_collected.slices.capacity(), m_queue.size()));
    for (Outcome& outcome : outcomes) {
        if (m_context.cancelled()) return false;
        const FoundFile file = std::exchange(m_queue[m_done++], {}); // the queue may move
        take(file, std::move(outcome));
    }
    return !m_context.cancelled(); // what was stopped on the way looks like damage
}

/// How many files will follow is not known: few often stand for many, many for themselves.
Progress Collector::progressOver(std::size_t count) {
    constexpr double kAll = 0.8, kMayFollow = 32;
    const double from = m_progress;
    const auto left = static_cast<double>(m_queue.size() - m_done);
    m_progress += (kAll - from) * static_cast<double>(count) / (left + kMayFollow);
    return {say("stage.files"), from, m_progress};
}

void Collector::take(const FoundFile& file, Outcome outcome) {
    const bool isMember = !file.place.member.empty();
    switch (outcome.kind) {
    case FileKind::ZipArchive:
        if (isMember)
            ++m_collected.tally.archivesNested;
        else
            openArchive(file.place.file);
        return;
    case FileKind::DicomDirectory:
        // In a folder or an archive the files that it names are looked at anyway.
        if (file.isAskedFor) openDirectory(file.place.file);
        return;
    case FileKind::Object:
        count(file.place, std::move(outcome));
    }
}

void Collector::openArchive(const fs::path& path) {
    FileTally& tally = m_collected.tally;
    const auto archive = m_archives.archive(path, m_context);
    if (!archive) {
        const ErrorCode code = archive.error().code;
        (code == ErrorCode::Unsupported ? tally.archivesSplit : tally.archivesDamaged) += 1;
        return;
    }
    const ZipListing& listing = (*archive)->listing();
    ++tally.archives;
    tally.encrypted += listing.encrypted;
    tally.unknownMethod += listing.unknownMethod;
    tally.leadingOut += listing.leadingOut;
    tally.impossible += listing.impossible;
    for (const std::string& member : listing.members)
        m_queue.push_back({ImagePlace{path, member, 0}, false});
}

void Collector::openDirectory(const fs::path& path) {
    FileTally& tally = m_collected.tally;
    auto bytes = openHeader(ImagePlace{path, {}, 0}, m_archives);
    auto named = bytes ? filesNamedBy(*bytes, path.parent_path(), m_context)
                       : Result<NamedFiles>(tl::unexpected(bytes.error()));
    ++tally.directories;
    if (!named) {
        ++tally.directoriesDamaged;
        return;
    }
    tally.namedOutside += named->leadingOut;
    std::move(named->missing.begin(), named->missing.end(), std::back_inserter(tally.namedMissing));
    for (fs::path& file : named->files)
        if (m_known.insert(file.native()).second)
            m_queue.push_back({ImagePlace{std::move(file), {}, 0}, true});
}

void Collector::count(const ImagePlace& place, Outcome outcome) {
    FileTally& tally = m_collected.tally;
    Members* members = place.member.empty() ? nullptr : &m_members[place.file.native()];
    ++tally.seen;
    if (members) ++members->all;
    if (!outcome.slices.empty()) {
        std::move(outcome.slices.begin(), outcome.slices.end(), std::back_inserter(m_collected.slices));
    } else if (outcome.volume) {
        m_collected.volumes.push_back(std::move(*outcome.volume));
    } else if (outcome.trouble == ErrorCode::NoPermission) {
        ++tally.denied;
        tally.deniedName = nameOf(place);
    } else if (outcome.trouble == ErrorCode::Damaged) {
        ++tally.damaged;
        tally.damagedName = nameOf(place);
    } else if (outcome.trouble == ErrorCode::Unsupported) {
        ++tally.unsupported;
        tally.unsupportedName = nameOf(place);
    } else {
        ++tally.noImage; // no DICOM, no image, or gone since it was listed
        if (members) ++members->noImage;
    }
}

/// An office document is an archive too: where no member is an image it counts as the one file that it is.
void Collector::countFruitlessArchives() {
    for (const auto& [archive, members] : m_members) {
        if (members.noImage < members.all) continue;
        m_collected.tally.seen -= members.all - 1;
        m_collected.tally.noImage -= members.all - 1;
    }
}

} // namespace

Result<CollectedSlices> collectSlices(std::span<const fs::path> paths, const TaskContext& context) {
    Result<FoundFiles> found = findFiles(paths, context);
    if (!found) return tl::unexpected(found.error());
    return Collector(context).run(std::move(*found));
}

} // namespace hemo::imaging
