#include "core/imaging/series/choose_series.h"

#include "core/classify/verdict/prediction.h"
#include "core/imaging/plain_words.h"
#include "core/imaging/series/reconstruction.h"
#include "core/imaging/series/series_hints.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>
#include <tuple>
#include <vector>

namespace hemo::imaging {
namespace {

constexpr double kReadThicknessMm = 5; // what heads are read in, and what the second reader learned from

/// How fit a series is for the second reader, and the words for it.
struct Fitness {
    int against = 0;                     ///< weights of what speaks seriously against it
    int lesser = 0;                      ///< of what does not matter much
    std::vector<std::string> objections; ///< the serious ones
    std::vector<std::string> facts;      ///< what it is, for the sentence

    void object(int weight, const std::string& why) {
        against += weight;
        objections.push_back(why);
    }
};

void weighPlane(const SeriesInfo& info, Fitness& fitness) {
    if (!info.slicePlane) {
        fitness.lesser += 60;
    } else if (*info.slicePlane == ViewAxis::Axial) {
        fitness.facts.push_back("axial");
    } else {
        fitness.object(8, *info.slicePlane == ViewAxis::Coronal ? "coronal slices" : "sagittal slices");
    }
    if (!info.areDirectionsKnown) fitness.object(1, "left and right unknown");
}

/// 5 mm slices are what heads are read in; thin ones are brought to that. Thicker ones hide small bleeds.
void weighThickness(const SeriesInfo& info, Fitness& fitness) {
    const std::optional<double> mm = info.sliceStepMm ? info.sliceStepMm : info.sliceThicknessMm;
    if (!mm) {
        fitness.lesser += 40;
        return;
    }
    fitness.facts.push_back(millimetres(*mm) + " mm");
    if (*mm > 1.6 * kReadThicknessMm)
        fitness.object(2, "slices " + millimetres(*mm) + " mm apart");
    else if (std::abs(*mm - kReadThicknessMm) > 1.1)
        fitness.lesser += *mm > kReadThicknessMm ? 30 : 10;
}

void weighKernel(const SeriesInfo& info, Fitness& fitness) {
    switch (isForBone(info)) {
    case Hint::Yes:
        fitness.object(4, "bone kernel");
        break;
    case Hint::No:
        fitness.facts.push_back("soft kernel");
        break;
    case Hint::Unsaid:
        fitness.lesser += 20;
        break;
    }
}

void weighContrast(const SeriesInfo& info, Fitness& fitness) {
    if (isPerfusion(info)) {
        fitness.object(7, "a perfusion scan");
        return;
    }
    switch (hasContrast(info)) {
    case Hint::Yes:
        fitness.object(5, "with contrast");
        break;
    case Hint::No:
        fitness.facts.push_back("without contrast");
        break;
    case Hint::Unsaid:
        // A scanner names the agent where one is given (PS3.3 C.7.6.4); a research volume says nothing.
        fitness.lesser += 5; // of a pair the one that is called native
        if (info.format == SeriesFormat::Dicom && info.modality == "CT")
            fitness.facts.push_back("no contrast named");
        break;
    }
}

void weighMaking(const SeriesInfo& info, Fitness& fitness) {
    const Reconstruction made = reconstructionOf(info);
    if (const std::string words = specialWords(made); !words.empty())
        fitness.object(7, words);
    else if (made.isDerived)
        fitness.lesser += 25; // a thick axial series is often made from a thin one
    if (info.isLossy) fitness.lesser += 15;
}

void weighContent(const SeriesInfo& info, Fitness& fitness) {
    if (info.imageCount < kFewestSlices)
        fitness.object(12, info.imageCount == 1 ? "one slice only"
                                                : "only " + std::to_string(info.imageCount) + " slices");
    if (info.modality != "CT" && info.format == SeriesFormat::Dicom) fitness.object(3, "not marked as CT");
    switch (isHead(info)) {
    case Hint::No:
        fitness.object(6, "not a plain head scan");
        break;
    case Hint::Unsaid:
        fitness.lesser += 15;
        break;
    case Hint::Yes:
        break;
    }
    const bool hasGap = std::any_of(info.warnings.begin(), info.warnings.end(),
                                    [](const LoadWarning& w) { return w.kind == LoadWarning::Kind::Gap; });
    if (hasGap) fitness.lesser += 20;
}

Fitness fitnessOf(const SeriesInfo& info) {
    Fitness fitness;
    weighContent(info, fitness);
    weighPlane(info, fitness);
    weighThickness(info, fitness);
    weighKernel(info, fitness);
    weighContrast(info, fitness);
    weighMaking(info, fitness);
    return fitness;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::string sentence(const Fitness& best, std::size_t count) {
    const bool isOnly = count == 1;
    if (!best.objections.empty())
        return (isOnly ? std::string("The only series with slices; ")
                       : "The best of " + std::to_string(count) +
                             " series for the second reader, yet not ideal: ") +
               joined(best.objections) + ".";
    const std::string facts = best.facts.empty() ? "" : capitalised(joined(best.facts)) + ": ";
    const std::string rank = isOnly
                                 ? "the only series with slices."
                                 : "the best of " + std::to_string(count) + " series for the second reader.";
    return facts.empty() ? capitalised(rank) : facts + rank;
}

/// Newer studies come first among those that are equally fit: the last scan is the one to be read.
std::string dateKey(const SeriesInfo& info) {
    return info.studyDate + ' ' + info.studyTime;
}

} // namespace

void chooseSeries(FolderContents& contents) {
    struct Ranked {
        SeriesInfo info;
        Fitness fitness;
    };
    std::vector<Ranked> ranked;
    for (SeriesInfo& info : contents.series) {
        Fitness fitness = fitnessOf(info);
        ranked.push_back({std::move(info), std::move(fitness)});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        const auto rank = [](const Ranked& r) {
            return std::tuple(r.info.use != SeriesUse::Volume, r.fitness.against);
        };
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        if (dateKey(a.info) != dateKey(b.info)) return dateKey(a.info) > dateKey(b.info);
        return std::tie(a.fitness.lesser, b.info.imageCount, a.info.seriesNumber, a.info.id) <
               std::tie(b.fitness.lesser, a.info.imageCount, b.info.seriesNumber, b.info.id);
    });
    contents.series.clear();
    for (Ranked& each : ranked)
        contents.series.push_back(std::move(each.info));

    const auto count = static_cast<std::size_t>(
        std::count_if(contents.series.begin(), contents.series.end(),
                      [](const SeriesInfo& s) { return s.use == SeriesUse::Volume; }));
    contents.bestSeriesId = count > 0 ? contents.series.front().id : "";
    contents.whyBest = count > 0 ? sentence(ranked.front().fitness, count) : "";
}

} // namespace hemo::imaging
