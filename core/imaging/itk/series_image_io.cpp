#include "core/imaging/itk/series_image_io.h"

#include "core/imaging/itk/hu_image.h"
#include "core/imaging/read/scan_paths.h"
#include "core/imaging/read/series_reader.h"

#include <itkMetaDataObject.h>
#include <itkObjectFactoryBase.h>
#include <itkProcessObject.h>
#include <itkVersion.h>

#include <algorithm>
#include <mutex>
#include <optional>

namespace hemo::imaging {
namespace {

using Sentences = itk::MetaDataObject<std::vector<std::string>>;

std::vector<std::string> sentencesOf(const std::vector<LoadWarning>& warnings) {
    std::vector<std::string> texts;
    texts.reserve(warnings.size());
    for (const LoadWarning& warning : warnings)
        texts.push_back(english(warning.text));
    return texts;
}

std::vector<double> flat(const std::vector<PatientPoint>& positions) {
    std::vector<double> numbers;
    for (const PatientPoint& p : positions)
        numbers.insert(numbers.end(), {p.x, p.y, p.z});
    return numbers;
}

void addNew(const std::vector<LoadWarning>& more, std::vector<LoadWarning>& warnings) {
    for (const LoadWarning& warning : more)
        if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end())
            warnings.push_back(warning);
}

class SeriesImageIOFactory : public itk::ObjectFactoryBase {
public:
    ITK_DISALLOW_COPY_AND_MOVE(SeriesImageIOFactory);
    using Self = SeriesImageIOFactory;
    using Superclass = itk::ObjectFactoryBase;
    using Pointer = itk::SmartPointer<Self>;
    itkFactorylessNewMacro(Self);
    itkTypeMacro(SeriesImageIOFactory, itk::ObjectFactoryBase);

    const char* GetITKSourceVersion() const override { return ITK_SOURCE_VERSION; }
    const char* GetDescription() const override { return "Head CT with true geometry"; }

protected:
    SeriesImageIOFactory() {
        RegisterOverride("itkImageIOBase", "SeriesImageIO", "Head CT with true geometry", true,
                         itk::CreateObjectFunction<SeriesImageIO>::New());
    }
    ~SeriesImageIOFactory() override = default;
};

} // namespace

SeriesReadError::SeriesReadError(Error error)
    : itk::ExceptionObject(__FILE__, __LINE__, english(error.message)), m_error(std::move(error)) {}

struct SeriesImageIO::State {
    std::string foundAt; ///< the path that the series was found behind; empty where it was set
    SeriesInfo series;
    Lost lost = Lost::EndsReading;
    std::unique_ptr<SeriesReader> reader; ///< of `series` as it was scanned
    Sentences::Pointer warnings;          ///< in the dictionary, and in every copy of it
};

SeriesImageIO::SeriesImageIO() : m_state(std::make_unique<State>()) {
    SetNumberOfDimensions(3);
    SetPixelType(itk::IOPixelEnum::SCALAR);
    SetComponentType(itk::IOComponentEnum::SHORT);
    SetNumberOfComponents(1);
}

SeriesImageIO::~SeriesImageIO() = default;

void SeriesImageIO::setSeries(const SeriesInfo& series, Lost lost) {
    m_state->foundAt.clear();
    m_state->series = series;
    m_state->lost = lost;
    m_state->reader = std::make_unique<SeriesReader>(series);
    Modified();
}

const SeriesInfo& SeriesImageIO::series() const {
    return m_state->series;
}

void SeriesImageIO::find(const std::string& path) {
    const std::filesystem::path paths[] = {path};
    const auto contents = scanPaths(paths, TaskContext{});
    if (!contents) throw SeriesReadError(contents.error());
    for (const SeriesInfo& series : contents->series) {
        if (series.id != contents->bestSeriesId) continue;
        setSeries(series);
        m_state->foundAt = path;
        return;
    }
    throw SeriesReadError({ErrorCode::Unsupported, say("series.none_openable"), {}});
}

bool SeriesImageIO::CanReadFile(const char* path) {
    try {
        find(path);
        return true;
    } catch (const SeriesReadError&) {
        return false;
    }
}

void SeriesImageIO::ReadImageInformation() {
    const bool wasSet = m_state->reader && m_state->foundAt.empty();
    if (!wasSet && m_state->foundAt != m_FileName) find(m_FileName);
    if (m_state->series.grid.empty())
        throw SeriesReadError(
            {ErrorCode::Unsupported,
             m_state->series.whyListed.empty() ? say("series.no_files") : m_state->series.whyListed,
             {}});
    describe();
}

