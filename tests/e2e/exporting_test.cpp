// Pictures that leave the program: named by series and slice, without the patient's name.

#include "app_fixture.h"

#include "app/gif.h"
#include "app/kept_save_folder.h"
#include "app/picture_export.h"
#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"
#include "tests/gui/answer_file_dialog.h"
#include "viewer/widgets/ask_to_save.h"
#include "viewer/widgets/slice_view.h"

#include <QClipboard>
#include <QImageReader>

#include <set>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using namespace testing;

class ExportingTest : public ProgramTest {
protected:
    void open() {
        PhantomSpec spec = coarseHead();
        spec.slices = 6;
        spec.sliceSpacingMm = 20;
        imaging::SeriesTags tags;
        tags.patientName = "Zzyzx^Quux";
        tags.seriesDescription = "Head / 5 mm?";
        ASSERT_TRUE(
            imaging::writeSeries(*makePhantom(spec).volume, tags, folder.path() / "scan", TaskContext{}));
        application->store().dispatch(action::OpenPaths{{folder.path() / "scan"}});
        ASSERT_TRUE(waitFor([this] { return isRead(state()); }));
    }
    SliceView& axial() { return *views().sliceView(kAxial); }
};

TEST_F(ExportingTest, APictureIsNamedBySeriesAndSlice) {
    open();
    application->store().dispatch(action::GoToSlice{lead(state()).id, 3});
    EXPECT_EQ(pictureName(state(), kAxial), "head-5-mm-slice-004.png");
    EXPECT_TRUE(pictureName(state(), kCoronal).startsWith("head-5-mm-plane-"));
    EXPECT_EQ(pictureName(state(), kVolumeView), "head-5-mm-volume.png");
}

TEST(AskToSave, TheNameHasTheEndingThatWasTypedElseTheOneThatWasChosen) {
    const QStringList filters{"Table (*.csv)", "iMRMC (*.imrmc)", "To be joined (*.json)"};
    EXPECT_EQ(withEnding("/a/one.json", filters, filters[0]), "/a/one.json");
    EXPECT_EQ(withEnding("/a/two.IMRMC", filters, filters[0]), "/a/two.IMRMC");
    EXPECT_EQ(withEnding("/a/log", filters, filters[1]), "/a/log.imrmc");
    EXPECT_EQ(withEnding("/a/of.2026", filters, filters[0]), "/a/of.2026.csv");
}

TEST_F(ExportingTest, TheNextPictureIsAskedForWhereTheLastOneWasSavedAsLongAsThatIsThere) {
    open();
    const fs::path out = folder.path() / "pictures";
    fs::create_directories(out);
    const QString outName = QString::fromStdString(out.string());
    const auto askedIn = [&](const QString& name, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) {
        AnswerFileDialog answer(name);
        activate(*window);
        press(Qt::Key_S, modifiers);
        return answer.beganIn();
    };
    EXPECT_NE(askedIn({}), outName);
    EXPECT_TRUE(state().shelf.savedIn.empty()) << "they thought better of it";
    askedIn(outName + "/one.png");
    EXPECT_EQ(state().shelf.savedIn, out);
    EXPECT_EQ(askedIn({}), outName);
    EXPECT_EQ(askedIn({}, Qt::ControlModifier | Qt::AltModifier), outName) << "all slices go there, too";
    fs::remove_all(out);
    EXPECT_NE(askedIn({}), outName);
}

TEST(KeptSaveFolder, ComesBackAndIsForgottenWithTheRecentStudies) {
    const TempFolder temp;
    const auto begun = [&](auto use) {
        Store store;
        {
            const KeptSaveFolder kept(temp.path() / "recent", store);
            use(store);
        }
        return store.state().shelf.savedIn;
    };
    const fs::path odd = "/home/caf\xe9, 2 \xff";
    EXPECT_EQ(begun([](Store&) {}), fs::path());
    EXPECT_FALSE(fs::exists(temp.path() / "recent")) << "nothing is made before there is something to keep";
    begun([&](Store& store) { store.dispatch(action::SavedIn{odd}); });
    EXPECT_EQ(begun([](Store&) {}), odd);
    begun([](Store& store) { store.dispatch(action::ClearRecents{}); });
    EXPECT_EQ(begun([](Store&) {}), fs::path());
    begun([&](Store& store) {
        store.dispatch(action::SetMostRecents{0});
        store.dispatch(action::SavedIn{odd});
    });
    EXPECT_EQ(begun([](Store&) {}), fs::path()) << "a path may hold a name";
}

TEST_F(ExportingTest, WhatIsCopiedHasThePictureButNotThePatientsName) {
    open();
    axial().setFocus();
    press(Qt::Key_C, Qt::ControlModifier);
    const QImage copied = QGuiApplication::clipboard()->image();
    ASSERT_EQ(copied.size(), axial().size() * axial().devicePixelRatioF());
    application->store().dispatch(action::TogglePatientText{});
    EXPECT_EQ(axial().picture(), copied) << "the same whether the name is on the screen or not";
    const QImage corner = copied.copy(0, 0, copied.width() / 3, 24);
    for (int y = 0; y < corner.height(); ++y)
        for (int x = 0; x < corner.width(); ++x)
            ASSERT_EQ(qGray(corner.pixel(x, y)), 0) << "where the name stood is nothing";
}

