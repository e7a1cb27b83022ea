#include "core/imaging/series/kernel_kind.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

namespace hemo::imaging {
namespace {

struct NamedKernel {
    std::string_view name; ///< in capitals, without blanks
    KernelKind kind;
};

using enum KernelKind;

/// GE: "Reconstruction algorithm" in the technical reference manuals of LightSpeed, Discovery and Revolution
/// CT: Soft, Standard and Detail for tissue, Lung, Bone, Bone Plus, Edge and Ultra for edges; HiSpeed writes
/// "STD+" and the like. DETAIL lies between and stays unknown.
constexpr std::array kGe{
    NamedKernel{"SOFT", Soft},    NamedKernel{"STANDARD", Soft},  NamedKernel{"STD", Soft},
    NamedKernel{"BRAIN", Soft},   NamedKernel{"ASTD", Soft},      NamedKernel{"NEURO", Soft},
    NamedKernel{"LUNG", Sharp},   NamedKernel{"BONE", Sharp},     NamedKernel{"BONEPLUS", Sharp},
    NamedKernel{"EDGE", Sharp},   NamedKernel{"EDGEPLUS", Sharp}, NamedKernel{"ULTRA", Sharp},
    NamedKernel{"HDBONE", Sharp}, NamedKernel{"HDLUNG", Sharp},   NamedKernel{"HDEDGE", Sharp},
};

/// Philips: "Filter" in the instructions for use of Brilliance and Ingenuity CT: A (smooth) to E (sharp) for
/// the body, UA to UC for the brain, YA to YD and L with sharp edges; D and E are for bone.
constexpr std::array kPhilips{
    NamedKernel{"UA", Soft},  NamedKernel{"UB", Soft},  NamedKernel{"UC", Soft},  NamedKernel{"A", Soft},
    NamedKernel{"B", Soft},   NamedKernel{"C", Soft},   NamedKernel{"EB", Soft},  NamedKernel{"EC", Soft},
    NamedKernel{"D", Sharp},  NamedKernel{"E", Sharp},  NamedKernel{"L", Sharp},  NamedKernel{"YA", Sharp},
    NamedKernel{"YB", Sharp}, NamedKernel{"YC", Sharp}, NamedKernel{"YD", Sharp},
};

std::string simplified(std::string_view text) {
    std::string result;
    for (char c : text)
        if (c != ' ') result += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return result.substr(0, result.find('\\')); // a second value is a strength
}

template <std::size_t N> KernelKind lookedUp(const std::array<NamedKernel, N>& table, std::string_view name) {
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const NamedKernel& k) { return k.name == name; });
    return found == table.end() ? Unknown : found->kind;
}

/// The two digits after `from`; none where there are no two.
std::optional<int> twoDigits(std::string_view name, std::size_t from) {
    const auto isDigit = [&](std::size_t n) {
        return n < name.size() && std::isdigit(static_cast<unsigned char>(name[n]));
    };
    if (!isDigit(from) || !isDigit(from + 1) || isDigit(from + 2)) return std::nullopt;
    return (name[from] - '0') * 10 + (name[from + 1] - '0');
}

/// Siemens: SOMATOM application guides: a letter for the region (H head, B body, U bone and ear, C child's
/// head, I, J, Q, T for iterative and quantitative ones), since 2013 a second letter, and two digits that
/// grow with sharpness. Heads are read at 30 to 42; from 50 on they are sharp, between lies no agreement.
KernelKind siemensKind(std::string_view name) {
    constexpr std::string_view kRegions = "HBUCIJQTDSF";
    if (name.empty() || kRegions.find(name[0]) == std::string_view::npos) return Unknown;
    const bool hasSecondLetter = name.size() > 1 && std::isalpha(static_cast<unsigned char>(name[1]));
    const std::optional<int> sharpness = twoDigits(name, hasSecondLetter ? 2 : 1);
    if (!sharpness) return Unknown;
    if (*sharpness >= 50) return Sharp;
    return *sharpness <= 45 ? Soft : Unknown;
}

/// Toshiba and Canon: "Reconstruction function" in the Aquilion manuals: FC01-19 body, FC20-29 brain, FC62-68
/// brain with beam hardening correction, FC41-44 brain without; FC30-39 and FC80-81 bone and ear, FC50-56
/// lung.
KernelKind toshibaKind(std::string_view name) {
    if (!name.starts_with("FC")) return Unknown;
    const std::optional<int> number = twoDigits(name, 2);
    if (!number) return Unknown;
    const auto isIn = [n = *number](int first, int last) { return n >= first && n <= last; };
    if (isIn(1, 29) || isIn(41, 44) || isIn(62, 68)) return Soft;
    return isIn(30, 39) || isIn(50, 59) || isIn(80, 86) ? Sharp : Unknown;
}

bool isMadeBy(std::string_view manufacturer, std::string_view maker) {
    return simplified(manufacturer).find(maker) != std::string::npos;
}

} // namespace

KernelKind kernelKind(std::string_view kernel, std::string_view manufacturer) {
    const std::string name = simplified(kernel);
    if (isMadeBy(manufacturer, "SIEMENS")) return siemensKind(name);
    if (isMadeBy(manufacturer, "PHILIPS")) return lookedUp(kPhilips, name);
    if (isMadeBy(manufacturer, "TOSHIBA") || isMadeBy(manufacturer, "CANON")) return toshibaKind(name);
    const std::string_view plain(name.data(), name.find_last_not_of('+') + 1); // "STD+": an edge strength
    if (isMadeBy(manufacturer, "GEMEDICAL") || isMadeBy(manufacturer, "GEHEALTHCARE"))
        return lookedUp(kGe, plain);
    // Who made it is often blanked out. These names are nobody else's; a lone letter could be anybody's.
    if (const KernelKind kind = lookedUp(kGe, plain); kind != Unknown) return kind;
    if (const KernelKind kind = toshibaKind(name); kind != Unknown) return kind;
    return name.size() >= 4 ? siemensKind(name) : Unknown;
}

} // namespace hemo::imaging
