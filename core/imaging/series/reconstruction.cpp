#include "core/imaging/series/reconstruction.h"

#include "core/imaging/series/special_words.h"
#include "core/words/lists.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <utility>

namespace hemo::imaging {
namespace {

/// A value of ImageType that means other pixels, and what people call it.
struct Special {
    std::string_view value; ///< the beginning of it, in capitals
    MessageId words;
};

/// Values 4 and above are the makers' own (PS3.3 C.8.2.1.1.1 leaves them free), so these are what the
/// conformance statements of scanners and workstations list: Siemens syngo CT (MONO, VNC, DET_A/B of dual
/// source, AVERAGE), GE Revolution and AW (QC, MONO, MIP, VXTL STATE), Philips IntelliSpace and IQon (MONOE,
/// VNC, ZEFF), Canon (SUBTRACT, BONE_REMOVAL), and the defined terms for enhanced CT in PS3.3 C.8.15.3.1.
constexpr std::array kSpecials{
    Special{"MIP", "special.maximum"},
    Special{"MAX_IP", "special.maximum"},
    Special{"MINIP", "special.minimum"},
    Special{"MIN_IP", "special.minimum"},
    Special{"MAXIMUM", "special.maximum"},
    Special{"MINIMUM", "special.minimum"},
    Special{"VOLUME_RENDER", "special.picture"},
    Special{"VRT", "special.picture"},
    Special{"SSD", "special.picture"},
    Special{"3D", "special.picture"},
    Special{"MONO", "special.monoenergetic"},
    Special{"VMI", "special.monoenergetic"},
    Special{"VIRTUAL_MONO", "special.monoenergetic"},
    Special{"VNC", "special.virtual_native"},
    Special{"VIRTUAL_NON", "special.virtual_native"},
    Special{"WATER_MAP", "special.material"},
    Special{"IODINE", "special.material"},
    Special{"MATERIAL", "special.material"},
    Special{"MD", "special.material"},
    Special{"CALCIUM", "special.material"},
    Special{"URIC", "special.material"},
    Special{"ZEFF", "special.material"},
    Special{"Z_EFF", "special.material"},
    Special{"EFF_ATOMIC", "special.material"},
    Special{"ELECTRON_DENSITY", "special.material"},
    Special{"DET_A", "special.dual_energy"},
    Special{"DET_B", "special.dual_energy"},
    Special{"DET_AB", "special.dual_energy"},
    Special{"BONE_REM", "special.boneless"},
    Special{"BONEREM", "special.boneless"},
    Special{"BONE REM", "special.boneless"},
    Special{"SUBTRACT", "special.subtracted"},
    Special{"DSA", "special.subtracted"},
    Special{"PERFUSION", "special.perfusion"},
    Special{"CBF", "special.perfusion"},
    Special{"CBV", "special.perfusion"},
    Special{"MTT", "special.perfusion"},
    Special{"TTP", "special.perfusion"},
    Special{"TMAX", "special.perfusion"},
    Special{"RCBF", "special.perfusion"},
    Special{"RCBV", "special.perfusion"},
    Special{"STD_DEVIATION", "special.no_image"},
    Special{"CPR", "special.curved"},
    Special{"CURVED", "special.curved"},
};

const Special* specialOf(std::string_view value) {
    // "MD" and the like are whole words: as beginnings they would catch unrelated ones.
    const auto matches = [&](const Special& s) {
        if (s.value.size() > 3) return value.starts_with(s.value);
        return value.starts_with(s.value) &&
               (value.size() == s.value.size() ||
                !std::isalnum(static_cast<unsigned char>(value[s.value.size()])));
    };
    const auto found = std::find_if(kSpecials.begin(), kSpecials.end(), matches);
    return found == kSpecials.end() ? nullptr : &*found;
}

std::vector<std::string> valuesOf(std::string_view imageType) {
    std::vector<std::string> values(1);
    for (char c : imageType) {
        if (c == '\\')
            values.emplace_back();
        else
            values.back() += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    for (std::string& value : values) {
        value.erase(0, value.find_first_not_of(' '));
        value.erase(value.find_last_not_of(' ') + 1);
    }
    return values;
}

/// By the alphabet, each once.
void putInOrder(std::vector<MessageId>& words) {
    std::sort(words.begin(), words.end(),
              [](MessageId a, MessageId b) { return english(say(a)) < english(say(b)); });
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

} // namespace

Reconstruction reconstructionOf(std::string_view imageType) {
    const std::vector<std::string> values = valuesOf(imageType);
    Reconstruction result;
    result.isDerived = values[0] == "DERIVED";
    if (values.size() > 2) result.kind = values[2];
    std::set<std::string> specials;
    for (std::size_t n = 2; n < values.size(); ++n)
        if (specialOf(values[n])) specials.insert(values[n]);
    result.specials.assign(specials.begin(), specials.end());
    return result;
}

Reconstruction reconstructionOf(const SeriesInfo& series) {
    Reconstruction made = reconstructionOf(std::string_view(series.imageType));
    for (const std::string* text : {&series.description, &series.derivation, &series.kernel})
        for (const MessageId words : specialsInWords(*text))
            made.described.push_back(words);
    putInOrder(made.described);
    if (!specialsInWords(series.description).empty()) made.label = series.description;
    return made;
}

Message specialWords(const Reconstruction& reconstruction) {
    std::vector<MessageId> words = reconstruction.described; // several values often mean one thing
    for (const std::string& value : reconstruction.specials)
        if (const Special* special = specialOf(value)) words.push_back(special->words);
    putInOrder(words);
    std::vector<Message> said;
    said.reserve(words.size());
    for (const MessageId each : words)
        said.push_back(say(each));
    return withCommas(std::move(said));
}

} // namespace hemo::imaging
