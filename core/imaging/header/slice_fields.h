#pragma once

#include "core/imaging/header/slice_header.h"

namespace hemo::imaging {

// Each reads what one set of elements says, checks it, and writes it into the header. What the set does not
// name leaves the header as it is, so that a frame's own functional groups can follow those it shares.

void readAbout(const ElementSet& set, SeriesInfo& about);
/// How a derived image was made, in the words of the file and of its maker.
void readDerivation(const ElementSet& set, SliceHeader& slice);
void readWindow(const ElementSet& set, SeriesInfo& about);
void readLayout(const DicomHeader& header, PixelLayout& pixels);
void readPosition(const ElementSet& set, SliceHeader& slice);
void readOrientation(const ElementSet& set, SliceHeader& slice);
/// PixelSpacing, thickness, and the step that counts where positions are unknown.
void readMeasures(const ElementSet& set, SliceHeader& slice);
void readRescale(const ElementSet& set, SliceHeader& slice);
void readPadding(const ElementSet& set, SliceHeader& slice);
/// By the attribute, or by transfer syntaxes that are always lossy.
void readLoss(const DicomHeader& header, SliceHeader& slice);

/// Code strings as PS3.5 6.2 wants them, which not every writer does: in capitals.
std::vector<std::string> codesOf(const ElementSet& set, Tag tag);

/// The values of a multi-valued text as a file joins them.
std::string joinedValues(const std::vector<std::string>& values);

/// A layout that pixels can have at all.
bool isPossible(const PixelLayout& pixels);

} // namespace hemo::imaging
