// The catalogue of sentences and the sources must fit: no sentence that nobody says, none that is said and is
// not there, and each with as many arguments as it has places.

#include "core/words/catalogue.h"
#include "tests/support/paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;

struct Source {
    std::string name, text;
};

/// Whatever may say something, without the catalogue itself.
std::vector<Source> sources() {
    std::vector<Source> all;
    for (const char* top : {"app", "core", "ml", "viewer"})
        for (const auto& entry : fs::recursive_directory_iterator(sourceFolder() / top)) {
            const fs::path& file = entry.path();
            const bool isSource = file.extension() == ".cpp" || file.extension() == ".h";
            if (!isSource || file.parent_path().filename() == "catalogue") continue;
            std::ifstream stream(file);
            all.push_back(
                {fs::relative(file, sourceFolder()).string(), {std::istreambuf_iterator<char>(stream), {}}});
        }
    return all;
}

std::string roomOf(const std::string& id) {
    return id.substr(0, id.find('.'));
}

std::vector<std::string> matches(const std::string& text, const char* pattern) {
    const std::regex expression(pattern);
    std::vector<std::string> all;
    for (auto at = std::sregex_iterator(text.begin(), text.end(), expression); at != std::sregex_iterator();
         ++at)
        all.push_back((*at)[1]);
    return all;
}

/// Behind the quote at `at`: the end of a literal or of a character.
std::size_t endOfQuote(const std::string& text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size() && text[at] != quote; ++at)
        if (text[at] == '\\') ++at;
    return at + 1;
}

/// How many arguments a call has, `at` being behind its opening bracket. Commas within brackets of any kind
/// part the arguments of others.
int argumentsFrom(const std::string& text, std::size_t at) {
    int commas = 0;
    for (int depth = 0; at < text.size() && depth >= 0;) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = endOfQuote(text, at);
            continue;
        }
        if (c == '(' || c == '{' || c == '[') ++depth;
        if (c == ')' || c == '}' || c == ']') --depth;
        if (c == ',' && depth == 0) ++commas;
        ++at;
    }
    return commas + 1;
}

struct Call {
    std::string id, file;
    int arguments = 0; ///< beside the id
};

std::vector<Call> callsIn(const Source& source) {
    static const std::string kStart = "say(\"";
    std::vector<Call> calls;
    for (std::size_t at = source.text.find(kStart); at != std::string::npos;
         at = source.text.find(kStart, at + 1)) {
        const std::size_t from = at + kStart.size();
        calls.push_back({source.text.substr(from, source.text.find('"', from) - from), source.name,
                         argumentsFrom(source.text, at + kStart.size() - 1) - 1});
    }
    return calls;
}

std::set<int> placesIn(const char* text) {
    std::set<int> places;
    for (const std::string& place : matches(text, R"re(%\^?([1-9]))re"))
        places.insert(std::stoi(place));
    return places;
}

std::vector<Sentence> allSentences() {
    std::vector<Sentence> all;
    for (const auto group : catalogue())
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

TEST(Words, EachSentenceHasAnIdOfItsOwnAndPlacesFromOneOn) {
    std::set<std::string> ids;
    for (const Sentence& sentence : allSentences()) {
        EXPECT_TRUE(ids.insert(sentence.id).second) << sentence.id << " is there twice";
        EXPECT_EQ(matches(sentence.id, R"re(^([a-z0-9_]+\.[a-z0-9_]+)$)re").size(), 1u) << sentence.id;
        EXPECT_STRNE(sentence.text, "") << sentence.id;
        const std::set<int> places = placesIn(sentence.text);
        EXPECT_EQ(places.size(), static_cast<std::size_t>(placesOf(sentence))) << sentence.id;
        if (sentence.one == nullptr) continue;
        EXPECT_TRUE(places.contains(1)) << sentence.id << " has a singular and counts nothing";
        const std::set<int> ofOne = placesIn(sentence.one); // "one slice only" need not repeat the number
        EXPECT_TRUE(std::ranges::includes(places, ofOne)) << sentence.id;
        EXPECT_GE(ofOne.size() + 1, places.size()) << sentence.id;
    }
    EXPECT_GT(ids.size(), 300u);
}

TEST(Words, WhatIsSaidIsInTheCatalogueWithAllItsArguments) {
    int said = 0;
    for (const Source& source : sources())
        for (const Call& call : callsIn(source)) {
            const Sentence* sentence = findSentence(call.id);
            ASSERT_NE(sentence, nullptr) << call.id << " in " << call.file;
            EXPECT_EQ(call.arguments, placesOf(*sentence)) << call.id << " in " << call.file;
            ++said;
        }
    EXPECT_GT(said, 300);
}

TEST(Words, AnIdThatIsHandedOnIsInTheCatalogue) {
    std::set<std::string> rooms;
    for (const Sentence& sentence : allSentences())
        rooms.insert(roomOf(sentence.id));
    for (const Source& source : sources())
        for (const std::string& literal : matches(source.text, R"re("([a-z0-9_]+\.[a-z0-9_]+)")re")) {
            const bool isId = rooms.contains(roomOf(literal));
            EXPECT_TRUE(!isId || findSentence(literal) != nullptr) << literal << " in " << source.name;
        }
}

TEST(Words, EverySentenceIsSaidSomewhere) {
    std::set<std::string> named;
    for (const Source& source : sources())
        for (const std::string& literal : matches(source.text, R"re("([a-z0-9_]+\.[a-z0-9_]+)")re"))
            named.insert(literal);
    for (const Sentence& sentence : allSentences()) {
        const bool isMadeOfTheCount = roomOf(sentence.id) == "number";
        EXPECT_TRUE(isMadeOfTheCount || named.contains(sentence.id)) << sentence.id;
    }
}

} // namespace
} // namespace hemo::testing
