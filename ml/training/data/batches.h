#pragma once

#include "ml/training/data/draw_patients.h"
#include "ml/training/data/picture_set.h"

#include <array>
#include <cstdint>
#include <random>
#include <vector>

namespace hemo::ml {

/// One slice of one patient.
struct Example {
    const Patient* patient = nullptr;
    std::size_t slice = 0;
    std::uint32_t chance = 0; ///< seed of what chance makes of it this time
    const Picture& picture() const { return patient->pictures[slice]; }
};

/// Deals examples so that every two batches hold as many of each source and label: otherwise the network
/// learns which hospital a picture comes from, since every PHE-SICH patient bleeds. Bleeds come oftener than
/// they are: a fifth of RSNA's slices have one. Each group is gone
/// through in a new random order before anything comes twice. Near positives are never dealt.
class Batches {
public:
    static constexpr std::size_t kBatchSize = 8; ///< half of what the shares add up to
    /// CT-ICH without and with a bleed, PHE-SICH without and with, drawn bleeds, drawn mimics, single slices
    /// (RSNA's) without and with.
    using Shares = std::array<std::size_t, 8>;
    static constexpr Shares kShares{5, 5, 3, 3, 0, 0, 0, 0}, kSharesWithDrawn{4, 4, 2, 3, 3, 0, 0, 0},
        kSharesWithMimics{3, 4, 2, 2, 3, 2, 0, 0}, kSharesMostlyDrawn{4, 2, 2, 1, 5, 2, 0, 0};
    /// The same where there are single slices: a third is theirs, what is drawn stays.
    static constexpr Shares kThreeSources{3, 3, 2, 2, 0, 0, 3, 3}, kThreeWithDrawn{2, 3, 1, 2, 3, 0, 2, 3},
        kThreeWithMimics{2, 2, 1, 1, 3, 2, 2, 3}, kThreeMostlyDrawn{2, 1, 1, 1, 5, 2, 2, 2};

    /// Keeps pointers into `patients`. Of drawn ones only the slices that show what was drawn are dealt: the
    /// rest is there as it was.
    Batches(const std::vector<const Patient*>& patients, std::uint32_t seed,
            Emphasis emphasis = Emphasis::Real);

    /// The fewest slices that a batch has, where some groups are empty.
    std::size_t leastBatch() const;
    /// Batches in a round that sees as many real examples as there are.
    std::size_t perEpoch() const { return m_examples / kBatchSize; }
    std::vector<Example> next();

private:
    struct Group {
        std::vector<Example> examples;
        std::size_t dealt = 0;
    };
    std::vector<Example> round();
    std::uint32_t nextChance();

    Shares sharesFor(Emphasis emphasis) const;

    std::array<Group, kShares.size()> m_groups;
    std::vector<Example> m_second; ///< the other half of the round whose first half was dealt
    Shares m_shares = kShares;
    std::size_t m_examples = 0;
    std::mt19937 m_random;
    std::uint64_t m_chance; ///< where the next example's seed is drawn from
};

} // namespace hemo::ml
