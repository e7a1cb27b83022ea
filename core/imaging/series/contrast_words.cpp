#include "core/imaging/series/contrast_words.h"

#include "core/imaging/series/word_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

namespace hemo::imaging {
namespace {

using namespace std::string_view_literals;
using Words = std::span<const std::string_view>;

// English, German, Spanish, French, Portuguese, Italian, Dutch.

/// Before a word for contrast they deny it.
constexpr std::array kDenials{
    "NO"sv,     "NON"sv,  "NOT"sv,   "WITHOUT"sv, "WO"sv,     "WOUT"sv,   "BEFORE"sv, "PRIOR"sv,
    "UN"sv,     "PRE"sv,  "OHNE"sv,  "NICHT"sv,   "KEIN"sv,   "KEINE"sv,  "VOR"sv,    "PRA"sv,
    "PRAE"sv,   "SIN"sv,  "ANTES"sv, "PREVIO"sv,  "PREVIA"sv, "NINGUN"sv, "SANS"sv,   "AVANT"sv,
    "AUCUN"sv,  "PAS"sv,  "SEM"sv,   "NAO"sv,     "NENHUM"sv, "SENZA"sv,  "PRIMA"sv,  "NESSUN"sv,
    "ZONDER"sv, "GEEN"sv, "VOOR"sv,  "NIET"sv,    "ONGE"sv,   "FREE"sv,   "SS"sv};
/// Those that mean contrast where nothing follows that they could mean instead.
constexpr std::array kDenialsAlone{"WITHOUT"sv, "WO"sv,  "WOUT"sv, "OHNE"sv,  "SIN"sv,
                                   "SANS"sv,    "SEM"sv, "PRE"sv,  "SENZA"sv, "ZONDER"sv};
/// Behind a word for contrast they deny it.
constexpr std::array kDenialsAfter{"NO"sv,     "NONE"sv, "NEIN"sv,  "NAO"sv,     "NEE"sv,     "NIL"sv,
                                   "FREE"sv,   "LESS"sv, "FREI"sv,  "VRIJ"sv,    "NOT"sv,     "NICHT"sv,
                                   "NIET"sv,   "NON"sv,  "LIBRE"sv, "N"sv,       "KEIN"sv,    "WITHHELD"sv,
                                   "KEINES"sv, "GEEN"sv, "AUCUN"sv, "NINGUNO"sv, "NESSUNO"sv, "NENHUM"sv};
constexpr std::array kAffirmations{"WITH"sv, "W"sv,    "POST"sv,    "AFTER"sv, "FOLLOWING"sv, "MIT"sv,
                                   "NACH"sv, "CON"sv,  "DESPUES"sv, "TRAS"sv,  "AVEC"sv,      "APRES"sv,
                                   "COM"sv,  "APOS"sv, "DOPO"sv,    "MET"sv,   "NA"sv};
constexpr std::array kAnd{"AND"sv, "UND"sv, "Y"sv,    "ET"sv, "E"sv, "EN"sv, "OR"sv, "ODER"sv, "O"sv,
                          "OU"sv,  "OF"sv,  "THEN"sv, "&"sv,  "/"sv, ","sv,  "+"sv,  "-"sv};
/// What may stand between a denial and its word.
constexpr std::array kBetween{
    "I"sv,           "V"sv,     "IV"sv,        "EV"sv,    "INTRAVENOUS"sv, "INTRAVENOSO"sv,
    "INTRAVENOSA"sv, "DE"sv,    "DI"sv,        "DU"sv,    "DEL"sv,         "AL"sv,
    "OF"sv,          "THE"sv,   "MEDIO"sv,     "MEIO"sv,  "MEZZO"sv,       "PRODUIT"sv,
    "MEDIUM"sv,      "MEDIA"sv, "IODINATED"sv, "ORAL"sv,  "ANY"sv,         "L"sv,
    "A"sv,           "DO"sv,    "DA"sv,        "DELLA"sv, "DELL"sv,        "'"sv,
    "IODE"sv,        "-"sv,     "."sv,         "/"sv,     ":"sv,           "ADMINISTRATION"sv,
    "GABE"sv,        "D"sv};
/// Words for contrast, and for what is only done with it.
constexpr std::array kContrast{"CONTRAST"sv,
                               "CONTRASTED"sv,
                               "CONTRASTS"sv,
                               "ENHANCED"sv,
                               "ENHANCEMENT"sv,
                               "ENH"sv,
                               "KONTRAST"sv,
                               "KONTRASTMITTEL"sv,
                               "KONTRASTIERT"sv,
                               "KM"sv,
                               "KMGABE"sv,
                               "CONTRASTE"sv,
                               "CONTRASTADO"sv,
                               "CONTRASTADA"sv,
                               "CTE"sv,
                               "CIV"sv,
                               "INJECTION"sv,
                               "INJECTE"sv,
                               "INJECTEE"sv,
                               "INJ"sv,
                               "PDC"sv,
                               "INYECCION"sv,
                               "INJECAO"sv,
                               "CONTRASTO"sv,
                               "CONTRASTATA"sv,
                               "CONTRASTATO"sv,
                               "CONTRASTOGRAFICO"sv,
                               "MDC"sv,
                               "INIEZIONE"sv,
                               "CONTR"sv,
                               "CONTRASTMIDDEL"sv,
                               "CONTRASTVLOEISTOF"sv,
                               "CONTRASTEERD"sv,
                               "CONTRASTMEDIUM"sv,
                               "CECT"sv,
                               "CE"sv,
                               "CTA"sv,
                               "ANGIO"sv,
                               "ANGIOGRAPHY"sv,
                               "ANGIOGRAFIA"sv,
                               "CTV"sv,
                               "VENOGRAM"sv,
                               "VENOGRAPHY"sv,
                               "ARTERIAL"sv,
                               "ARTERIELL"sv,
                               "VENOUS"sv,
                               "VENOES"sv,
                               "VENOS"sv,
                               "BOLUS"sv,
                               "MONITORING"sv,
                               "PREMONITORING"sv,
                               "CAROTID"sv,
                               "CAROTIDS"sv,
                               "COW"sv,
                               "ANGIOTAC"sv,
                               "ANGIOTC"sv,
                               "ANGIOSCANNER"sv};
/// Those that mean it only beside a denial or an affirmation.
constexpr std::array kContrastBeside{"IV"sv,  "EV"sv,     "C"sv,     "CM"sv,   "CONT"sv,  "MC"sv,  "IC"sv,
                                     "DYE"sv, "MEDIUM"sv, "MEDIO"sv, "GADO"sv, "AGENT"sv, "CTX"sv, "CTRST"sv};
/// A word of these denies it all by itself.
constexpr std::array kNative{"NCCT"sv,         "NECT"sv,    "NCECT"sv,          "NCHCT"sv,
                             "NC"sv,           "NONCON"sv,  "UNENHANCED"sv,     "UNENH"sv,
                             "NATIVE"sv,       "NATIV"sv,   "NATIVO"sv,         "NATIVA"sv,
                             "NATIVES"sv,      "PLAIN"sv,   "SIMPLE"sv,         "SIMPLES"sv,
                             "BASALE"sv,       "DIRETTA"sv, "DIRETTO"sv,        "BLANCO"sv,
                             "SPC"sv,          "VACIO"sv,   "UNKONTRASTIERT"sv, "NONENHANCED"sv,
                             "UNCONTRASTED"sv, "NCON"sv};
/// What else somebody can be without.
constexpr std::array kOtherThings{
    "GANTRY"sv,     "TILT"sv,         "ANGLE"sv,      "ANGULATION"sv, "MAR"sv,      "METAL"sv,
    "MOTION"sv,     "SEDATION"sv,     "KIPPUNG"sv,    "OP"sv,         "SURGERY"sv,  "OPERATIVE"sv,
    "OPERATORIO"sv, "OPERATIV"sv,     "TREATMENT"sv,  "TRAUMA"sv,     "SCAN"sv,     "EVAR"sv,
    "COIL"sv,       "INTERVENTION"sv, "OPERATOIRE"sv, "PROCEDURE"sv,  "PLANNING"sv, "SHUNT"sv};
/// What words are glued to.
constexpr std::array kGlued{"HEAD"sv,   "BRAIN"sv,  "CT"sv,     "KOPF"sv,    "SCHADEL"sv, "SCHAEDEL"sv,
                            "CRANEO"sv, "CRANIO"sv, "CRANE"sv,  "CEREBRO"sv, "TESTA"sv,   "HOOFD"sv,
                            "TC"sv,     "TAC"sv,    "MITTEL"sv, "SCAN"sv};

bool isOneOf(std::string_view word, Words words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isKnown(std::string_view word) {
    return isOneOf(word, kContrast) || isOneOf(word, kNative) || isOneOf(word, kDenials) ||
           isOneOf(word, kAffirmations);
}

/// A word made of others: a denial or an affirmation with a word for contrast or alone, perhaps behind a part
/// of the body: "NONCONTRAST", "OHNEKM", "HEADWO". None where it is no such word.
std::optional<std::vector<std::string>> takenApart(std::string_view word) {
    const auto rest = [&](std::string_view w, Words starts) {
        std::vector<std::string_view> all;
        for (std::string_view start : starts)
            if (w.size() > start.size() && w.starts_with(start)) all.push_back(w.substr(start.size()));
        return all;
    };
    const auto startOf = [&](std::string_view w, std::string_view end) {
        return std::string(w.substr(0, w.size() - end.size()));
    };
    const auto pairOf = [&](std::string_view w) -> std::optional<std::vector<std::string>> {
        for (Words beside : {Words(kDenials), Words(kAffirmations)})
            for (std::string_view end : rest(w, beside))
                if (isOneOf(end, kContrast) || end == "CON")
                    return std::vector{startOf(w, end), std::string(end)};
        for (std::string_view end : rest(w, kContrast)) // "KMFREI", "CONTRASTFREE"
            if (end.size() > 2 && isOneOf(end, kDenialsAfter))
                return std::vector{startOf(w, end), std::string(end)};
        if (w == "OKM" || w == "MKM") return std::vector<std::string>{w == "OKM" ? "OHNE" : "MIT", "KM"};
        return std::nullopt;
    };
    for (std::string_view glued : kGlued)
        if (word.size() > glued.size() && word.ends_with(glued))
            if (auto pair = pairOf(word.substr(0, word.size() - glued.size()))) return pair;
    if (auto pair = pairOf(word)) return pair;
    for (std::string_view end : rest(word, kGlued)) {
        if (isOneOf(end, kNative) || isOneOf(end, kContrast) || (end != "PRE" && isOneOf(end, kDenialsAlone)))
            return std::vector{startOf(word, end), std::string(end)};
        if (auto pair = pairOf(end)) {
            pair->insert(pair->begin(), startOf(word, end));
            return pair;
        }
    }
    return std::nullopt;
}

/// Abbreviations that signs are part of, as one word: "W/O" is WO, "S/C" is SIN C, "M.D.C." is MDC.
struct Spelling {
    std::string_view as;               ///< tokens that touch each other, with blanks between
    std::string_view meant[2];         ///< the words
    bool isOnlyBeforeContrast = false; ///< "S/C", but "S/P" is a status
};
constexpr std::array kSpellings{
    Spelling{"W / OUT", {"WO", ""}},      Spelling{"W / O", {"WO", ""}},
    Spelling{"W . O .", {"WO", ""}},      Spelling{"W . O", {"WO", ""}},
    Spelling{"M . D . C .", {"MDC", ""}}, Spelling{"M . D . C", {"MDC", ""}},
    Spelling{"I . V .", {"IV", ""}},      Spelling{"K . M .", {"KM", ""}},
    Spelling{"P . D . C .", {"PDC", ""}}, Spelling{"E . V .", {"EV", ""}},
    Spelling{"S /", {"SIN", ""}, true},   Spelling{"Z /", {"ZONDER", ""}, true},
    Spelling{"C /", {"CON", ""}, true},   Spelling{"O /", {"OHNE", ""}, true},
    Spelling{"W /", {"WITH", ""}},        Spelling{"O . KM", {"OHNE", "KM"}},
    Spelling{"M . KM", {"MIT", "KM"}},    Spelling{"S . MDC", {"SENZA", "MDC"}},
    Spelling{"N . C .", {"NC", ""}},
};

std::vector<std::string_view> partsOf(std::string_view spelling) {
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from < spelling.size();) {
        const std::size_t to = std::min(spelling.find(' ', from), spelling.size());
        parts.push_back(spelling.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

std::vector<Token> spelledOut(const std::vector<Token>& tokens) {
    std::vector<Token> result;
    for (std::size_t i = 0; i < tokens.size();) {
        const auto found = std::find_if(kSpellings.begin(), kSpellings.end(), [&](const Spelling& spelling) {
            const auto parts = partsOf(spelling.as);
            if (i + parts.size() > tokens.size()) return false;
            for (std::size_t n = 0; n < parts.size(); ++n) {
                // "O. KM" has a blank where "W/O" has none.
                const bool mayBeApart = n == 0 || tokens[i + n].text == "KM" || tokens[i + n].text == "MDC";
                if (tokens[i + n].text != parts[n] || (!mayBeApart && !tokens[i + n].touchesLast))
                    return false;
            }
            if (!spelling.isOnlyBeforeContrast) return true;
            const std::size_t next = i + parts.size();
            return next < tokens.size() &&
                   (isOneOf(tokens[next].text, kContrast) || isOneOf(tokens[next].text, kContrastBeside));
        });
        if (found != kSpellings.end()) {
            for (std::string_view word : found->meant)
                if (!word.empty()) result.push_back({std::string(word), false});
            i += partsOf(found->as).size();
            continue;
        }
        const Token& token = tokens[i++];
        const auto parts = token.isWord() && !isKnown(token.text) ? takenApart(token.text) : std::nullopt;
        if (!parts) {
            result.push_back(token);
            continue;
        }
        for (const std::string& part : *parts)
            result.push_back({part, false});
    }
    return result;
}

/// What is said of contrast, one word after the other.
class Reading {
public:
    explicit Reading(std::vector<Token> tokens) : m_tokens(std::move(tokens)) {
        for (std::size_t i = 0; i < m_tokens.size(); ++i)
            look(i);
    }

    bool isDenied = false, isAffirmed = false, isNamed = false, isBoth = false;

private:
    std::string_view at(std::size_t i) const {
        return i < m_tokens.size() ? std::string_view(m_tokens[i].text) : std::string_view();
    }
    bool touches(std::size_t i) const { return i < m_tokens.size() && m_tokens[i].touchesLast; }

    void look(std::size_t i) {
        const std::string_view word = at(i);
        if (isOneOf(word, kNative)) isDenied = true;
        if (word == "CON") lookAtCon(i);
        if ((word == "(" || word == "[") && (at(i + 2) == ")" || at(i + 2) == "]")) { // "(-)"
            isDenied = isDenied || at(i + 1) == "-";
            isAffirmed = isAffirmed || at(i + 1) == "+";
        }
        const bool isStrong = isOneOf(word, kContrast);
        if (isStrong || isOneOf(word, kContrastBeside)) lookAtContrast(i, isStrong);
        if (isOneOf(word, kDenialsAlone) && standsAlone(i)) isDenied = true;
        if (word == "WITH" && i + 1 == m_tokens.size()) isAffirmed = true; // "HEAD W/"
        lookForBoth(i);
    }

    /// "NON CON", "PRE-CON": where CON is no Spanish "with".
    bool isConContrast(std::size_t i) const {
        constexpr std::array kEnglish{"NON"sv, "NO"sv,      "PRE"sv,  "POST"sv,
                                      "WO"sv,  "WITHOUT"sv, "WITH"sv, "W"sv};
        if (i == 0 || at(i) != "CON" || isOneOf(at(i + 1), kContrast)) return false;
        const std::size_t before = at(i - 1) == "-" && i > 1 ? i - 2 : i - 1;
        return isOneOf(at(before), kEnglish);
    }

    void lookAtCon(std::size_t i) {
        if (!isConContrast(i)) return;
        const std::string_view before = at(at(i - 1) == "-" ? i - 2 : i - 1);
        (isOneOf(before, kDenials) ? isDenied : isAffirmed) = true;
    }

    void lookAtContrast(std::size_t i, bool isStrong) {
        const int sign = signAt(i);
        const std::string_view before = wordBefore(i), after = wordAfter(i);
        if (sign == 2) {
            isBoth = true;
        } else if (sign < 0 || isOneOf(before, kDenials) || (isStrong && isOneOf(after, kDenialsAfter)) ||
                   before == "O" /* O KM */) {
            if (before == "O" && at(i) != "KM") return;
            isDenied = true;
        } else if (sign > 0 || isOneOf(before, kAffirmations)) {
            isAffirmed = true;
        } else if (isStrong) {
            isNamed = true;
        }
    }

    /// -1: a minus belongs to it, 1: a plus, 2: both. A minus between two words is a dash.
    int signAt(std::size_t i) const {
        std::size_t n = i + 1;
        const bool isBracketed = at(n) == "(" || at(n) == "[";
        if (isBracketed) ++n;
        const bool isAttached = isBracketed || touches(n);
        const std::string_view sign = at(n), next = at(n + 1);
        if (isAttached && sign == "+") {
            const bool isBothSigns = next == "-" || (next == "/" && at(n + 2) == "-");
            return isBothSigns ? 2 : 1;
        }
        const bool endsThere = n + 1 >= m_tokens.size() || !touches(n + 1) || next == ")" || next == "]" ||
                               next == "/" || next == ",";
        if (sign == "-" && endsThere && (isAttached || n + 1 == m_tokens.size())) return -1;
        return signBefore(i);
    }

    int signBefore(std::size_t i) const {
        if (i == 0) return 0;
        std::size_t n = i - 1;
        const bool isBracketed = at(n) == ")" || at(n) == "]";
        if (isBracketed && n > 0) --n;
        if (!isBracketed && !touches(i)) return 0;
        const bool isFree = n == 0 || !touches(n) || at(n - 1) == "(" || at(n - 1) == "[";
        if (!isFree) return n >= 2 && at(n) == "-" && at(n - 1) == "/" && at(n - 2) == "+" ? 2 : 0;
        return at(n) == "-" ? -1 : at(n) == "+" ? 1 : 0;
    }

    /// The nearest word before that is not only between.
    std::string_view wordBefore(std::size_t i) const {
        constexpr std::size_t kFarthest = 5;
        for (std::size_t n = 1; n <= std::min(i, kFarthest); ++n)
            if (!isOneOf(at(i - n), kBetween)) return at(i - n);
        return {};
    }

    std::string_view wordAfter(std::size_t i) const {
        std::size_t n = i + 1;
        while (at(n) == ":" || at(n) == "=" || at(n) == "-" || at(n) == "(")
            ++n;
        const bool isLast = n + 1 >= m_tokens.size();
        return at(n) == "N" && !isLast ? std::string_view() : at(n);
    }

    bool standsAlone(std::size_t i) const {
        if (isOneOf(at(i + 1), kOtherThings) || (at(i + 1) == "-" && isOneOf(at(i + 2), kOtherThings)))
            return false;
        // PRE is often the beginning of another word.
        return at(i) != "PRE" || i + 1 == m_tokens.size() || !touches(i + 1);
    }

    /// An affirmation and a denial side by side.
    void lookForBoth(std::size_t i) {
        const bool isDenial = isOneOf(at(i), kDenials), isAffirmation = isOneOf(at(i), kAffirmations);
        const bool isNative = isOneOf(at(i), kNative);
        if (!isDenial && !isAffirmation && !isNative) return;
        std::size_t n = i + 1;
        while (isOneOf(at(n), kAnd))
            ++n;
        if (isConContrast(n)) return;
        if (n == i + 1 && at(i) != "WITH") return; // "W/WO" is WITH WO by now
        if ((isDenial && isOneOf(at(n), kAffirmations)) || (isAffirmation && isOneOf(at(n), kDenials)) ||
            (isNative && at(n - 1) != "-" && isOneOf(at(n), kContrast)))
            isBoth = true;
    }

    const std::vector<Token> m_tokens;
};

} // namespace

Hint contrastInWords(std::string_view text) {
    const Reading reading(spelledOut(wordsOf(text)));
    if (reading.isBoth || (reading.isDenied && reading.isAffirmed)) return Hint::Unsaid;
    if (reading.isDenied) return Hint::No;
    return reading.isAffirmed || reading.isNamed ? Hint::Yes : Hint::Unsaid;
}

Hint contrastInAgent(std::string_view agent) {
    constexpr std::array kNothing{
        "NO"sv,      "NONE"sv,    "N"sv,       "NA"sv,      "NIL"sv,        "NULL"sv, "NOT"sv,
        "NEIN"sv,    "KEIN"sv,    "KEINS"sv,   "KEINE"sv,   "KEINES"sv,     "OHNE"sv, "SIN"sv,
        "NINGUNO"sv, "NINGUN"sv,  "NON"sv,     "SANS"sv,    "AUCUN"sv,      "NAO"sv,  "SEM"sv,
        "NENHUM"sv,  "SENZA"sv,   "NESSUNO"sv, "NIENTE"sv,  "NESSUN"sv,     "GEEN"sv, "NEE"sv,
        "ZONDER"sv,  "WITHOUT"sv, "WO"sv,      "UNKNOWN"sv, "UNENHANCED"sv, "FALSE"sv};
    const std::vector<Token> words = spelledOut(wordsOf(agent));
    const auto first = std::find_if(words.begin(), words.end(), [](const Token& t) { return t.isWord(); });
    if (first == words.end()) {
        // "0", "-"; any other number is a dose
        return std::all_of(
                   words.begin(), words.end(),
                   [](const Token& t) { return t.text.find_first_of("123456789") == std::string::npos; })
                   ? Hint::No
                   : Hint::Yes;
    }
    if (isOneOf(first->text, kNothing)) return Hint::No;
    return contrastInWords(agent) == Hint::No ? Hint::No : Hint::Yes;
}

} // namespace hemo::imaging