void SeriesImageIO::describe() {
    const SeriesInfo& series = m_state->reader->series();
    const ItkPlace place = itkPlaceOf(series.grid, series.sliceThicknessMm.value_or(1));
    const int sizes[] = {series.grid.columns(), series.grid.rows(), series.grid.slices()};
    for (unsigned axis = 0; axis < 3; ++axis) {
        SetDimensions(axis, static_cast<SizeValueType>(sizes[axis]));
        SetOrigin(axis, place.origin[axis]);
        SetSpacing(axis, place.spacing[axis]);
        SetDirection(axis, std::vector<double>{place.direction[0][axis], place.direction[1][axis],
                                               place.direction[2][axis]});
    }
    itk::MetaDataDictionary& dictionary = GetMetaDataDictionary();
    itk::EncapsulateMetaData<std::string>(dictionary, kSeriesUidKey, series.seriesInstanceUid);
    itk::EncapsulateMetaData<bool>(dictionary, kIsEvenKey, place.isEven);
    itk::EncapsulateMetaData<std::vector<double>>(dictionary, kSlicePositionsKey,
                                                  flat(series.grid.slicePositions()));
    m_state->warnings = Sentences::New();
    m_state->warnings->SetMetaDataObjectValue(sentencesOf(series.warnings));
    dictionary[kWarningsKey] = m_state->warnings;
}

/// Whole slices, which are what files hold.
itk::ImageIORegion
SeriesImageIO::GenerateStreamableReadRegionFromRequestedRegion(const itk::ImageIORegion& requested) const {
    itk::ImageIORegion region(3);
    for (unsigned axis = 0; axis < 3; ++axis)
        region.SetSize(axis, GetDimensions(axis));
    if (!GetUseStreamedReading()) return region;
    const bool hasSlices = requested.GetImageDimension() > 2; // a picture is the first slice
    region.SetIndex(2, hasSlices ? requested.GetIndex(2) : 0);
    region.SetSize(2, hasSlices ? requested.GetSize(2) : 1);
    return region;
}

void SeriesImageIO::Read(void* buffer) {
    AbortGenerateDataOff();
    UpdateProgress(0);
    std::stop_source stop;
    std::mutex telling; // slices are decoded side by side, and observers know nothing of threads
    double told = 0;
    const TaskContext context(stop.get_token(), [&](double fraction, const Message&) {
        const std::lock_guard lock(telling);
        if (fraction <= told) return; // a slice that was ready earlier is told of later
        told = fraction;
        UpdateProgress(static_cast<float>(fraction));
        if (GetAbortGenerateData()) stop.request_stop();
    });
    if (GetAbortGenerateData()) stop.request_stop();
    const itk::ImageIORegion& region = GetIORegion();
    const SliceRange range{static_cast<std::size_t>(region.GetIndex(2)), region.GetSize(2)};
    const std::span voxels(static_cast<std::int16_t*>(buffer),
                           m_state->reader->series().grid.voxelsPerSlice() * range.count);
    const auto failed = [](const Error& error) {
        if (error.code == ErrorCode::Cancelled) throw itk::ProcessAborted(__FILE__, __LINE__);
        throw SeriesReadError(error);
    };
    const bool isAll = range.count == GetDimensions(2);
    if (isAll && m_state->lost == Lost::IsLeftOut) {
        auto read = m_state->reader->readAll(voxels, context);
        if (!read) failed(read.error());
        m_state->series = std::move(*read);
    } else {
        const auto found = m_state->reader->readExactly(range, voxels, context);
        if (!found) failed(found.error());
        addNew(*found, m_state->series.warnings);
    }
    if (m_state->warnings) m_state->warnings->SetMetaDataObjectValue(sentencesOf(m_state->series.warnings));
    if (told < 1) UpdateProgress(1);
}

void SeriesImageIO::Write(const void*) {
    throw SeriesReadError({ErrorCode::Unsupported, say("series.read_only"), {}});
}

void registerSeriesImageIO() {
    static std::once_flag once;
    std::call_once(once, [] {
        itk::ObjectFactoryBase::RegisterFactory(
            SeriesImageIOFactory::New(), itk::ObjectFactoryBase::InsertionPositionEnum::INSERT_AT_FRONT);
    });
}

} // namespace hemo::imaging
