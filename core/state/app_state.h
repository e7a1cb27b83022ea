#pragma once

#include "core/classify/findings/findings.h"
#include "core/classify/verdict/model_info.h"
#include "core/classify/verdict/prediction.h"
#include "core/geometry/picture_plane.h"
#include "core/image/overlay.h"
#include "core/image/rgba_image.h"
#include "core/image/volume.h"
#include "core/image/volume_style.h"
#include "core/image/window_level.h"
#include "core/result.h"
#include "core/state/comparison.h"
#include "core/state/open_series.h"
#include "core/study/recent_study.h"
#include "core/study/series_info.h"

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hemo {

enum class Pane { Axial, Coronal, Sagittal, Volume };
inline constexpr std::array kViewAxes{ViewAxis::Axial, ViewAxis::Coronal, ViewAxis::Sagittal};

/// What the left mouse button does in a slice view.
enum class Tool { Window, Pan, Zoom, Crosshair };

inline constexpr double kLeastZoom = 0.2, kMostZoom = 40;

struct ViewState {
    double zoom = 1; ///< 1: fits; kLeastZoom to kMostZoom
    double panRightMm = 0, panDownMm = 0;
    bool operator==(const ViewState&) const = default;
};

/// The second reader: the network in its own process, and what it has said of the open series so far.
struct SecondReader {
    enum class Status { Idle, Running, Done, Failed };
    Status status = Status::Idle;
    JobState job;
    std::optional<PatientRule> rule;             ///< in force, known as soon as the model's folder is read
    std::vector<Explanation> explanations;       ///< that the model knows, its own first
    std::vector<OperatingPoint> operatingPoints; ///< the rules that the model was measured with
    std::string modelId, device;
    std::vector<std::optional<SlicePrediction>> slices; ///< one a slice; empty until its answer arrives
    PredictionPtr prediction;                           ///< the whole answer, at the end
    FindingsPtr findings;                               ///< of `prediction`; null until they are ready
    std::optional<Error> error;
    bool operator==(const SecondReader&) const = default;
};

/// A sentence at the foot of the window.
struct Notice {
    std::string text;
    bool isError = false;
    bool operator==(const Notice&) const = default;
};

/// Everything the window shows follows from this value. Only `reduce` makes the next one.
struct AppState {
    // what is at hand
    std::vector<std::filesystem::path> paths; ///< asked for last
    JobState scan;
    std::shared_ptr<const FolderContents> contents;   ///< null until a folder was scanned
    std::vector<std::filesystem::path> contentsPaths; ///< where they were found
    std::map<std::string, RgbaImagePtr> thumbnails;   ///< by series id; they arrive after the list

    // what is read
    std::string wantedSeriesId; ///< the one being loaded, or the open one
    JobState load;
    VolumePtr preview; ///< first picture of the series being loaded
    std::shared_ptr<const OpenSeries> open;
    Comparison comparison; ///< a second series beside it

    // how it is looked at
    PatientPoint crosshair;
    WindowLevel window;
    std::optional<int> presetKey; ///< of the preset in use; none after a drag
    bool isInverted = false;
    std::array<ViewState, 3> views; ///< in the order of ViewAxis
    std::optional<Pane> enlarged;
    VolumeCamera camera;
    VolumePreset volumePreset = VolumePreset::Bone;
    bool isTurningVolume = false; ///< while the mouse drags: small pictures
    Tool tool = Tool::Window;

    // the second reader
    SecondReader reader;
    std::string operatingPoint;             ///< name of the rule that is asked for; empty: the model's own
    std::optional<Explanation> explanation; ///< asked for; none: the model's own
    bool isHeatShown = false;
    OverlayStyle heatStyle;

    // the window
    bool arePanelsFolded = false;
    bool isPatientTextShown = true;
    std::optional<Notice> notice;

    // what the program brought along
    std::vector<WindowPreset> presets;
    std::vector<RecentStudy> recents; ///< what was opened before, the last first
    int timesRecentsCleared = 0;      ///< a new number: the list on the disk has to go

    bool operator==(const AppState&) const = default;
};

} // namespace hemo
