#pragma once

#include "core/reading/reader_verdict.h"
#include "core/reading/review.h"

#include <string>
#include <string_view>

namespace hemo {

// What a reader said, as it is kept on the disk: LPS mm, seconds since 1970. What cannot be understood is
// none: it stays on the disk as it is, but is not shown.

/// {"answer", "kinds", "places", "confidence", "way", "committed_at"} of a whole verdict.
std::string readerVerdictJson(const ReaderVerdict& verdict);
std::optional<ReaderVerdict> parseReaderVerdict(std::string_view text);

/// {"findings": [{"slice", "place", "decision", "reason", "comment"}], "own": [{"place"}]}.
std::string reviewJson(const Review& review);
std::optional<Review> parseReview(std::string_view text);

} // namespace hemo
