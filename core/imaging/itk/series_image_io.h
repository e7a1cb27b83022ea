#pragma once

#include "core/result.h"
#include "core/study/series_info.h"

#include <itkImageIOBase.h>

#include <memory>

namespace hemo::imaging {

// What SeriesImageIO adds to an image's MetaDataDictionary.
inline constexpr char kSeriesUidKey[] = "hemoscope.seriesInstanceUid"; ///< std::string
/// std::vector<double>: x, y, z of each slice's first voxel, LPS mm. These are true whatever the spacing is.
inline constexpr char kSlicePositionsKey[] = "hemoscope.slicePositionsMm";
/// bool: the slices lie where origin, spacing and direction have them. Where there is a gap or another
/// distance between some, only the positions are true.
inline constexpr char kIsEvenKey[] = "hemoscope.isEven";
/// std::vector<std::string>: a sentence for each thing that a reader should know. Those about values come
/// with the voxels.
inline constexpr char kWarningsKey[] = "hemoscope.warnings";

/// What SeriesImageIO throws, with our own reason; the text is its sentence.
class SeriesReadError : public itk::ExceptionObject {
public:
    explicit SeriesReadError(Error error);
    const Error& error() const { return m_error; }
    const char* GetNameOfClass() const override { return "SeriesReadError"; }

private:
    Error m_error;
};

/// Lets ITK read a head CT with true geometry: voxels in HU, directions that lean with a tilted gantry, the
/// position of every slice, and what is unusual in words. Reads what Hemoscope reads (DICOM in any of its
/// forms, NIfTI, NRRD, MetaImage): of a file's or a folder's name the series that is best for reading. Single
/// slices can be asked for (a streaming pipeline): those are decoded and no others. Progress comes as
/// itk::ProgressEvent of this object; AbortGenerateDataOn() in such an event stops the reading with
/// itk::ProcessAborted. Throws SeriesReadError. Writes nothing.
class SeriesImageIO : public itk::ImageIOBase {
public:
    ITK_DISALLOW_COPY_AND_MOVE(SeriesImageIO);
    using Self = SeriesImageIO;
    using Superclass = itk::ImageIOBase;
    using Pointer = itk::SmartPointer<Self>;
    itkNewMacro(Self);
    itkTypeMacro(SeriesImageIO, itk::ImageIOBase);

    /// A slice that cannot be read ends the reading; or, where all slices are read, it is left out: the
    /// others lie in front, and `series()` says how many they are and where they lie.
    enum class Lost { EndsReading, IsLeftOut };

    /// Reads this series, whatever the file's name says.
    void setSeries(const SeriesInfo& series, Lost lost = Lost::EndsReading);
    /// What is read; after Read with what was found on the way.
    const SeriesInfo& series() const;

    bool CanReadFile(const char* path) override;
    void ReadImageInformation() override;
    bool CanStreamRead() override { return true; }
    itk::ImageIORegion
    GenerateStreamableReadRegionFromRequestedRegion(const itk::ImageIORegion& requested) const override;
    void Read(void* buffer) override;

    bool CanWriteFile(const char*) override { return false; }
    void WriteImageInformation() override {}
    void Write(const void* buffer) override;

protected:
    SeriesImageIO();
    ~SeriesImageIO() override;

private:
    struct State;
    void describe();
    void find(const std::string& path);

    std::unique_ptr<State> m_state;
};

/// From now on every itk::ImageFileReader asks SeriesImageIO first. Any thread; once is enough.
void registerSeriesImageIO();

} // namespace hemo::imaging
