// What the documents name must be there: they are read by whoever does not know the tree yet.

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

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = hemo::testing::sourceFolder();

std::string textOf(const fs::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<fs::path> documents() {
    std::vector<fs::path> all;
    for (const auto& top : fs::directory_iterator(kRoot)) {
        const std::string name = top.path().filename().string();
        if (top.path().extension() == ".md") all.push_back(top.path());
        if (!top.is_directory() || name.front() == '.' || name == "build") continue;
        for (const auto& entry : fs::recursive_directory_iterator(top.path()))
            if (entry.path().extension() == ".md") all.push_back(entry.path());
    }
    return all;
}

/// Paths from the top of the tree, between backquotes; those with a placeholder are left alone.
std::vector<std::string> pathsNamedIn(const std::string& text) {
    static const std::regex path(R"re(`((?:app|core|ml|packaging|resources|tests|viewer)/[\w./-]+)`)re");
    std::vector<std::string> named;
    for (auto at = std::sregex_iterator(text.begin(), text.end(), path); at != std::sregex_iterator(); ++at)
        named.push_back((*at)[1]);
    return named;
}

/// As named, or a pair of header and source named without their ending.
bool isThere(const std::string& path) {
    return std::ranges::any_of(std::vector<std::string>{"", ".h", ".cpp"}, [&](const std::string& ending) {
        return fs::exists(kRoot / (path + ending));
    });
}

std::vector<fs::path> pagesIn(const std::string& folder) {
    std::vector<fs::path> pages;
    for (const auto& entry : fs::directory_iterator(kRoot / folder))
        if (entry.path().filename() != "README.md") pages.push_back(entry.path());
    std::ranges::sort(pages);
    return pages;
}

TEST(Documents, NameOnlyWhatIsThere) {
    int named = 0;
    for (const fs::path& document : documents())
        for (const std::string& path : pathsNamedIn(textOf(document))) {
            ++named;
            EXPECT_TRUE(isThere(path)) << fs::relative(document, kRoot) << " names " << path;
        }
    EXPECT_GT(named, 30);
}

TEST(Documents, PagesHaveANumberOfTheirOwnAndSayIt) {
    static const std::regex numbered(R"(\d{3}-[a-z0-9-]+\.md)");
    for (const char* folder : {"resources/docs/decisions", "ml/training/experiments"}) {
        std::set<std::string> taken;
        for (const fs::path& page : pagesIn(folder)) {
            const std::string name = page.filename().string(), number = name.substr(0, 3);
            EXPECT_TRUE(std::regex_match(name, numbered)) << name;
            EXPECT_EQ(textOf(page).substr(0, 6), "# " + number + ":") << name;
            EXPECT_TRUE(taken.insert(number).second) << number << " is taken twice";
        }
        EXPECT_GT(taken.size(), 5u) << folder;
    }
}

} // namespace
