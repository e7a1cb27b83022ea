#include "ml/training/learn/process_place.h"

#include <charconv>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string_view>

namespace hemo::ml {
namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// A whole number from 0 on; nothing where it is none.
std::optional<int> numberIn(const char* name) {
    const std::string_view text = environment(name);
    int number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0) return {};
    return number;
}

} // namespace

Result<ProcessPlace> placeFromEnvironment() {
    ProcessPlace place;
    if (environment("WORLD_SIZE").empty()) return place;
    const auto size = numberIn("WORLD_SIZE");
    if (size == 1) return place;
    const auto rank = numberIn("RANK"), port = numberIn("MASTER_PORT");
    place.address = environment("MASTER_ADDR");
    const bool isClear = size && *size > 1 && rank && *rank < *size && port && *port > 0 &&
                         *port <= std::numeric_limits<std::uint16_t>::max() && !place.address.empty();
    if (!isClear) return fail(ErrorCode::Unsupported, say("train.place_unclear"));
    place.rank = *rank, place.size = *size;
    place.localRank = numberIn("LOCAL_RANK").value_or(place.rank);
    place.port = static_cast<std::uint16_t>(*port);
    place.isStoreElsewhere = environment("TORCHELASTIC_USE_AGENT_STORE") == "True";
    place.attempt = environment("TORCHELASTIC_RESTART_COUNT");
    return place;
}

} // namespace hemo::ml
