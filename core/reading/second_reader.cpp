#include "core/reading/second_reader.h"

#include <algorithm>

namespace hemo {

void forgetAnswers(SecondReader& reader) {
    SecondReader fresh;
    fresh.job.number = reader.job.number;
    fresh.findingsJob.number = reader.findingsJob.number;
    reader = std::move(fresh);
}

const OperatingPoint* operatingPoint(const SecondReader& reader) {
    const auto& points = reader.operatingPoints;
    const auto it = std::find_if(points.begin(), points.end(),
                                 [&](const OperatingPoint& p) { return p.rule == reader.rule; });
    return it == points.end() ? nullptr : &*it;
}

} // namespace hemo
