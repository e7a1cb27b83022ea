#include "ml/training/data/batches.h"

#include <algorithm>
#include <utility>

namespace hemo::ml {
namespace {

/// Of a source's slices without a bleed; those with one follow.
std::size_t firstGroupOf(Source source) {
    switch (source) {
    case Source::CtIch:
        return 0;
    case Source::PheSich:
        return 2;
    case Source::Rsna:
        return 6;
    }
    return 0;
}

} // namespace

Batches::Batches(const std::vector<const Patient*>& patients, std::uint32_t seed, Emphasis emphasis)
    : m_random(seed), m_chance(seed) {
    for (const Patient* patient : patients)
        for (std::size_t s = 0; s < patient->pictures.size(); ++s) {
            const Picture& picture = patient->pictures[s];
            if (picture.isNearPositive) continue;
            if (patient->isDrawn) {
                if (picture.hasBleed())
                    m_groups[4].examples.push_back({patient, s});
                else if (picture.showsMimic && !patient->hasBleed())
                    m_groups[5].examples.push_back({patient, s});
                continue;
            }
            m_groups[firstGroupOf(patient->source) + (picture.hasBleed() ? 1 : 0)].examples.push_back(
                {patient, s});
            ++m_examples;
        }
    for (Group& group : m_groups)
        group.dealt = group.examples.size();
    m_shares = sharesFor(emphasis);
}

Batches::Shares Batches::sharesFor(Emphasis emphasis) const {
    const auto has = [&](std::size_t group) { return !m_groups[group].examples.empty(); };
    const bool hasSingles = has(6) || has(7);
    if (has(5) && emphasis == Emphasis::Drawn) return hasSingles ? kThreeMostlyDrawn : kSharesMostlyDrawn;
    if (has(5)) return hasSingles ? kThreeWithMimics : kSharesWithMimics;
    if (has(4)) return hasSingles ? kThreeWithDrawn : kSharesWithDrawn;
    return hasSingles ? kThreeSources : kShares;
}

/// Every second one of a round: a group's share is halved as well as it can be.
std::vector<Example> Batches::next() {
    if (!m_second.empty()) return std::exchange(m_second, {});
    std::vector<Example> first;
    const auto all = round();
    for (std::size_t n = 0; n < all.size(); ++n)
        (n % 2 == 0 ? first : m_second).push_back(all[n]);
    return first;
}

std::size_t Batches::leastBatch() const {
    std::size_t slices = 0;
    for (std::size_t g = 0; g < m_groups.size(); ++g)
        if (!m_groups[g].examples.empty()) slices += m_shares[g];
    return slices / 2;
}

/// SplitMix64 (Steele, Lea and Flood 2014): neighbouring seeds give numbers that have nothing in common.
std::uint32_t Batches::nextChance() {
    std::uint64_t z = m_chance += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return static_cast<std::uint32_t>((z ^ (z >> 31)) >> 32);
}

std::vector<Example> Batches::round() {
    std::vector<Example> batch;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        Group& group = m_groups[g];
        if (group.examples.empty()) continue;
        for (std::size_t n = 0; n < m_shares[g]; ++n) {
            if (group.dealt == group.examples.size()) {
                std::shuffle(group.examples.begin(), group.examples.end(), m_random);
                group.dealt = 0;
            }
            batch.push_back(group.examples[group.dealt++]);
            batch.back().chance = nextChance();
        }
    }
    return batch;
}

} // namespace hemo::ml
