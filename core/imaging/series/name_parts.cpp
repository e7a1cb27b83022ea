#include "core/imaging/series/name_parts.h"

#include "core/imaging/series/reconstruction.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

namespace hemo::imaging {
namespace {

std::string planeWord(const SeriesInfo& info) {
    if (!info.slicePlane) return {};
    switch (*info.slicePlane) {
    case ViewAxis::Axial:
        return "axial";
    case ViewAxis::Coronal:
        return "coronal";
    case ViewAxis::Sagittal:
        return "sagittal";
    }
    return {};
}

std::string reconstructionWords(const SeriesInfo& info) {
    const Reconstruction made = reconstructionOf(info);
    if (const Message special = specialWords(made); !special.empty()) return english(special);
    return made.isDerived ? "derived" : "original";
}

std::string thicknessWords(const SeriesInfo& info) {
    return info.sliceThicknessMm ? english(say("fact.thickness", mm(*info.sliceThicknessMm))) + " thick"
                                 : std::string();
}

std::string acquisitionWords(const SeriesInfo& info) {
    return info.acquisitionNumber ? "acquisition " + std::to_string(*info.acquisitionNumber) : std::string();
}

std::string voltageWords(const SeriesInfo& info) {
    return info.kvp ? std::to_string(std::lround(*info.kvp)) + " kV" : std::string();
}

std::string kernelWords(const SeriesInfo& info) {
    return info.kernel.empty() ? std::string() : "kernel " + info.kernel;
}

std::string sizeWords(const SeriesInfo& info) {
    return std::to_string(info.columns) + " x " + std::to_string(info.rows);
}

using Words = std::function<std::string(const SeriesInfo&)>;

/// What tells parts apart, what matters most first.
const std::vector<Words>& allWords() {
    static const std::vector<Words> kAll{planeWord,        reconstructionWords, kernelWords, thicknessWords,
                                         acquisitionWords, voltageWords,        sizeWords};
    return kAll;
}

bool differ(const std::vector<SeriesInfo*>& parts, const Words& words) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const SeriesInfo* part) { return words(*part) != words(*parts.front()); });
}

void tellApart(const std::vector<SeriesInfo*>& stacks) {
    std::vector<std::string> added(stacks.size());
    for (const Words& words : allWords()) {
        if (!differ(stacks, words)) continue;
        for (std::size_t n = 0; n < stacks.size(); ++n)
            if (const std::string text = words(*stacks[n]); !text.empty()) added[n] += ", " + text;
    }
    std::map<std::string, int> uses;
    for (const std::string& text : added)
        ++uses[text];
    for (std::size_t n = 0; n < stacks.size(); ++n) {
        const bool isAlone = uses[added[n]] == 1 && !added[n].empty();
        stacks[n]->description += added[n] + (isAlone ? "" : ", part " + std::to_string(n + 1));
    }
}

} // namespace

void nameParts(std::vector<SeriesInfo>& series) {
    std::map<std::string, std::vector<SeriesInfo*>> bySeries;
    for (SeriesInfo& info : series) {
        std::vector<SeriesInfo*>& parts = bySeries[info.seriesInstanceUid];
        parts.push_back(&info);
        info.id = info.seriesInstanceUid + "#" + std::to_string(parts.size());
    }
    for (auto& [uid, parts] : bySeries) {
        std::vector<SeriesInfo*> stacks;
        std::copy_if(parts.begin(), parts.end(), std::back_inserter(stacks),
                     [](const SeriesInfo* info) { return info->use == SeriesUse::Volume; });
        if (stacks.size() > 1) tellApart(stacks);
    }
}

} // namespace hemo::imaging
