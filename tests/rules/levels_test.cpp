// Reads the include lines of every source file: who may use whom (resources/docs/architecture.md, "Levels").

#include "includes.h"

#include "tests/support/paths.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;

std::vector<Include> includesBelow(const std::string& folder) {
    return testing::includesBelow(sourceFolder(), folder);
}

bool startsWithAny(const std::string& text, const std::vector<std::string>& beginnings) {
    for (const std::string& b : beginnings)
        if (text.rfind(b, 0) == 0) return true;
    return false;
}

const std::vector<std::string> kItk{"itk", "gdcm"};
const std::vector<std::string> kVtk{"vtk"};
const std::vector<std::string> kTorch{"torch", "ATen", "c10"};
const std::vector<std::string> kQt{"Q"};

void expectNone(const std::vector<Include>& includes, const std::vector<std::string>& forbidden,
                const std::vector<std::string>& exceptBelow = {}) {
    for (const Include& i : includes) {
        if (startsWithAny(i.file, exceptBelow)) continue;
        EXPECT_FALSE(startsWithAny(i.text, forbidden)) << i.file << " includes " << i.text;
    }
}

TEST(Levels, EveryFolderIsRead) {
    for (const char* folder : {"core", "viewer", "ml", "app"})
        EXPECT_FALSE(includesBelow(folder).empty()) << folder;
}

TEST(Levels, CoreKnowsNoToolkitAndNobodyAboveIt) {
    const std::vector<std::string> imaging{"core/imaging/"};
    const auto includes = includesBelow("core");
    for (const auto& toolkit : {kItk, kVtk, kTorch, kQt})
        expectNone(includes, toolkit, imaging);
    expectNone(includes, {"viewer/", "ml/", "app/", "core/imaging/"}, imaging);
}

TEST(Levels, ImagingKnowsItkAndCoreAlone) {
    const auto includes = includesBelow("core/imaging");
    for (const auto& toolkit : {kVtk, kTorch, kQt})
        expectNone(includes, toolkit);
    expectNone(includes, {"viewer/", "ml/", "app/"});
}

TEST(Levels, RenderKnowsVtkAndCoreAlone) {
    const auto includes = includesBelow("viewer/render");
    for (const auto& toolkit : {kItk, kTorch, kQt})
        expectNone(includes, toolkit);
    expectNone(includes, {"viewer/widgets/", "ml/", "app/", "core/imaging/"});
}

TEST(Levels, MlKnowsTorchAndCoreAlone) {
    const auto includes = includesBelow("ml");
    for (const auto& toolkit : {kItk, kVtk, kQt})
        expectNone(includes, toolkit);
    expectNone(includes, {"viewer/", "app/", "core/imaging/"});
}

TEST(Levels, WidgetsKnowQtAndRenderAndCore) {
    const auto includes = includesBelow("viewer/widgets");
    for (const auto& toolkit : {kItk, kVtk, kTorch})
        expectNone(includes, toolkit);
    expectNone(includes, {"ml/", "app/", "core/imaging/"});
}

TEST(Levels, AppKnowsNoToolkitButQtAndNeverTheNetwork) {
    const auto includes = includesBelow("app");
    for (const auto& toolkit : {kItk, kVtk, kTorch})
        expectNone(includes, toolkit);
    expectNone(includes, {"ml/"}, {"app/cli/"});
}

TEST(Levels, NoPublicHeaderNamesAToolkitItDoesNotOwn) {
    for (const char* folder : {"core", "viewer/render", "ml"})
        for (const Include& i : includesBelow(folder)) {
            // The network's parts are torch modules and say so; guarded.h is where a toolkit's exceptions
            // end; imaging's are for programs that are ITK's already, or for its own filters.
            const bool isPart = startsWithAny(
                i.file,
                {"core/imaging/filter/head_likeness.h", "core/imaging/filter/working_head.h",
                 "core/imaging/itk/hu_image.h", "core/imaging/itk/series_image_io.h", "ml/reader/network/",
                 "ml/reader/slice_network.h", "ml/reader/device/device.h", "ml/training/", "ml/guarded.h"});
            if (!i.file.ends_with(".h") || isPart) continue;
            for (const auto& toolkit : {kItk, kVtk, kTorch, kQt})
                EXPECT_FALSE(startsWithAny(i.text, toolkit)) << i.file << " includes " << i.text;
        }
}

TEST(Folders, TopLevelHoldsNothingBesideTheDesign) {
    const std::vector<std::string> allowed{"app",
                                           "build",
                                           "core",
                                           "ml",
                                           "packaging",
                                           "resources",
                                           "tests",
                                           "viewer",
                                           "CMakeLists.txt",
                                           "CMakePresets.json",
                                           "README.md",
                                           "CONTRIBUTING.md",
                                           "LICENSE",
                                           "NOTICE"};
    for (const auto& entry : fs::directory_iterator(hemo::testing::sourceFolder())) {
        const std::string name = entry.path().filename().string();
        if (name.front() == '.') continue;
        EXPECT_NE(std::find(allowed.begin(), allowed.end(), name), allowed.end()) << name;
    }
}

} // namespace
} // namespace hemo::testing
