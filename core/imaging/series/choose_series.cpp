#include "core/imaging/series/choose_series.h"

#include "core/classify/verdict/prediction.h"
#include "core/imaging/series/reconstruction.h"
#include "core/imaging/series/series_hints.h"
#include "core/words/lists.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace hemo::imaging {
namespace {

constexpr double kReadThicknessMm = 5; // what heads are read in, and what the second reader learned from

/// How fit a series is for the second reader, and the words for it.
struct Fitness {
    int against = 0;                 ///< weights of what speaks seriously against it
    int lesser = 0;                  ///< of what does not matter much
    std::vector<Message> objections; ///< the serious ones
    std::vector<Message> facts;      ///< what it is, for the sentence

    void object(int weight, Message why) {
        against += weight;
        objections.push_back(std::move(why));
    }
};

void weighPlane(const SeriesInfo& info, Fitness& fitness) {
    if (!info.slicePlane) {
        fitness.lesser += 60;
    } else if (*info.slicePlane == ViewAxis::Axial) {
        fitness.facts.push_back(say("fact.axial"));
    } else {
        fitness.object(8, *info.slicePlane == ViewAxis::Coronal ? say("objection.coronal")
                                                                : say("objection.sagittal"));
    }
    if (!info.areDirectionsKnown) fitness.object(1, say("objection.sides"));
}

/// 5 mm slices are what heads are read in; thin ones are brought to that. Thicker ones hide small bleeds.
void weighThickness(const SeriesInfo& info, Fitness& fitness) {
    const std::optional<double> stepMm = info.sliceStepMm ? info.sliceStepMm : info.sliceThicknessMm;
    if (!stepMm) {
        fitness.lesser += 40;
        return;
    }
    fitness.facts.push_back(say("fact.thickness", mm(*stepMm)));
    if (*stepMm > 1.6 * kReadThicknessMm)
        fitness.object(2, say("objection.apart", mm(*stepMm)));
    else if (std::abs(*stepMm - kReadThicknessMm) > 1.1)
        fitness.lesser += *stepMm > kReadThicknessMm ? 30 : 10;
}

void weighKernel(const SeriesInfo& info, Fitness& fitness) {
    switch (isForBone(info)) {
    case Hint::Yes:
        fitness.object(4, say("objection.bone_kernel"));
        break;
    case Hint::No:
        fitness.facts.push_back(say("fact.soft_kernel"));
        break;
    case Hint::Unsaid:
        fitness.lesser += 20;
        break;
    }
}

void weighContrast(const SeriesInfo& info, Fitness& fitness) {
    if (isPerfusion(info)) {
        fitness.object(7, say("objection.perfusion"));
        return;
    }
    switch (hasContrast(info)) {
    case Hint::Yes:
        fitness.object(5, say("objection.contrast"));
        break;
    case Hint::No:
        fitness.facts.push_back(say("fact.no_contrast"));
        break;
    case Hint::Unsaid:
        // A scanner names the agent where one is given (PS3.3 C.7.6.4); a research volume says nothing.
        fitness.lesser += 5; // of a pair the one that is called native
        if (info.format == SeriesFormat::Dicom && info.modality == "CT")
            fitness.facts.push_back(say("fact.no_contrast_named"));
        break;
    }
}

void weighMaking(const SeriesInfo& info, Fitness& fitness) {
    const Reconstruction made = reconstructionOf(info);
    if (Message special = specialWords(made); !special.empty())
        fitness.object(7, std::move(special));
    else if (made.isDerived)
        fitness.lesser += 25; // a thick axial series is often made from a thin one
    if (info.isLossy) fitness.lesser += 15;
}

void weighContent(const SeriesInfo& info, Fitness& fitness) {
    if (info.imageCount < kFewestSlices) fitness.object(12, say("objection.few_slices", info.imageCount));
    if (info.modality != "CT" && info.format == SeriesFormat::Dicom)
        fitness.object(3, say("objection.not_ct"));
    switch (isHead(info)) {
    case Hint::No:
        fitness.object(6, say("objection.not_head"));
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

Message whyBest(const Fitness& best, std::size_t count) {
    const bool isOnly = count == 1;
    if (!best.objections.empty())
        return isOnly ? say("best.not_ideal_only", withCommas(best.objections))
                      : say("best.not_ideal", count, withCommas(best.objections));
    if (best.facts.empty()) return isOnly ? say("best.plain_only") : say("best.plain", count);
    return isOnly ? say("best.ideal_only", withCommas(best.facts))
                  : say("best.ideal", withCommas(best.facts), count);
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
    contents.whyBest = count > 0 ? whyBest(ranked.front().fitness, count) : Message();
}

} // namespace hemo::imaging
