#pragma once

#include <filesystem>

/// Where tests find what lies outside of them. In one source alone, so that the same test compiles to the
/// same bytes in every folder.
namespace hemo::testing {

/// The source tree.
std::filesystem::path sourceFolder();
/// Real scans and pictures beside the source tree; most machines have none, and who looks for them skips.
std::filesystem::path sharedData();
/// The programs of this build.
std::filesystem::path programFolder();
/// Where tests leave pictures behind for whoever wants to look at them.
std::filesystem::path pictureFolder();

} // namespace hemo::testing