TEST_F(ExportingTest, EverySliceIsSavedAsItIsSeenAndNothingIsWrittenOver) {
    open();
    const fs::path out = folder.path() / "pictures";
    fs::create_directories(out);
    const PictureSize size{{200, 180}, 1};
    const auto saved = saveSlices(state(), kAxial, size, out, TaskContext{});
    ASSERT_TRUE(saved);
    EXPECT_EQ(*saved, 6);
    std::set<std::string> different;
    for (int slice = 1; slice <= 6; ++slice) {
        const fs::path file = out / ("head-5-mm-slice-00" + std::to_string(slice) + ".png");
        const QImage picture(QString::fromStdString(file.string()));
        ASSERT_EQ(picture.size(), size.logical) << slice;
        std::ifstream bytes(file, std::ios::binary);
        different.insert({std::istreambuf_iterator<char>(bytes), {}});
    }
    EXPECT_EQ(different.size(), 6u);
    fs::remove(out / "head-5-mm-slice-001.png");
    const auto again = saveSlices(state(), kAxial, size, out, TaskContext{});
    ASSERT_FALSE(again);
    EXPECT_FALSE(fs::exists(out / "head-5-mm-slice-001.png")) << "all or nothing";
}

TEST_F(ExportingTest, AMovingPictureHasEverySliceAndNobodysName) {
    open();
    const fs::path file = folder.path() / "head.gif";
    EXPECT_EQ(movingPictureName(state(), kAxial), "head-5-mm.gif");
    const PictureSize size{{200, 180}, 1};
    const auto saved = saveMovingPicture(state(), kAxial, size, file, TaskContext{});
    ASSERT_TRUE(saved);
    EXPECT_EQ(*saved, 6);
    const fs::path out = folder.path() / "pictures";
    fs::create_directories(out);
    ASSERT_TRUE(saveSlices(state(), kAxial, size, out, TaskContext{}));
    QImageReader reader(QString::fromStdString(file.string()));
    EXPECT_EQ(reader.imageCount(), 6);
    EXPECT_EQ(reader.loopCount(), -1) << "for ever";
    for (int slice = 1; slice <= 6; ++slice) {
        const QImage frame = reader.read().convertToFormat(QImage::Format_RGB32);
        EXPECT_EQ(reader.nextImageDelay(), 100);
        const QImage still(
            QString::fromStdString((out / ("head-5-mm-slice-00" + std::to_string(slice) + ".png")).string()));
        ASSERT_EQ(frame.size(), still.size());
        for (int y = 0; y < still.height(); ++y)
            for (int x = 0; x < still.width(); ++x) {
                const QRgb is = frame.pixel(x, y), was = still.pixel(x, y);
                const bool isGrey = qRed(was) == qGreen(was) && qGreen(was) == qBlue(was);
                ASSERT_LE(std::abs(qGreen(is) - qGreen(was)), isGrey ? 2 : 32)
                    << slice << ' ' << x << ' ' << y;
            }
    }
    EXPECT_EQ(bytesOf(file).find(kNobody), std::string::npos);
    EXPECT_TRUE(
        saveMovingPicture(state(), kAxial, {{201, 181}, 1.25}, folder.path() / "odd.gif", TaskContext{}))
        << "at any scaling of the screen";
    const auto nowhere =
        saveMovingPicture(state(), kAxial, size, folder.path() / "none" / "a.gif", TaskContext{});
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, ErrorCode::WriteFailed);
}

TEST(Gif, ManyColoursAreNearlyAsTheyWereAndGreysAmongThemToo) {
    QImage picture(64, 64, QImage::Format_RGB32);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x) // greys above, a scale of heat below
            picture.setPixel(x, y, y < 32 ? qRgb(4 * x, 4 * x, 4 * x) : qRgb(255, 4 * x, 2 * (y - 32)));
    GifWriter gif(picture.size(), std::chrono::milliseconds(50));
    gif.add(picture);
    const QImage again = QImage::fromData(gif.finish(), "GIF").convertToFormat(QImage::Format_RGB32);
    ASSERT_EQ(again.size(), picture.size());
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x) {
            const QRgb is = again.pixel(x, y), was = picture.pixel(x, y);
            ASSERT_LE(std::abs(qRed(is) - qRed(was)), 24) << x << ' ' << y;
            ASSERT_LE(std::abs(qGreen(is) - qGreen(was)), 24) << x << ' ' << y;
            ASSERT_LE(std::abs(qBlue(is) - qBlue(was)), 24) << x << ' ' << y;
        }
    GifWriter other(QSize(10, 10), std::chrono::milliseconds(50));
    other.add(picture);
    EXPECT_TRUE(other.finish().isEmpty()) << "another size";
}

} // namespace
} // namespace hemo::ui
