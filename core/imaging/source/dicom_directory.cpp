#include "core/imaging/source/dicom_directory.h"

#include "core/imaging/header/dicom_header.h"
#include "core/imaging/source/member_names.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>

namespace hemo::imaging {
namespace {

namespace fs = std::filesystem;

using Components = std::vector<std::string>;

/// As two names are compared: in small letters, without the version and the dot that ISO 9660 adds.
std::string plainName(std::string_view name) {
    name = name.substr(0, name.find(';'));
    while (name.ends_with('.'))
        name.remove_suffix(1);
    std::string plain(name);
    std::transform(plain.begin(), plain.end(), plain.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return plain;
}

/// "im000.dcm" is "im000". A name of digits and dots alone, as UIDs are, has no ending.
std::string withoutEnding(const std::string& name) {
    constexpr std::size_t kLongest = 6; // with the dot
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos || dot == 0 || name.size() - dot > kLongest) return name;
    const bool isNumber = name.find_first_not_of("0123456789", dot + 1) == std::string::npos;
    return isNumber ? name : name.substr(0, dot);
}

/// What lies in a folder, by plain name. Folders are listed once.
class Folders {
public:
    /// Where `components` lead to below `folder`.
    std::optional<fs::path> find(fs::path folder, std::span<const std::string> components) {
        for (std::size_t i = 0; i < components.size(); ++i) {
            const auto& names = namesIn(folder);
            const auto name = names.find(plainName(components[i]));
            const bool isLast = i + 1 == components.size();
            const auto entry = name != names.end() ? std::optional(name->second)
                               : isLast            ? withOtherEnding(names, plainName(components[i]))
                                                   : std::nullopt;
            if (!entry) return std::nullopt;
            folder /= *entry;
        }
        std::error_code unknown;
        return fs::is_regular_file(folder, unknown) ? std::optional(folder) : std::nullopt;
    }

    bool has(const fs::path& folder, const std::string& component) {
        return namesIn(folder).contains(plainName(component));
    }

private:
    /// Files get an ending after the directory was written, or lose it: that which DICOM files have, or the
    /// only one that there is.
    static std::optional<std::string> withOtherEnding(const std::map<std::string, std::string>& names,
                                                      const std::string& wanted) {
        const std::string stem = withoutEnding(wanted);
        if (const auto bare = names.find(stem); bare != names.end()) return bare->second;
        for (const std::string& start : {wanted, stem})
            for (const char* ending : {".dcm", ".dicom", ".dic", ".ima", ".img"})
                if (const auto file = names.find(start + ending); file != names.end()) return file->second;
        std::optional<std::string> only;
        for (auto name = names.lower_bound(stem + '.'); name != names.end(); ++name) {
            if (!name->first.starts_with(stem + '.')) break;
            if (withoutEnding(name->first) != wanted && withoutEnding(name->first) != stem) continue;
            if (only) return std::nullopt;
            only = name->second;
        }
        return only;
    }

    const std::map<std::string, std::string>& namesIn(const fs::path& folder) {
        const auto [known, isNew] = m_known.try_emplace(folder.native());
        if (!isNew) return known->second;
        std::error_code error;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
             entry.increment(error)) {
            const std::string name = entry->path().filename().native();
            known->second.try_emplace(plainName(name), name);
        }
        return known->second;
    }

    std::map<std::string, std::map<std::string, std::string>> m_known;
};

/// Backslashes separate the components (PS3.3 F.3.2.2); some writers use slashes.
Components componentsOf(const ElementSet& record) {
    Components components;
    for (const std::string& value : record.texts(tag::kReferencedFileId)) {
        for (std::size_t from = 0; from <= value.size();) {
            const std::size_t to = std::min(value.find('/', from), value.size());
            components.push_back(value.substr(from, to - from));
            from = to + 1;
        }
    }
    return components;
}

std::string joined(const Components& components) {
    std::string all;
    for (std::size_t i = 0; i < components.size(); ++i)
        all += (i == 0 ? "" : "/") + components[i];
    return all;
}

/// FFFF is in use, 0 is not (PS3.3 F.3.2.2); without the flag it is.
bool isInUse(const ElementSet& record) {
    return record.word(tag::kRecordInUseFlag).value_or(0xffff) != 0;
}

} // namespace

Result<NamedFiles> filesNamedBy(ByteWindow& directory, const fs::path& folder, const TaskContext& context) {
    const Result<DicomHeader> header = DicomHeader::read(directory);
    if (!header || !header->has(tag::kDirectoryRecordSequence))
        return fail(ErrorCode::Damaged, say("directory.damaged"),
                    header ? "no records" : header.error().detail);
    NamedFiles named;
    Folders folders;
    std::set<std::string> seen;
    for (const ElementSet& record : header->items(tag::kDirectoryRecordSequence)) {
        if (context.cancelled()) return cancelled();
        const Components components = componentsOf(record);
        const std::string name = joined(components);
        if (name.empty() || !isInUse(record) || !seen.insert(name).second) continue;
        if (leadsOut(name)) {
            ++named.leadingOut;
            continue;
        }
        std::span<const std::string> below(components);
        auto file = folders.find(folder, below);
        // The folder was taken out of one that the names begin with.
        if (!folders.has(folder, components.front()))
            while (!file && below.size() > 1) {
                below = below.subspan(1);
                file = folders.find(folder, below);
            }
        if (file)
            named.files.push_back(std::move(*file));
        else
            named.missing.push_back(name);
    }
    return named;
}

} // namespace hemo::imaging
