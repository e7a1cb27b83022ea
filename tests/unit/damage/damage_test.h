#pragma once

#include "core/study/series_info.h"
#include "tests/support/damage.h"
#include "tests/support/encode_frame.h"
#include "tests/support/odd_series.h"
#include "tests/support/raw_dicom.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <string>

namespace hemo::testing {

/// What a user met who opened something bad.
struct Met {
    int opened = 0, refused = 0; ///< series that loaded; that did not, or a path that could not be scanned
    Message sentence;            ///< the last reason
    std::vector<LoadWarning> warnings; ///< of the folder and of what loaded
    int images = 0;                    ///< in what loaded

    bool warns(const std::string& part) const;
};

/// A folder with one good series in it, and beside it whatever a test makes wrong. Everything that is opened
/// through it is held to the same rules: two seconds, no more memory than the files justify, one sentence for
/// each refusal, no path in any of them, and the good series is found whole whatever lies beside it.
class DamageTest : public ::testing::Test {
protected:
    DamageTest();

    /// For things that lie beside the good series.
    const std::filesystem::path& folder() const { return m_temp.path(); }
    /// Writes `bytes` as a file beside the good series, then opens the folder and the file alone.
    /// Returns what became of the file alone.
    Met tryFile(const std::string& bytes, const std::string& name = "bad");
    Met tryFile(const RawDicom& file, const std::string& name = "bad");
    /// Opens the folder as a user would and expects the good series whole in it. What else was there.
    Met openAround();
    /// Opens a path: scan, thumbnail, load of every series. `fileBytes` of input justify what is allocated.
    Met open(const std::filesystem::path& path, std::uint64_t fileBytes);

    std::string bytesOf(const RawDicom& file) const;

private:
    void expectWithin(std::uint64_t fileBytes, const std::function<void()>& work) const;

    TempFolder m_temp, m_spare;
    std::string m_goodUid;
};

/// One sentence that says nothing of where the file lies.
void expectSentence(const Message& sentence);

} // namespace hemo::testing
