#include "ml/training/report/report.h"

#include "core/classify/verdict/predictive_values.h"
#include "ml/training/report/judged.h"

#include <algorithm>
#include <set>

namespace hemo::ml {
namespace {

std::vector<std::string> groupNames(const std::vector<PatientAnswers>& answers) {
    std::set<std::string> sources;
    for (const PatientAnswers& a : answers)
        sources.insert(a.source);
    std::vector<std::string> names(sources.begin(), sources.end());
    if (names.size() > 1) names.push_back(kAllGroups);
    return names;
}

Belongs isIn(const std::string& group) {
    return [group](const JudgedPatient& p) { return group == kAllGroups || p.answers->source == group; };
}

Resamples resamplesOf(const std::vector<PatientAnswers>& answers, int count, std::uint32_t seed) {
    std::vector<std::string> strata;
    for (const PatientAnswers& a : answers) {
        const auto truth = labelOf(a);
        strata.push_back(a.source + (!truth ? ",unknown" : *truth ? ",bleed" : ",none"));
    }
    return Resamples(strata, count, seed);
}

std::optional<Estimate> areaOf(const RankedCases& cases, const Resamples& resamples) {
    return resamples.estimate([&](Weights w) { return cases.areaUnderCurve(w); });
}

/// All patients as they are judged, and as they are ranked among each other.
struct Judged {
    std::vector<JudgedPatient> patients, ranked;
};

GroupFigures::OfBleedType measureFinding(const Judged& judged, BleedType type, const Belongs& belongs,
                                         const Resamples& resamples) {
    GroupFigures::OfBleedType figures;
    const RankedCases all = sliceCases(judged.patients, type, belongs);
    const auto& cases = all.cases();
    std::set<std::size_t> positivePatients;
    for (const RankedCase& c : cases)
        if (c.isPositive) ++figures.positiveSlices, positivePatients.insert(c.patient);
    figures.slices = static_cast<int>(cases.size());
    figures.positivePatients = static_cast<int>(positivePatients.size());
    figures.sliceAuc = areaOf(sliceCases(judged.ranked, type, belongs), resamples);
    figures.brier = resamples.estimate([&](Weights w) { return brierScore(cases, w); });
    figures.calibrationError = resamples.estimate([&](Weights w) { return calibrationError(cases, w); });
    return figures;
}

RuleFigures measureRule(const std::vector<JudgedPatient>& patients, RuleKind kind, const Belongs& belongs,
                        const Resamples& resamples) {
    RuleFigures f;
    const auto rightAbout = [&](std::optional<bool> truth) {
        return shareJudgedRight(
            patients, kind,
            [&](const JudgedPatient& p) { return belongs(p) && (!truth || p.truth == truth); }, resamples);
    };
    f.sensitivity = rightAbout(true);
    f.specificity = rightAbout(false);
    if (f.sensitivity && f.specificity) f.accuracy = rightAbout(std::nullopt);
    f.sliceSensitivity = shareOfSlicesOver(
        patients, kind, belongs, [](const auto& s) { return s.labels[0] > 0; }, resamples);
    f.sliceSpecificity = shareOfSlicesOver(
        patients, kind, belongs, [](const auto& s) { return s.labels[0] == 0; }, resamples);
    if (f.sliceSpecificity) { // the share under the threshold
        const Estimate over = *f.sliceSpecificity;
        f.sliceSpecificity = Estimate{1 - over.value, 1 - over.high, 1 - over.low};
    }
    if (f.sensitivity && f.specificity)
        for (const double prevalence : kPrevalences) {
            const auto [positive, negative] = predictiveEstimates(*f.sensitivity, *f.specificity, prevalence);
            f.predictive.push_back({prevalence, positive, negative});
        }
    return f;
}

GroupFigures measureGroup(const Judged& judged, const std::string& name, const Resamples& resamples) {
    const auto& patients = judged.patients;
    GroupFigures figures;
    figures.name = name;
    const Belongs belongs = isIn(name);
    for (const JudgedPatient& p : patients)
        if (belongs(p) && p.truth) ++figures.patients, figures.positivePatients += *p.truth;
    for (const BleedType f : kBleedTypes)
        figures.findings[static_cast<std::size_t>(f)] = measureFinding(judged, f, belongs, resamples);
    figures.slices = figures.findings[0].slices;
    figures.positiveSlices = figures.findings[0].positiveSlices;
    figures.reliability =
        reliabilityBins(sliceCases(patients, BleedType::Any, belongs).cases(), resamples.everyPatientOnce());
    figures.sliceRoc = rocCurve(sliceCases(judged.ranked, BleedType::Any, belongs), resamples);
    for (int k = 1; k <= kMostSlicesOfRule; ++k) {
        const RankedCases ranked = patientCases(judged.ranked, k, belongs);
        figures.patientAuc[static_cast<std::size_t>(k - 1)] = areaOf(ranked, resamples);
        figures.patientRoc[static_cast<std::size_t>(k - 1)] = rocCurve(ranked, resamples);
    }
    for (const RuleKind kind : kRuleKinds)
        figures.rules[static_cast<std::size_t>(kind)] = measureRule(patients, kind, belongs, resamples);
    return figures;
}

SubgroupFigures measureSubgroup(const std::vector<JudgedPatient>& patients, const std::string& source,
                                const std::string& name, const Belongs& belongs, const SliceChosen& isCounted,
                                const Resamples& resamples) {
    SubgroupFigures figures{source, name, 0, 0, {}, {}};
    const Belongs isHere = [&](const JudgedPatient& p) { return p.answers->source == source && belongs(p); };
    for (const JudgedPatient& p : patients) {
        if (!isHere(p)) continue;
        figures.patients += p.truth.has_value();
        figures.slices +=
            static_cast<int>(std::count_if(p.answers->slices.begin(), p.answers->slices.end(), isCounted));
    }
    for (const RuleKind kind : kRuleKinds) {
        const auto n = static_cast<std::size_t>(kind);
        figures.found[n] = shareJudgedRight(patients, kind, isHere, resamples);
        figures.slicesFound[n] = shareOfSlicesOver(patients, kind, isHere, isCounted, resamples);
    }
    return figures;
}

int positiveSliceCount(const PatientAnswers& a) {
    return static_cast<int>(
        std::count_if(a.slices.begin(), a.slices.end(), [](const auto& s) { return s.labels[0] > 0; }));
}

/// By the number of slices that show the bleed: outlines are drawn for few patients.
std::vector<SubgroupFigures> measureSizes(const std::vector<JudgedPatient>& patients,
                                          const std::vector<std::string>& sources,
                                          const Resamples& resamples) {
    struct Size {
        const char* name;
        int fewest, most;
    };
    constexpr Size kSizes[]{
        {"1-2 slices", 1, 2}, {"3-5 slices", 3, 5}, {"6-9 slices", 6, 9}, {"10 slices or more", 10, 1 << 20}};
    std::vector<SubgroupFigures> all;
    for (const std::string& source : sources)
        for (const Size& size : kSizes) {
            const auto isOfSize = [&](const JudgedPatient& p) {
                const int count = positiveSliceCount(*p.answers);
                return count >= size.fewest && count <= size.most;
            };
            auto figures = measureSubgroup(
                patients, source, size.name, isOfSize, [](const auto& s) { return s.labels[0] > 0; },
                resamples);
            if (figures.patients > 0) all.push_back(std::move(figures));
        }
    return all;
}

std::vector<SubgroupFigures> measureSubtypes(const std::vector<JudgedPatient>& patients,
                                             const std::vector<std::string>& sources,
                                             const Resamples& resamples) {
    std::vector<SubgroupFigures> all;
    for (const std::string& source : sources)
        for (const BleedType type : kBleedTypes) {
            if (type == BleedType::Any) continue;
            const auto hasIt = [n = static_cast<std::size_t>(type)](const PatientAnswers::Slice& s) {
                return s.labels[n] > 0;
            };
            const auto patientHasIt = [&](const JudgedPatient& p) {
                return std::any_of(p.answers->slices.begin(), p.answers->slices.end(), hasIt);
            };
            auto figures = measureSubgroup(patients, source, std::string(bleedTypeName(type)), patientHasIt,
                                           hasIt, resamples);
            if (figures.slices > 0) all.push_back(std::move(figures)); // also of single slices
        }
    return all;
}

std::string subtypesOf(const PatientAnswers::Slice& slice) {
    std::string names;
    for (const BleedType f : kBleedTypes)
        if (f != BleedType::Any && slice.labels[static_cast<std::size_t>(f)] > 0)
            names += (names.empty() ? "" : ", ") + std::string(bleedTypeName(f));
    return names;
}

Misread describe(const JudgedPatient& p, RuleKind kind) {
    const PatientRule& rule = p.reading->rule(kind);
    Misread m{kind,
              p.answers->source,
              p.answers->id,
              p.answers->fold,
              int(p.answers->slices.size()),
              *p.truth,
              p.score(rule.k),
              rule.threshold,
              rule.k,
              0,
              -1,
              {}};
    // Of a bleed that is known of the scan alone, no slice is the one to look at.
    const bool isPlaceKnown = positiveSliceCount(*p.answers) > 0;
    for (std::size_t s = 0; s < p.answers->slices.size(); ++s) {
        if (m.isMissed && isPlaceKnown && p.answers->slices[s].labels[0] == 0) continue;
        const double probability = p.probability(s, BleedType::Any);
        if (probability > m.sliceProbability) m.slice = static_cast<int>(s), m.sliceProbability = probability;
    }
    m.subtypes = subtypesOf(p.answers->slices[static_cast<std::size_t>(m.slice)]);
    return m;
}

std::vector<Misread> listMisread(const std::vector<JudgedPatient>& patients) {
    std::vector<Misread> all;
    for (const RuleKind kind : kRuleKinds)
        for (const bool bleeds : {true, false})
            for (const JudgedPatient& p : patients)
                if (p.truth == bleeds && p.isFlagged(kind) != bleeds) all.push_back(describe(p, kind));
    return all;
}

} // namespace

Result<Report> makeReport(const std::vector<PatientAnswers>& answers, int resampleCount, std::uint32_t seed,
                          Networks networks) {
    Report report;
    report.networks = networks;
    report.folds = foldCount(answers);
    if (report.folds < 2) return fail(ErrorCode::Unsupported, say("reporting.one_fold"));
    report.resamples = resampleCount;
    report.seed = seed;
    report.hasSingleSlices =
        std::any_of(answers.begin(), answers.end(), [](const PatientAnswers& a) { return !a.isWholeScan; });
    report.foldReadings = fitOutOfFold(answers);
    report.finalReading = fitReading(answers);
    const Resamples resamples = resamplesOf(answers, resampleCount, seed);
    const std::vector<Reading> oneReading(static_cast<std::size_t>(report.folds), report.finalReading);
    const auto patients = judgeOutOfFold(answers, report.foldReadings);
    const Judged judged{patients,
                        networks == Networks::OneForAll ? judgeOutOfFold(answers, oneReading) : patients};
    const auto groups = groupNames(answers);
    auto sources = groups;
    if (sources.size() > 1) sources.pop_back();
    for (const std::string& group : groups)
        report.groups.push_back(measureGroup(judged, group, resamples));
    report.sizes = measureSizes(patients, sources, resamples);
    report.subtypes = measureSubtypes(patients, sources, resamples);
    report.misread = listMisread(patients);
    return report;
}

} // namespace hemo::ml
