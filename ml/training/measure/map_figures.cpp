#include "ml/training/measure/map_figures.h"

#include "ml/training/report/bootstrap.h"
#include "ml/training/report/text.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

namespace hemo::ml {
namespace {

constexpr double kLargeMm2 = 100, kNearMm = 10;
constexpr std::uint32_t kSeed = 1;

/// From the middle of the hottest map pixel to the nearest pixel inside, less half that pixel's diagonal.
std::optional<double> distanceToInside(const Plane& map, const Plane& inside, double pixelMm) {
    const auto hottest = std::max_element(map.values.begin(), map.values.end());
    if (*hottest <= 0) return std::nullopt;
    const auto at = static_cast<int>(hottest - map.values.begin());
    const double scale = double(inside.width) / map.width;
    const double x = (at % map.width + 0.5) * scale - 0.5, y = (at / map.width + 0.5) * scale - 0.5;
    double nearest = std::hypot(inside.width, inside.height);
    for (int j = 0; j < inside.height; ++j)
        for (int i = 0; i < inside.width; ++i)
            if (inside.at(i, j) > 0) nearest = std::min(nearest, std::hypot(i - x, j - y));
    return std::max(0.0, nearest - std::sqrt(0.5)) * pixelMm;
}

/// Pixels inside and outside the bleed, by the highest threshold that they are over.
struct Histogram {
    std::array<double, kMapThresholds + 1> inside{}, outside{};
};

Histogram histogramOf(const Plane& fine, const Plane& inside, HeatUnit unit) {
    std::array<double, kMapThresholds> thresholds{};
    for (std::size_t n = 0; n < thresholds.size(); ++n)
        thresholds[n] = mapThreshold(unit, n);
    Histogram histogram;
    for (std::size_t v = 0; v < fine.values.size(); ++v) {
        const auto over = std::upper_bound(thresholds.begin(), thresholds.end(), double(fine.values[v]));
        const auto bin = static_cast<std::size_t>(over - thresholds.begin());
        (inside.values[v] > 0 ? histogram.inside : histogram.outside)[bin] += 1;
    }
    return histogram;
}

using Value = std::function<double(std::size_t map)>;

/// One group of maps: same source, same method.
class Group {
public:
    explicit Group(std::vector<const ScoredMap*> maps) : m_maps(std::move(maps)) {
        std::map<std::string, std::size_t> index;
        for (const ScoredMap* m : m_maps)
            m_patientOf.push_back(index.emplace(m->patient, index.size()).first->second);
        m_patients = index.size();
    }
    std::size_t patients() const { return m_patients; }
    std::size_t slices() const { return m_maps.size(); }
    const std::vector<const ScoredMap*>& maps() const { return m_maps; }

