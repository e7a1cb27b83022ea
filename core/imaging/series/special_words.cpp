#include "core/imaging/series/special_words.h"

#include "core/imaging/series/word_list.h"

#include <algorithm>
#include <array>
#include <string>

namespace hemo::imaging {
namespace {

/// Words that follow each other; "#" is any number, and "*" at the end of one anything.
struct Phrase {
    std::string_view words;
    MessageId meaning;
};

constexpr MessageId kMono = "special.monoenergetic", kMaterial = "special.material",
                    kVirtual = "special.virtual_native", kMaximum = "special.maximum",
                    kMinimum = "special.minimum", kEnergy = "special.dual_energy",
                    kPicture = "special.picture", kBoneless = "special.boneless",
                    kSubtracted = "special.subtracted", kMap = "special.perfusion",
                    kCurved = "special.curved", kNoImage = "special.no_image";

/// What syngo.via and syngo CT, AW and GSI, IntelliSpace and IQon, Vitrea and Aquilion name their results by
/// default, and what protocols call them.
constexpr std::array kPhrases{
    Phrase{"# KEV", kMono},
    Phrase{"# KE V", kMono},
    Phrase{"MONOENERG*", kMono},
    Phrase{"MONO ENERG*", kMono},
    Phrase{"MONOCHROM*", kMono},
    Phrase{"MONO CHROM*", kMono},
    Phrase{"MONOE", kMono},
    Phrase{"MONO E", kMono},
    Phrase{"MONO #", kMono},
    Phrase{"MONO +", kMono},
    Phrase{"MONO PLUS", kMono},
    Phrase{"MONOPLUS", kMono},
    Phrase{"VMI", kMono},
    Phrase{"VMC", kMono},
    Phrase{"VIRTUAL MONO*", kMono},
    Phrase{"IODINE", kMaterial},
    Phrase{"IODIN", kMaterial},
    Phrase{"IODMAP", kMaterial},
    Phrase{"IOD MAP", kMaterial},
    Phrase{"JOD", kMaterial},
    Phrase{"JODKARTE", kMaterial},
    Phrase{"JODBILD", kMaterial},
    Phrase{"YODO", kMaterial},
    Phrase{"IODE", kMaterial},
    Phrase{"IODIO", kMaterial},
    Phrase{"IODO", kMaterial},
    Phrase{"JODIUM", kMaterial},
    Phrase{"JOOD", kMaterial},
    Phrase{"ZEFF", kMaterial},
    Phrase{"Z EFF*", kMaterial},
    Phrase{"EFFECTIVE Z", kMaterial},
    Phrase{"EFF Z", kMaterial},
    Phrase{"EFFECTIVE ATOMIC*", kMaterial},
    Phrase{"ATOMIC NUMBER", kMaterial},
    Phrase{"RHO Z", kMaterial},
    Phrase{"RHO / Z", kMaterial},
    Phrase{"ELECTRON DENS*", kMaterial},
    Phrase{"ELECTRONDENS*", kMaterial},
    Phrase{"EDENSITY", kMaterial},
    Phrase{"CALCIUM SUPP*", kMaterial},
    Phrase{"CASUPP*", kMaterial},
    Phrase{"CA SUPP*", kMaterial},
    Phrase{"URIC*", kMaterial},
    Phrase{"MATERIAL DENS*", kMaterial},
    Phrase{"MATERIAL MAP", kMaterial},
    Phrase{"MATERIAL DECOMP*", kMaterial},
    Phrase{"WATER MAP", kMaterial},
    Phrase{"WATER (", kMaterial},
    Phrase{"HAP (", kMaterial},
    Phrase{"CALCIUM (", kMaterial},
    Phrase{"CALCIUM MAP", kMaterial},
    Phrase{"FAT MAP", kMaterial},
    Phrase{"HEMATOMA MAP", kMaterial},
    Phrase{"BRAIN HEMORRHAGE MAP", kMaterial},
    Phrase{"VNC*", kVirtual},
    Phrase{"TVNC", kVirtual},
    Phrase{"VUE", kVirtual},
    Phrase{"VIRTUAL NON*", kVirtual},
    Phrase{"VIRTUAL - NON*", kVirtual},
    Phrase{"VIRTUAL UNENH*", kVirtual},
    Phrase{"VIRTUAL NATIV*", kVirtual},
    Phrase{"VIRTUELL*", kVirtual},
    Phrase{"VIRTUAL SIN*", kVirtual},
    Phrase{"SIN CONTRASTE VIRTUAL", kVirtual},
    Phrase{"VIRTUEL*", kVirtual},
    Phrase{"VIRTUALE*", kVirtual},
    Phrase{"VIRTUAL PLAIN", kVirtual},
    Phrase{"VIRTUAL WITHOUT*", kVirtual},
    Phrase{"VIRTUAL SEM*", kVirtual},
    Phrase{"VIRTUAL W", kVirtual},
    Phrase{"PURE CALCIUM", kVirtual},
    Phrase{"PURECALCIUM", kVirtual},
    Phrase{"PURELUMEN", kVirtual},
    Phrase{"MIP", kMaximum},
    Phrase{"MIPS", kMaximum},
    Phrase{"TMIP", kMaximum},
    Phrase{"MAXIP", kMaximum},
    Phrase{"MAX IP", kMaximum},
    Phrase{"MAXIMUM INT*", kMaximum},
    Phrase{"MAX INT*", kMaximum},
    Phrase{"MAXIMALE INT*", kMaximum},
    Phrase{"MAXIMUMINT*", kMaximum},
    Phrase{"MI P", kMaximum},
    Phrase{"MINIP", kMinimum},
    Phrase{"MIN IP", kMinimum},
    Phrase{"MINIMUM INT*", kMinimum},
    Phrase{"MIN INT*", kMinimum},
    Phrase{"MNIP", kMinimum},
    Phrase{"VRT", kPicture},
    Phrase{"SSD", kPicture},
    Phrase{"VOLUME REND*", kPicture},
    Phrase{"VOLUMEREND*", kPicture},
    Phrase{"3 D VR", kPicture},
    Phrase{"SURFACE REND*", kPicture},
    Phrase{"CINEMATIC*", kPicture},
    Phrase{"BONE REM*", kBoneless},
    Phrase{"BONEREM*", kBoneless},
    Phrase{"BONES REM*", kBoneless},
    Phrase{"BONE SUB*", kBoneless},
    Phrase{"BONELESS", kBoneless},
    Phrase{"BONE FREE", kBoneless},
    Phrase{"REMOVED BONE*", kBoneless},
    Phrase{"HEAD BONE OFF", kBoneless},
    Phrase{"SUBTRACT*", kSubtracted},
    Phrase{"SUBTRAKT*", kSubtracted},
    Phrase{"DSA", kSubtracted},
    Phrase{"SUSTRA*", kSubtracted},
    Phrase{"SOUSTR*", kSubtracted},
    Phrase{"SOTTRA*", kSubtracted},
    Phrase{"DIFFERENCE", kSubtracted},
    Phrase{"CBF", kMap},
    Phrase{"CBV", kMap},
    Phrase{"MTT", kMap},
    Phrase{"TTP", kMap},
    Phrase{"TMAX", kMap},
    Phrase{"T MAX", kMap},
    Phrase{"RCBF", kMap},
    Phrase{"RCBV", kMap},
    Phrase{"TTD", kMap},
    Phrase{"PBV", kMap},
    Phrase{"PERFUSION MAP*", kMap},
    Phrase{"PENUMBRA*", kMap},
    Phrase{"PERMEABILITY*", kMap},
    Phrase{"CPR", kCurved},
    Phrase{"CURVED*", kCurved},
    Phrase{"SN #", kEnergy},
    Phrase{"DET A", kEnergy},
    Phrase{"DET B", kEnergy},
    Phrase{"LOW KV*", kEnergy},
    Phrase{"HIGH KV*", kEnergy},
    Phrase{"LOW ENERGY", kEnergy},
    Phrase{"HIGH ENERGY", kEnergy},
    Phrase{"LOW K V*", kEnergy},
    Phrase{"HIGH K V*", kEnergy},
    Phrase{"A # KV*", kEnergy},
    Phrase{"B # KV*", kEnergy},
    Phrase{"A # K V*", kEnergy},
    Phrase{"B # K V*", kEnergy},
    Phrase{"STD DEV*", kNoImage},
    Phrase{"STANDARD DEVIATION", kNoImage},
    Phrase{"SEGMENTATION", kNoImage},
    Phrase{"ENDOSCOPY", kNoImage},
    Phrase{"NOISE MAP", kNoImage},
};

bool isNumber(const Token& token) {
    return token.isNumber();
}

bool isMatch(const Token& token, std::string_view word) {
    if (word == "#") return isNumber(token);
    if (word.ends_with('*')) return token.text.starts_with(word.substr(0, word.size() - 1));
    return token.text == word;
}

bool startsHere(std::string_view words, const std::vector<Token>& tokens, std::size_t at) {
    for (std::size_t from = 0; from < words.size(); ++at) {
        const std::size_t to = std::min(words.find(' ', from), words.size());
        if (at >= tokens.size() || !isMatch(tokens[at], words.substr(from, to - from))) return false;
        from = to + 1;
    }
    return true;
}

bool isIn(const Phrase& phrase, const std::vector<Token>& tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at)
        if (startsHere(phrase.words, tokens, at)) return true;
    return false;
}

} // namespace

std::vector<MessageId> specialsInWords(std::string_view text) {
    std::vector<MessageId> meanings;
    if (text.empty()) return meanings;
    const std::vector<Token> tokens = wordsOf(text);
    for (const Phrase& phrase : kPhrases)
        if (isIn(phrase, tokens) &&
            std::find(meanings.begin(), meanings.end(), phrase.meaning) == meanings.end())
            meanings.push_back(phrase.meaning);
    return meanings;
}

} // namespace hemo::imaging
