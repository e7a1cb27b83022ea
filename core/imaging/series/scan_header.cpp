#include "core/imaging/series/scan_header.h"

#include "core/imaging/series/series_hints.h"

namespace hemo::imaging {

ScanHeader scanHeaderOf(const SeriesInfo& series) {
    ScanHeader header;
    header.kvp = series.kvp;
    header.areLengthsKnown = series.areLengthsKnown;
    header.isLossy = series.isLossy;
    if (hasContrast(series) != Hint::Yes) return header;
    // A word in a description can mean many things; that an agent is named can not.
    SeriesInfo unnamed = series;
    unnamed.contrastAgent.clear();
    const bool isNamed = !series.contrastAgent.empty() && hasContrast(unnamed) != Hint::No;
    header.contrast = isNamed ? ScanHeader::Contrast::Named : ScanHeader::Contrast::Described;
    return header;
}

} // namespace hemo::imaging
