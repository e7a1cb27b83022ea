#pragma once

#include "ml/reader/picture/preprocess.h"
#include "ml/reader/picture/quiet_scan.h"

namespace hemo::ml {

/// The pictures that a network is shown of a scan: quietened where it is noisy, cut to the head, windowed.
/// The one way to them: what is learned from is made as what is read. Keeps references to the scan and the
/// model.
class ScanPictures {
public:
    ScanPictures(const Volume& scan, Lengths lengths, const ModelInfo& info)
        : m_scan(scan),
          m_info(info),
          m_quiet(quietened(scan, pixelMmOf(scan.grid(), lengths))),
          m_crop(cropOf(seen(), info.inputSize, lengths)) {}

    /// Slice k in one of the model's windows, 0..1.
    Plane of(int k, std::size_t window = 0) const { return networkPlane(seen(), k, m_crop, m_info, window); }
    const Crop& crop() const { return m_crop; }
    const QuietScan& quiet() const { return m_quiet; }

private:
    const Volume& seen() const { return m_quiet.seenFor(m_scan); }

    const Volume& m_scan;
    const ModelInfo& m_info;
    QuietScan m_quiet;
    Crop m_crop;
};

} // namespace hemo::ml
