#include "tests/unit/ml/report/made_answers.h"

#include <random>

namespace hemo::test {

ml::PatientAnswers madePatient(const std::string& source, const std::string& id, int fold,
                               const std::vector<double>& logits, const std::vector<bool>& bleeds) {
    ml::PatientAnswers patient{id, source, {}, fold};
    for (std::size_t s = 0; s < logits.size(); ++s) {
        ml::PatientAnswers::Slice slice;
        slice.logits[0] = logits[s];
        slice.known = {1, 1, 1, 1, 1, 1};
        if (s < bleeds.size() && bleeds[s]) slice.labels = {1, 0, 0, 0, 0, 1}; // subdural
        patient.slices.push_back(slice);
    }
    return patient;
}

std::vector<ml::PatientAnswers> madeAnswers(int patientsPerFold, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> spread(0, 1);
    std::vector<ml::PatientAnswers> all;
    for (int n = 0; n < 5 * patientsPerFold; ++n)
        for (const std::string source : {"bleeds", "mixed"}) {
            const bool hasBleed = source == "bleeds" || n % 2 == 0;
            // Two normal distributions 2 apart with a spread of 1: log-odds = 2 (x - 1) at even odds.
            std::vector<double> logits;
            std::vector<bool> bleeds;
            for (int slice = 0; slice < 20; ++slice) {
                bleeds.push_back(hasBleed && slice >= 8 && slice < 12);
                logits.push_back(2 * (spread(random) + (bleeds.back() ? 2 : 0) - 1));
            }
            all.push_back(madePatient(source, std::to_string(n), n % 5, logits, bleeds));
        }
    return all;
}

} // namespace hemo::test
