#include "app/cli/dataset/dataset_report.h"

#include <map>
#include <set>
#include <sstream>

namespace hemo {
namespace {

struct Totals {
    int scans = 0, whole = 0, bleeding = 0, bleedFree = 0, slices = 0;
    std::array<int, 6> positives{};
};

Totals totalsOf(const Dataset& dataset) {
    Totals totals;
    for (const StudyRecord& record : dataset.studies) {
        if (record.scan.rows.empty()) continue;
        ++totals.scans;
        totals.whole += record.scan.isWhole;
        totals.bleeding += record.scan.bleeds == true;
        totals.bleedFree += record.scan.bleeds == false;
        totals.slices += record.scan.slices;
        for (std::size_t f = 0; f < totals.positives.size(); ++f)
            totals.positives[f] += record.scan.positives[f];
    }
    return totals;
}

/// The most frequent first.
void addCounts(std::ostream& out, const std::map<std::string, int>& counts) {
    std::multimap<int, std::string, std::greater<>> sorted;
    for (const auto& [what, count] : counts)
        sorted.emplace(count, what);
    out << "| studies | |\n|---|---|\n";
    for (const auto& [count, what] : sorted)
        out << "| " << count << " | " << what << " |\n";
}

} // namespace

std::string_view warningName(LoadWarning::Kind kind) {
    switch (kind) {
    case LoadWarning::Kind::Gap:
        return "slices are missing";
    case LoadWarning::Kind::UnevenSpacing:
        return "slices lie unevenly";
    case LoadWarning::Kind::Tilt:
        return "the gantry was tilted";
    case LoadWarning::Kind::Duplicate:
        return "images are there twice";
    case LoadWarning::Kind::Unreadable:
        return "some slices cannot be read";
    case LoadWarning::Kind::NotCt:
        return "not marked as CT";
    case LoadWarning::Kind::Lossy:
        return "compressed with loss";
    case LoadWarning::Kind::Geometry:
        return "places or directions are doubtful";
    case LoadWarning::Kind::Scale:
        return "the scale to HU is doubtful";
    case LoadWarning::Kind::Identity:
        return "UIDs do not say what belongs together";
    case LoadWarning::Kind::Other:
        return "something else is unusual";
    }
    return "";
}

std::string datasetReport(const Dataset& dataset, const DatasetOptions& options) {
    const Totals totals = totalsOf(dataset);
    std::map<std::string, int> leftOut, warnings;
    for (const StudyRecord& record : dataset.studies) {
        if (!record.leftOut.empty()) ++leftOut[record.leftOut];
        for (const std::string& warning : std::set(record.warnings.begin(), record.warnings.end()))
            ++warnings[warning];
    }
    std::ostringstream out;
    out << "# " << options.source << "\n\n"
        << dataset.studies.size() << " studies, " << totals.scans << " scans used, " << totals.whole
        << " of them whole heads; " << totals.bleeding << " bleed, " << totals.bleedFree
        << " do not, of the others that is not known. " << totals.slices
        << " slices, in 16 bits: HU + 32768. `looks/` shows some scans: slices with a red edge bleed, with a "
           "grey "
           "one nobody knows.\n\n| finding | slices |\n|---|---|\n";
    for (const BleedType type : kBleedTypes)
        out << "| " << bleedTypeName(type) << " | " << totals.positives[static_cast<std::size_t>(type)]
            << " |\n";
    out << "\n## Left out\n\n";
    if (leftOut.empty())
        out << "Nothing.\n";
    else
        addCounts(out, leftOut);
    out << "\n## Unusual\n\n";
    if (warnings.empty())
        out << "Nothing.\n";
    else
        addCounts(out, warnings);
    return out.str();
}

} // namespace hemo
