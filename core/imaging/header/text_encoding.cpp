#include "core/imaging/header/text_encoding.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>
#include <memory>
#include <utility>

namespace hemo::imaging {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// The name that iconv knows for a Defined Term of (0008,0005).
const char* iconvName(std::string_view term) {
    static constexpr std::array<std::pair<std::string_view, const char*>, 26> kNames{{
        {"ISO_IR 100", "ISO-8859-1"},
        {"ISO 2022 IR 100", "ISO-8859-1"},
        {"ISO_IR 101", "ISO-8859-2"},
        {"ISO 2022 IR 101", "ISO-8859-2"},
        {"ISO_IR 109", "ISO-8859-3"},
        {"ISO 2022 IR 109", "ISO-8859-3"},
        {"ISO_IR 110", "ISO-8859-4"},
        {"ISO 2022 IR 110", "ISO-8859-4"},
        {"ISO_IR 144", "ISO-8859-5"},
        {"ISO 2022 IR 144", "ISO-8859-5"},
        {"ISO_IR 127", "ISO-8859-6"},
        {"ISO 2022 IR 127", "ISO-8859-6"},
        {"ISO_IR 126", "ISO-8859-7"},
        {"ISO 2022 IR 126", "ISO-8859-7"},
        {"ISO_IR 138", "ISO-8859-8"},
        {"ISO 2022 IR 138", "ISO-8859-8"},
        {"ISO_IR 148", "ISO-8859-9"},
        {"ISO 2022 IR 148", "ISO-8859-9"},
        {"ISO_IR 13", "SHIFT_JIS"},
        {"ISO_IR 166", "TIS-620"},
        {"ISO 2022 IR 87", "ISO-2022-JP"},
        {"ISO 2022 IR 159", "ISO-2022-JP-2"},
        {"ISO 2022 IR 149", "EUC-KR"},
        {"ISO 2022 IR 58", "GB2312"},
        {"GB18030", "GB18030"},
        {"GBK", "GBK"},
    }};
    for (const auto& [name, known] : kNames)
        if (name == term) return known;
    return nullptr;
}

/// The set that decides: the last one named, as the first is then plain ASCII or an alphabet it extends.
std::string_view decidingTerm(std::string_view characterSet) {
    return trimmed(characterSet.substr(characterSet.rfind('\\') + 1));
}

std::string convert(std::string_view value, const char* from) {
    struct Close {
        void operator()(void* converter) const { iconv_close(converter); }
    };
    iconv_t opened = iconv_open("UTF-8", from);
    if (opened == reinterpret_cast<iconv_t>(-1)) return convert(value, "UTF-8");
    const std::unique_ptr<void, Close> converter(opened);

    std::string result;
    std::array<char, 256> part;
    char* in = const_cast<char*>(value.data()); // iconv does not write to its input
    std::size_t left = value.size();
    while (left > 0) {
        char* out = part.data();
        std::size_t room = part.size();
        const std::size_t done = iconv(converter.get(), &in, &left, &out, &room);
        result.append(part.data(), part.size() - room);
        if (done == static_cast<std::size_t>(-1) && errno != E2BIG) {
            result += kReplacement;
            ++in;
            --left;
        }
    }
    return result;
}

bool isAscii(std::string_view value) {
    return std::all_of(value.begin(), value.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\x1b'; });
}

} // namespace

std::string_view trimmed(std::string_view value) {
    constexpr std::string_view kPadding(" \t\r\n\0", 5);
    const std::size_t first = value.find_first_not_of(kPadding);
    if (first == std::string_view::npos) return {};
    return value.substr(first, value.find_last_not_of(kPadding) - first + 1);
}

std::string toUtf8(std::string_view value, std::string_view characterSet) {
    if (isAscii(value)) return std::string(value);
    const char* name = iconvName(decidingTerm(characterSet));
    // Unnamed or unknown sets: many files hold UTF-8 without saying so. Converting UTF-8 to itself checks it.
    return convert(value, name ? name : "UTF-8");
}

} // namespace hemo::imaging
