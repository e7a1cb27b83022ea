#include "core/imaging/series/series_hints.h"

#include "core/imaging/series/contrast_words.h"
#include "core/imaging/series/kernel_kind.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <string_view>

namespace hemo::imaging {
namespace {

using namespace std::string_view_literals;

// Words of English, German, Spanish, French and Italian protocols, in capitals; a word stands alone, between
// anything that is no letter or digit.

constexpr std::array kPerfusion{"CTP"sv, "PERFUSION"sv, "PERFUSIÓN"sv, "PERF"sv, "VPCT"sv,
                                "4D"sv,  "DYNAMIC"sv,   "DYNEVA"sv,    "TWIST"sv};
constexpr std::array kHead{"HEAD"sv,   "BRAIN"sv,  "CEREBRUM"sv, "CEREBRAL"sv, "CRANIUM"sv,  "CRANIAL"sv,
                           "CRANEO"sv, "SKULL"sv,  "SCHAEDEL"sv, "SCHÄDEL"sv,  "KOPF"sv,     "CCT"sv,
                           "NCCT"sv,   "HIRN"sv,   "CEREBRO"sv,  "CABEZA"sv,   "CRANE"sv,    "CERVEAU"sv,
                           "TESTA"sv,  "CRANIO"sv, "ENCEFALO"sv, "NEURO"sv,    "HEADBRAIN"sv};
constexpr std::array kElsewhere{
    "NECK"sv,    "HEADNECK"sv,  "CSPINE"sv,   "C-SPINE"sv, "SPINE"sv, "CHEST"sv,   "THORAX"sv, "LUNG"sv,
    "ABDOMEN"sv, "PELVIS"sv,    "HEART"sv,    "CARDIAC"sv, "SINUS"sv, "SINUSES"sv, "ORBIT"sv,  "ORBITS"sv,
    "FACE"sv,    "FACIAL"sv,    "MANDIBLE"sv, "IAC"sv,     "HALS"sv,  "HWS"sv,     "WS"sv,     "NNH"sv,
    "CUELLO"sv,  "COLUMN"sv,    "LEG"sv,      "KNEE"sv,    "FOOT"sv,  "HAND"sv,    "ARM"sv,    "SHOULDER"sv,
    "HIP"sv,     "EXTREMITY"sv, "TEMPORAL"sv, "DENTAL"sv,  "JAW"sv};
constexpr std::array kBone{"BONE"sv, "BONES"sv, "KNOCHEN"sv, "OSSEUX"sv, "HUESO"sv,
                           "OSEO"sv, "OSSO"sv,  "SHARP"sv,   "EDGE"sv};
constexpr std::array kSoft{"SOFT"sv,     "BRAIN"sv,    "WEICHTEIL"sv,  "HIRN"sv,
                           "STANDARD"sv, "CEREBRUM"sv, "PARENCHYMA"sv, "BLANDO"sv};

bool isWordLetter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
}

/// As a word: what it begins and ends with touches no other letter. A mark such as the plus of "C+" ends by
/// itself.
bool hasWord(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool startsAlone = at == 0 || !isWordLetter(word.front()) || !isWordLetter(text[at - 1]);
        // "C-SPINE" is no "C-".
        const bool isMinus = word.back() == '-';
        const bool endsAlone =
            end == text.size() || !(isMinus || isWordLetter(word.back())) || !isWordLetter(text[end]);
        if (startsAlone && endsAlone) return true;
    }
    return false;
}

bool hasAny(std::string_view text, std::span<const std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return hasWord(text, w); });
}

/// ASCII and, in UTF-8, the letters of Latin-1: "Schädel" is "SCHÄDEL".
std::string capitals(const std::string& text) {
    std::string result = text;
    for (std::size_t n = 0; n < result.size(); ++n) {
        const auto byte = static_cast<unsigned char>(result[n]);
        const bool isLatin = n > 0 && result[n - 1] == '\xc3' && byte >= 0xa0 && byte <= 0xbe && byte != 0xb7;
        if (isLatin)
            result[n] = static_cast<char>(byte - 0x20);
        else if (byte < 0x80)
            result[n] = static_cast<char>(std::toupper(byte));
        if (result[n] == '_' || result[n] == '.') result[n] = ' ';
    }
    return result;
}

Hint headBy(const std::string& text) {
    // "HEAD/NECK" and "TEMPORAL BONE" are no plain heads.
    if (hasAny(text, kElsewhere)) return Hint::No;
    return hasAny(text, kHead) ? Hint::Yes : Hint::Unsaid;
}

} // namespace

Hint hasContrast(const SeriesInfo& info) {
    // Some scanners keep the name of a study's agent in the series scanned before it was given.
    if (const Hint said = contrastInWords(info.description); said != Hint::Unsaid) return said;
    // A study's name tells of all its series together: only a "no" is true of each.
    const bool isStudyWithout = contrastInWords(info.studyDescription) == Hint::No;
    if (!info.contrastAgent.empty() && !isStudyWithout) return contrastInAgent(info.contrastAgent);
    return isStudyWithout ? Hint::No : Hint::Unsaid;
}

bool isContrastContradicted(const SeriesInfo& info) {
    return !info.contrastAgent.empty() && contrastInAgent(info.contrastAgent) == Hint::Yes &&
           hasContrast(info) == Hint::No;
}

Hint isHead(const SeriesInfo& info) {
    // The series says it more exactly than the body part that a protocol was filed under.
    for (const std::string* text : {&info.description, &info.bodyPart, &info.studyDescription})
        if (const Hint said = headBy(capitals(*text)); said != Hint::Unsaid) return said;
    return Hint::Unsaid;
}

Hint isForBone(const SeriesInfo& info) {
    const KernelKind kind = kernelKind(info.kernel, info.manufacturer);
    if (kind != KernelKind::Unknown) return kind == KernelKind::Sharp ? Hint::Yes : Hint::No;
    const std::string text = capitals(info.description);
    if (hasAny(text, kBone)) return Hint::Yes;
    return hasAny(text, kSoft) ? Hint::No : Hint::Unsaid;
}

bool isPerfusion(const SeriesInfo& info) {
    return hasAny(capitals(info.description), kPerfusion);
}

} // namespace hemo::imaging
