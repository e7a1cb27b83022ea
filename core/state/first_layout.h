#pragma once

#include "core/state/hanging.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace hemo {

/// As what is seen at the moment.
struct AsLeft {
    bool operator==(const AsLeft&) const = default;
};
/// As an arrangement of the reader's own; as what is seen where none is kept under that number.
struct KeptAs {
    int number = kFirstHanging;
    bool operator==(const KeptAs&) const = default;
};

/// How a series stands that is seen for the first time.
using FirstLayout = std::variant<AsLeft, ViewSet, KeptAs>;

/// As settings name it: "as-left", "brain-bone", "arrangement-7".
std::string firstLayoutName(const FirstLayout& layout);
std::optional<FirstLayout> firstLayoutNamed(std::string_view name);

} // namespace hemo
