#include "core/reading_log/log_entry.h"

namespace hemo {

const ReaderVerdict& lastOf(const LogEntry& entry) {
    return entry.revised ? *entry.revised : entry.first;
}

int ratingOf(const ReaderVerdict& verdict) {
    switch (verdict.answer.value_or(ReaderVerdict::Answer::CannotTell)) {
    case ReaderVerdict::Answer::Bleed:
        return verdict.confidence;
    case ReaderVerdict::Answer::None:
        return -verdict.confidence;
    case ReaderVerdict::Answer::CannotTell:
        break;
    }
    return 0;
}

} // namespace hemo
