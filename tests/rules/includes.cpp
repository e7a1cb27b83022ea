#include "includes.h"

#include <fstream>
#include <regex>
#include <set>

namespace hemo::testing {

std::vector<Include> includesBelow(const std::filesystem::path& root, const std::string& folder) {
    static const std::set<std::string> kEndings{".h", ".cpp", ".c", ".inc"};
    static const std::regex kLine(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"])re");
    std::vector<Include> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
        if (!kEndings.contains(entry.path().extension().string())) continue;
        std::ifstream file(entry.path());
        std::smatch match;
        for (std::string text; std::getline(file, text);)
            if (std::regex_search(text, match, kLine))
                all.push_back({std::filesystem::relative(entry.path(), root).string(), match[1]});
    }
    return all;
}

} // namespace hemo::testing
