#include "core/imaging/series/reconstruction.h"

#include "core/imaging/series/special_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace hemo::imaging {
namespace {

/// A value of ImageType that means other pixels, and what people call it.
struct Special {
    std::string_view value; ///< the beginning of it, in capitals
    const char* words;
};

/// Values 4 and above are the makers' own (PS3.3 C.8.2.1.1.1 leaves them free), so these are what the
/// conformance statements of scanners and workstations list: Siemens syngo CT (MONO, VNC, DET_A/B of dual
/// source, AVERAGE), GE Revolution and AW (QC, MONO, MIP, VXTL STATE), Philips IntelliSpace and IQon (MONOE,
/// VNC, ZEFF), Canon (SUBTRACT, BONE_REMOVAL), and the defined terms for enhanced CT in PS3.3 C.8.15.3.1.
constexpr std::array kSpecials{
    Special{"MIP", "maximum intensity"},
    Special{"MAX_IP", "maximum intensity"},
    Special{"MINIP", "minimum intensity"},
    Special{"MIN_IP", "minimum intensity"},
    Special{"MAXIMUM", "maximum intensity"},
    Special{"MINIMUM", "minimum intensity"},
    Special{"VOLUME_RENDER", "three-dimensional picture"},
    Special{"VRT", "three-dimensional picture"},
    Special{"SSD", "three-dimensional picture"},
    Special{"3D", "three-dimensional picture"},
    Special{"MONO", "monoenergetic"},
    Special{"VMI", "monoenergetic"},
    Special{"VIRTUAL_MONO", "monoenergetic"},
    Special{"VNC", "virtual without contrast"},
    Special{"VIRTUAL_NON", "virtual without contrast"},
    Special{"WATER_MAP", "material map"},
    Special{"IODINE", "material map"},
    Special{"MATERIAL", "material map"},
    Special{"MD", "material map"},
    Special{"CALCIUM", "material map"},
    Special{"URIC", "material map"},
    Special{"ZEFF", "material map"},
    Special{"Z_EFF", "material map"},
    Special{"EFF_ATOMIC", "material map"},
    Special{"ELECTRON_DENSITY", "material map"},
    Special{"DET_A", "dual energy"},
    Special{"DET_B", "dual energy"},
    Special{"DET_AB", "dual energy"},
    Special{"BONE_REM", "bone removed"},
    Special{"BONEREM", "bone removed"},
    Special{"BONE REM", "bone removed"},
    Special{"SUBTRACT", "subtracted"},
    Special{"DSA", "subtracted"},
    Special{"PERFUSION", "perfusion map"},
    Special{"CBF", "perfusion map"},
    Special{"CBV", "perfusion map"},
    Special{"MTT", "perfusion map"},
    Special{"TTP", "perfusion map"},
    Special{"TMAX", "perfusion map"},
    Special{"RCBF", "perfusion map"},
    Special{"RCBV", "perfusion map"},
    Special{"STD_DEVIATION", "no plain image"},
    Special{"CPR", "curved reformat"},
    Special{"CURVED", "curved reformat"},
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
    std::set<std::string> described;
    for (const std::string* text : {&series.description, &series.derivation, &series.kernel})
        for (const char* words : specialsInWords(*text))
            described.insert(words);
    made.described.assign(described.begin(), described.end());
    if (!specialsInWords(series.description).empty()) made.label = series.description;
    return made;
}

std::string specialWords(const Reconstruction& reconstruction) {
    std::set<std::string> words; // several values often mean one thing
    words.insert(reconstruction.described.begin(), reconstruction.described.end());
    for (const std::string& value : reconstruction.specials)
        if (const Special* special = specialOf(value)) words.insert(special->words);
    std::string text;
    for (const std::string& each : words)
        text += (text.empty() ? "" : ", ") + each;
    return text;
}

} // namespace hemo::imaging
