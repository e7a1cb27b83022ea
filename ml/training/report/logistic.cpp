#include "ml/training/report/logistic.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hemo::ml {
namespace {

using Row = std::vector<double>;

/// Solves a symmetric positive definite system by elimination; the prior keeps it well conditioned.
Row solve(std::vector<Row> matrix, Row right) {
    const std::size_t n = right.size();
    for (std::size_t pivot = 0; pivot < n; ++pivot)
        for (std::size_t r = pivot + 1; r < n; ++r) {
            const double factor = matrix[r][pivot] / matrix[pivot][pivot];
            for (std::size_t c = pivot; c < n; ++c)
                matrix[r][c] -= factor * matrix[pivot][c];
            right[r] -= factor * right[pivot];
        }
    for (std::size_t r = n; r-- > 0;) {
        for (std::size_t c = r + 1; c < n; ++c)
            right[r] -= matrix[r][c] * right[c];
        right[r] /= matrix[r][r];
    }
    return right;
}

/// The negative log posterior and, where asked for, its slope and curvature. Parameters: weights, then
/// offset.
struct Posterior {
    double value = 0;
    Row slope;
    std::vector<Row> curvature;
};

Posterior posteriorAt(const Row& at, const std::vector<LogisticCase>& cases, const LogisticPrior& prior) {
    const std::size_t n = at.size();
    Posterior p{0, Row(n, 0.0), std::vector<Row>(n, Row(n, 0.0))};
    for (std::size_t i = 0; i < n; ++i) {
        const bool isOffset = i + 1 == n;
        const double spread = isOffset ? prior.offsetSpread : prior.weightSpread;
        const double away = at[i] - (isOffset ? prior.mean.offset : prior.mean.weights[i]);
        p.value += away * away / (2 * spread * spread);
        p.slope[i] = away / (spread * spread);
        p.curvature[i][i] = 1 / (spread * spread);
    }
    Row x(n, 1.0);
    for (const LogisticCase& c : cases) {
        std::copy(c.features.begin(), c.features.end(), x.begin());
        const double logOdds = std::inner_product(x.begin(), x.end(), at.begin(), 0.0);
        const double probability = sigmoid(logOdds), error = probability - (c.isPositive ? 1 : 0);
        const double toward = c.isPositive ? -logOdds : logOdds;
        p.value += toward > 0 ? toward + std::log1p(std::exp(-toward)) : std::log1p(std::exp(toward));
        const double weight = probability * (1 - probability);
        for (std::size_t i = 0; i < n; ++i) {
            p.slope[i] += error * x[i];
            for (std::size_t j = 0; j < n; ++j)
                p.curvature[i][j] += weight * x[i] * x[j];
        }
    }
    return p;
}

} // namespace

double LogisticModel::logOdds(const std::vector<double>& features) const {
    return std::inner_product(features.begin(), features.end(), weights.begin(), offset);
}

LogisticModel fitLogistic(const std::vector<LogisticCase>& cases, const LogisticPrior& prior) {
    Row at = prior.mean.weights;
    at.push_back(prior.mean.offset);
    Posterior here = posteriorAt(at, cases, prior);
    for (int round = 0; round < 100; ++round) {
        const Row step = solve(here.curvature, here.slope);
        double largest = 0, length = 1;
        for (const double s : step)
            largest = std::max(largest, std::abs(s));
        if (largest < 1e-10) break;
        for (; length > 1e-6; length /= 2) { // the whole step, or as much of it as leads downhill
            Row next = at;
            for (std::size_t i = 0; i < at.size(); ++i)
                next[i] -= length * step[i];
            Posterior there = posteriorAt(next, cases, prior);
            if (!(there.value <= here.value)) continue;
            at = std::move(next);
            here = std::move(there);
            break;
        }
        if (length <= 1e-6) break;
    }
    LogisticModel model;
    model.offset = at.back();
    at.pop_back();
    model.weights = std::move(at);
    return model;
}

ModelInfo::Calibration fitCalibration(const std::vector<Scored>& logits) {
    constexpr double kSmallestScale = 0.05, kLargestScale = 10;
    std::vector<LogisticCase> cases;
    for (const Scored& s : logits)
        cases.push_back({{s.score}, s.isPositive});
    // The offset may move far: it undoes the balance of the batches.
    const LogisticModel m = fitLogistic(cases, {.mean = {{1}, 0}});
    return {std::clamp(m.weights[0], kSmallestScale, kLargestScale), m.offset};
}

} // namespace hemo::ml