    /// Mean over the slices that count, patients resampled.
    std::string mean(const Value& value, const std::function<bool(const ScoredMap&)>& counts) const {
        const Resamples resamples(std::vector<std::string>(m_patients, "all"), kResamples, kSeed);
        const auto statistic = [&](Weights weights) -> std::optional<double> {
            double sum = 0, count = 0;
            for (std::size_t m = 0; m < m_maps.size(); ++m) {
                if (!counts(*m_maps[m])) continue;
                sum += weights[m_patientOf[m]] * value(m);
                count += weights[m_patientOf[m]];
            }
            if (count == 0) return std::nullopt;
            return sum / count;
        };
        return estimateText(resamples.estimate(statistic), 2);
    }

private:
    std::vector<const ScoredMap*> m_maps;
    std::vector<std::size_t> m_patientOf;
    std::size_t m_patients = 0;
};

bool isEvery(const ScoredMap&) {
    return true;
}
bool isLarge(const ScoredMap& map) {
    return map.areaMm2 > kLargeMm2;
}
bool isShown(const ScoredMap& map) {
    return map.isShown;
}

std::vector<std::string> rowOf(const Group& group) {
    const auto& maps = group.maps();
    const auto hits = [&](double withinMm) -> Value {
        return [&maps, withinMm](std::size_t m) {
            const auto& distance = maps[m]->score.distanceMm;
            return distance && *distance <= withinMm ? 1.0 : 0.0;
        };
    };
    const auto isEmpty = [&maps](std::size_t m) { return maps[m]->score.distanceMm ? 0.0 : 1.0; };
    LeftOutDice left = diceLeavingPatientsOut(maps);
    auto& chosen = left.thresholds;
    const auto middle = chosen.begin() + static_cast<std::ptrdiff_t>(chosen.size() / 2);
    std::nth_element(chosen.begin(), middle, chosen.end());
    const double threshold = mapThreshold(heatUnit(maps.front()->explanation), *middle);
    const auto energy = [&](std::size_t m) { return maps[m]->score.energyInside; };
    return {english(explanationName(maps.front()->explanation)),
            group.mean(hits(0), isEvery),
            group.mean(hits(kNearMm), isEvery),
            group.mean(hits(0), isLarge),
            group.mean(hits(kNearMm), isLarge),
            group.mean(hits(0), isShown),
            group.mean(isEmpty, isShown),
            group.mean(energy, isEvery),
            group.mean([&](std::size_t m) { return left.dice[m]; }, isEvery),
            numberText(threshold, 2)};
}

std::string tableOf(const std::vector<ScoredMap>& maps, Source source, bool isLearned) {
    TextTable table({"method", "hottest place inside", "within 10 mm", "inside, over 1 cm2",
                     "within 10 mm, over 1 cm2", "inside, over the threshold", "no heat, over the threshold",
                     "energy inside", "Dice", "over"});
    std::string title;
    for (const Explanation explanation : kExplanations) {
        std::vector<const ScoredMap*> of;
        for (const ScoredMap& m : maps)
            if (m.explanation == explanation && m.source == source && m.isLearned == isLearned)
                of.push_back(&m);
        if (of.empty()) continue;
        const Group group(of);
        const auto count = [&](bool (*counts)(const ScoredMap&)) {
            return std::to_string(
                std::count_if(of.begin(), of.end(), [&](const ScoredMap* m) { return counts(*m); }));
        };
        title = std::string(sourceName(source)) + ", patients the network had " +
                (isLearned ? "LEARNED FROM" : "never seen") + ": " + std::to_string(group.slices()) +
                " slices of " + std::to_string(group.patients()) + " patients, " + count(isLarge) +
                " with over 1 cm2 outlined, " + count(isShown) + " over the threshold\n\n";
        table.add(rowOf(group));
    }
    return table.isEmpty() ? std::string() : title + table.text() + "\n";
}

} // namespace

double mapThreshold(HeatUnit unit, std::size_t n) {
    if (unit == HeatUnit::Relative) return double(n + 1) / (kMapThresholds + 1);
    return 0.05 * std::pow(1.14, double(n)); // to 24
}

MapScore scoreMap(const Plane& map, const Plane& inside, double fieldMm, HeatUnit unit) {
    MapScore score;
    score.distanceMm = distanceToInside(map, inside, fieldMm / inside.width);
    const Plane fine = resamplePlane(map, AxisMap::fit(map.width, inside.width), inside.width,
                                     AxisMap::fit(map.height, inside.height), inside.height, 0);
    double sum = 0, sumInside = 0, bleed = 0;
    for (std::size_t v = 0; v < fine.values.size(); ++v) {
        sum += fine.values[v];
        if (inside.values[v] > 0) ++bleed, sumInside += fine.values[v];
    }
    score.energyInside = sum > 0 ? sumInside / sum : 0;
    const Histogram histogram = histogramOf(fine, inside, unit);
    double both = 0, over = 0;
    for (std::size_t n = kMapThresholds; n-- > 0;) {
        both += histogram.inside[n + 1];
        over += histogram.inside[n + 1] + histogram.outside[n + 1];
        score.dice[n] = over + bleed > 0 ? 2 * both / (over + bleed) : 0;
    }
    return score;
}

LeftOutDice diceLeavingPatientsOut(const std::vector<const ScoredMap*>& maps) {
    using Sums = std::array<double, kMapThresholds>;
    std::map<std::string, Sums> sumOf;
    Sums all{};
    for (const ScoredMap* m : maps)
        for (std::size_t n = 0; n < kMapThresholds; ++n) {
            sumOf[m->patient][n] += m->score.dice[n];
            all[n] += m->score.dice[n];
        }
    LeftOutDice left;
    for (const ScoredMap* m : maps) {
        Sums others{};
        for (std::size_t n = 0; n < kMapThresholds; ++n)
            others[n] = all[n] - sumOf[m->patient][n];
        const auto best =
            static_cast<std::size_t>(std::max_element(others.begin(), others.end()) - others.begin());
        left.dice.push_back(m->score.dice[best]);
        left.thresholds.push_back(best);
    }
    return left;
}

std::string mapTables(const std::vector<ScoredMap>& maps) {
    std::string text;
    for (const bool isLearned : {false, true})
        for (const Source source : kSources)
            text += tableOf(maps, source, isLearned);
    return text;
}

} // namespace hemo::ml
