// A bleed drawn into what is open: by the dialog, and as a surprise.

#include "app_fixture.h"

#include "app/bleed_maker.h"
#include "app/case_collection.h"
#include "app/drawn_study.h"
#include "core/imaging/read/scan_paths.h"
#include "core/state/select/lesson.h"
#include "core/study/simulated.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <set>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using namespace testing;

class DrawnBleed : public ProgramTest {
protected:
    DrawnBleed() {
        writeNamedScan(folder.path() / "patient");
        application->store().dispatch(action::OpenPaths{{folder.path() / "patient"}});
        EXPECT_TRUE(waitFor([&] { return isRead(state()); }));
    }
    fs::path simulated() const { return folder.path() / "cache" / "simulated"; }
};

TEST_F(DrawnBleed, OpensInACopyThatSaysWhatItIsAndNamesNobody) {
    const std::string original = lead(state()).series->seriesInstanceUid;
    const VolumePtr before = lead(state()).volume;
    ASSERT_TRUE(command("Draw a bleed").isEnabled());
    command("Draw a bleed").trigger();
    auto* maker = window->findChild<BleedMaker*>();
    ASSERT_TRUE(maker);
    maker->findChild<QComboBox*>("bleedKind")->setCurrentIndex(4);  // subdural
    maker->findChild<QComboBox*>("bleedPlace")->setCurrentIndex(2); // right
    maker->findChild<QDoubleSpinBox*>("bleedVolume")->setValue(30);
    maker->findChild<QPushButton*>("bleedDraw")->click();
    ASSERT_TRUE(waitFor([&] {
        return isRead(state()) && lead(state()).series->seriesInstanceUid != original;
    })) << (state().notice ? english(state().notice->text) : "");
    const Reading& reading = lead(state());
    EXPECT_TRUE(isSimulated(*reading.series));
    EXPECT_TRUE(command("Draw a bleed").isEnabled()) << "another one may join it";
    EXPECT_FALSE(command("Surprise me").isEnabled()) << "which is for scans without a bleed";
    EXPECT_EQ(reading.series->description.substr(0, 21), "SIMULATED: subdural, ");
    int brighter = 0;
    for (std::size_t n = 0; n < before->voxels().size(); ++n)
        brighter += reading.volume->voxels()[n] > before->voxels()[n] + 15;
    EXPECT_GT(brighter, 100);
    for (const auto& file : fs::recursive_directory_iterator(simulated()))
        if (file.is_regular_file()) {
            const std::string bytes = bytesOf(file.path());
            EXPECT_EQ(bytes.find(kNobody), std::string::npos);
            EXPECT_EQ(bytes.find(original), std::string::npos);
        }
}

TEST_F(DrawnBleed, WhereThereIsNoRoomTheScanStaysOpenAndASentenceSaysWhy) {
    application->store().dispatch(action::DismissNotice{});
    BleedRequest request;
    request.spec.at = PatientPoint{0, -300, 0};
    const std::string original = lead(state()).series->seriesInstanceUid;
    application->classroom().drawBleed(folder.path() / "cache", request, lead(state()).id);
    ASSERT_TRUE(waitFor([&] { return state().notice && state().notice->isError; }));
    EXPECT_EQ(state().notice->text, say("drawn.not_in_brain"));
    EXPECT_EQ(lead(state()).series->seriesInstanceUid, original);
}

TEST_F(DrawnBleed, ASurpriseIsALessonWhoseTruthNothingTells) {
    command("Surprise me").trigger();
    auto* question = window->findChild<QMessageBox*>("surpriseQuestion");
    ASSERT_TRUE(question);
    question->findChild<QPushButton*>("surpriseYes")->click();
    ASSERT_TRUE(waitFor([&] { return state().lesson && isRead(state()); }))
        << (state().notice ? english(state().notice->text) : "");
    EXPECT_TRUE(isSimulated(*lead(state()).series));
    EXPECT_FALSE(select::shownTruth(state(), lead(state())));
    EXPECT_TRUE(state().lesson->isOnce);
    EXPECT_FALSE(command("Surprise me").isEnabled()) << "nothing is drawn into a case";
    const SeriesInfo& series = *lead(state()).series;
    for (const std::string& text :
         {series.description, series.derivation, series.imageType, series.studyDescription})
        for (const char* kind : {"epidural", "subdural", "intra", "subarachnoid", "none"})
            EXPECT_EQ(text.find(kind), std::string::npos) << text;
}

TEST(Surprise, HasEveryKindAndSometimesNoneAndSaysTheSameOfAll) {
    hemo::testing::TempFolder temp;
    PhantomSpec spec;
    spec.columns = spec.rows = 112;
    spec.pixelSpacingMm = 2.1;
    const VolumePtr head = makePhantom(spec).volume;
    std::set<BleedType> kinds;
    int none = 0;
    std::set<std::string> said;
    for (std::uint64_t dice = 1; dice <= 40; ++dice) {
        const auto folder = surpriseCollection(temp.path(), *head, dice, TaskContext{});
        ASSERT_TRUE(folder) << english(folder.error().message);
        const auto opened = openCollection(*folder);
        ASSERT_TRUE(opened) << english(opened.error().message);
        const CaseTruth& truth = opened->collection.cases.front().truth;
        none += !truth.isBleed;
        kinds.insert(truth.kinds.begin(), truth.kinds.end());
        EXPECT_EQ(truth.isBleed, !truth.places.empty());
        const fs::path series = *folder / opened->collection.cases.front().series;
        const auto contents = imaging::scanPaths(std::span(&series, 1), TaskContext{});
        ASSERT_TRUE(contents);
        const SeriesInfo& info = contents->series.front();
        said.insert(info.description + info.derivation + info.imageType + info.studyDescription +
                    info.patientName + info.studyDate);
    }
    EXPECT_EQ(kinds.size(), 5u);
    EXPECT_GE(none, 3);
    EXPECT_LE(none, 20);
    EXPECT_EQ(said.size(), 1u) << "what a series says of itself does not depend on what is in it";
}

} // namespace
} // namespace hemo::ui
