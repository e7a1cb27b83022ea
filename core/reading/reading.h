#pragma once

#include "core/anatomy/canthomeatal.h"
#include "core/anatomy/head_middle.h"
#include "core/classify/verdict/assess.h"
#include "core/geometry/slice_level.h"
#include "core/image/volume.h"
#include "core/reading/handwork.h"
#include "core/reading/history.h"
#include "core/reading/look.h"
#include "core/reading/reader_verdict.h"
#include "core/reading/reading_id.h"
#include "core/reading/registration.h"
#include "core/reading/second_reader.h"
#include "core/study/series_info.h"

#include <cstdint>
#include <memory>

namespace hemo {

using SeriesInfoPtr = std::shared_ptr<const SeriesInfo>;

/// Blood that is looked for from a click on.
struct Growth {
    JobState job;
    PatientPoint from; ///< LPS mm
    bool operator==(const Growth&) const = default;
};

/// A series that was opened: what it is, its voxels while memory allows, what the second reader says of it
/// and how it is looked at. Views only name it.
struct Reading {
    ReadingId id = ReadingId::None;
    SeriesInfoPtr series; ///< never null
    JobState load, reformat;
    JobState middleJob;
    std::shared_ptr<const HeadMiddle> middle;      ///< between the halves of the head; null until it is found
    std::optional<CanthomeatalPlane> canthomeatal; ///< none until it is found, and where it cannot be
    Registration registration;                     ///< onto the reading that it was put beside
    Growth growth;                                 ///< of a volume that the reader has asked for
    VolumePtr preview;                             ///< first picture, while it loads
    VolumePtr volume;  ///< as acquired; null before it is loaded, and after it was let go
    VolumePtr regular; ///< on an even, untilted grid for reformats; null until it is ready
    /// Of the volume that was loaded last: whether answers and look still belong to what is loaded again.
    std::optional<std::uint64_t> fingerprint;
    ScanHeader header; ///< what the second reader must know of it besides its voxels
    SecondReader reader;
    std::optional<Look> look;   ///< none before its first picture
    History<Handwork> handwork; ///< marks, and decisions on findings
    bool areMarksRead = false;  ///< those that were kept from earlier are among them
    OwnVerdict ownVerdict;      ///< what the reader has committed
    std::optional<ReaderVerdict>
        verdictDraft;         ///< what they are about to commit; it waits while other things are done
    bool isOwnRead = false;   ///< the verdict and the decisions that were kept from earlier are among these
    bool isReadAhead = false; ///< opened by nobody, so that the second reader reads what is listed
    int shownAt = 0;          ///< counts up: the reading that was shown last has the highest
    bool operator==(const Reading&) const = default;
};
using ReadingPtr = std::shared_ptr<const Reading>;

/// What its views show: the preview while it loads, else the volume; may be null.
const VolumePtr& shownVolume(const Reading& reading);
/// The even grid for reformats of what is shown; null while there is none.
VolumePtr shownRegular(const Reading& reading);
/// What the reader drew into it.
const Marks& marksOf(const Reading& reading);
/// What they decided on its findings, and added to them.
const Review& reviewOf(const Reading& reading);
/// All of it, not only a preview.
bool isWhole(const Reading& reading);
/// The native slice at its crosshair; none where nothing is shown.
std::optional<int> currentSlice(const Reading& reading);
/// Where a linked reading leads to a level that this one has no slice at.
std::optional<MissedLevel> missedHere(const Reading& reading);
/// What its voxels take.
std::size_t bytesOf(const Reading& reading);

/// Of the voxels and where they lie: two scans that differ in what matters have the same by chance alone.
/// Looks at every eighth row. Some milliseconds for a large volume.
std::uint64_t fingerprintOf(const Volume& volume);

} // namespace hemo
