#pragma once

#include "app/application.h"
#include "app/main_window.h"
#include "app/read_model_files.h"
#include "app/view_layout.h"
#include "core/image/volume.h"
#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"
#include "tests/gui/activate.h"
#include "tests/support/paths.h"
#include "tests/support/readings_of.h"
#include "tests/support/temp_folder.h"
#include "tests/support/turned_clock.h"

#include <QElapsedTimer>
#include <QTest>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <iterator>

namespace hemo::ui::testing {

using namespace hemo::testing; // short ways to a reading and its answers

/// A model folder that can be read but has no weights: the fake worker needs none.
inline std::filesystem::path writeModelJson(const std::filesystem::path& folder, const char* id = "fake") {
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "model.json") << R"({"id": ")" << id << R"(", "terms": "For tests.",
      "network": {"architecture": "none", "bifpn_cells": 2, "bifpn_channels": 64},
      "input": {"size": 256, "windows_hu": [[0, 80]]},
      "calibration": {"any": {"scale": 1, "offset": 0}, "epidural": {"scale": 1, "offset": 0},
        "intraparenchymal": {"scale": 1, "offset": 0}, "intraventricular": {"scale": 1, "offset": 0},
        "subarachnoid": {"scale": 1, "offset": 0}, "subdural": {"scale": 1, "offset": 0}},
      "rule": {"k": 2, "threshold": 0.5}, "weights_sha256": "00"})";
    return folder;
}

inline std::filesystem::path fakeWorker() {
    return hemo::testing::programFolder() / "hemo_fake_worker";
}

/// Waits for a condition, never for a time.
inline bool waitFor(const std::function<bool()>& condition, int mostMs = 20000) {
    return QTest::qWaitFor(condition, mostMs);
}

inline void tellFakeWorker(const char* behaviour) {
    qputenv("HEMO_FAKE_WORKER", behaviour);
}

inline bool isRead(const AppState& s) {
    const Reading* lead = select::shownIn(s, kLead);
    return lead && lead == select::wantedIn(s, kLead) && lead->regular &&
           lead->reader.status == SecondReader::Status::Done;
}

/// A head of 64 x 64 pixels, 140 mm high.
inline PhantomSpec coarseHead() {
    PhantomSpec spec;
    spec.columns = spec.rows = 64;
    spec.pixelSpacingMm = 3.6;
    spec.slices = 14;
    spec.sliceSpacingMm = 10;
    return spec;
}

/// A head in `folder`, of whom nothing but this name must be found elsewhere.
inline constexpr auto kNobody = "Zzyzx";
inline void writeNamedScan(const std::filesystem::path& folder) {
    PhantomSpec spec;
    spec.slices = 8;
    imaging::SeriesTags tags;
    tags.patientName = std::string(kNobody) + "^Quux";
    EXPECT_TRUE(imaging::writeSeries(*makePhantom(spec).volume, tags, folder, TaskContext{}));
}

inline std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// An arrangement of the reader's own that no other looks like.
inline Hanging hangingOfFilm() {
    Hanging film;
    film.views = ViewSet::Film;
    film.presetKey = 5;
    film.each.resize(12, {{Slab::Kind::Maximum, 10}, {}});
    return film;
}

/// The program as it runs, with its window and the fake worker.
class ProgramTest : public ::testing::Test {
protected:
    ProgramTest() {
        tellFakeWorker("answer");
        application = std::make_unique<Application>(
            InferenceClient::Paths{fakeWorker(), writeModelJson(folder.path() / "model")},
            foldersWithModels(), nullptr, clock);
        application->store().dispatch(action::SetPresets{{{1, "Brain", {40, 80}}, {5, "Bone", {600, 2800}}}});
        window = std::make_unique<MainWindow>(application->store(), services(), clock);
        window->resize(1280, 800);
        window->show();
        activate(*window);
    }
    Application::Folders foldersWithModels() const {
        Application::Folders folders;
        folders.models = ModelShelf{folder.path() / "model", {}, folder.path() / "models"};
        return folders;
    }
    MainWindow::Services services() {
        const auto nowhere = [](ViewportId, const PictureSize&, const QString&) {};
        return {{[](const QImage&, const QString&) {}, nowhere, nowhere},
                [this] { application->openPhantom(folder.path() / "cache"); },
                [this] { application->measureThickness(); },
                {[model = folder.path() / "model"](const std::filesystem::path&) {
                     return readModelFiles(model);
                 },
                 [this](const std::filesystem::path& model) { application->addModel(model); }},
                {[this](const std::filesystem::path& collection) {
                     application->classroom().open(collection, folder.path() / "cache");
                 },
                 [this] { application->classroom().openPhantoms(folder.path() / "cache"); },
                 [this](const std::filesystem::path& collection, const TeachingCase& made,
                        ReadingId reading) { application->classroom().addCase(collection, made, reading); },
                 [this](const BleedRequest& request, ReadingId reading) {
                     application->classroom().drawBleed(folder.path() / "cache", request, reading);
                 },
                 [this](ReadingId reading) {
                     application->classroom().surprise(folder.path() / "cache", reading);
                 }},
                logOf(*application),
                {},
                {}};
    }
    const AppState& state() const { return application->store().state(); }
    ViewLayout& views() { return *window->findChild<ViewLayout*>(); }
    /// The one whose words begin so.
    QAction& command(const char* begins) {
        for (QAction* each : window->actions())
            if (each->text().startsWith(begins)) return *each;
        ADD_FAILURE() << "no such command";
        return *window->actions().front();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(window.get(), key, modifiers);
    }

    hemo::testing::TempFolder folder;
    TurnedClock clock; ///< nothing in the window waits but by it
    std::unique_ptr<Application> application;
    std::unique_ptr<MainWindow> window;
};

} // namespace hemo::ui::testing
