#include "core/imaging/itk/load_series.h"

#include "core/imaging/guarded.h"
#include "core/imaging/itk/hu_image.h"
#include "core/imaging/itk/series_image_io.h"
#include "core/imaging/itk_messages.h"
#include "core/imaging/read/series_reader.h"

#include <itkCommand.h>
#include <itkImageFileReader.h>

namespace hemo::imaging {
namespace {

/// What ITK says becomes the task's progress, and the task's stop ITK's.
void connect(SeriesImageIO& io, const TaskContext& context) {
    io.AddObserver(itk::ProgressEvent(), [&io, &context](const itk::EventObject&) {
        context.report(io.GetProgress(), say("stage.slices"));
        if (context.cancelled()) io.AbortGenerateDataOn();
    });
}

LoadedSeries read(const SeriesInfo& series, const TaskContext& context) {
    const auto io = SeriesImageIO::New();
    io->setSeries(series, SeriesImageIO::Lost::IsLeftOut);
    connect(*io, context);
    const auto reader = itk::ImageFileReader<HuImage>::New();
    reader->SetImageIO(io);
    reader->SetFileName(series.images.front().file.string());
    const HuImage::Pointer image = reader->GetOutput();
    image->SetPixelContainer(emptyHuImage()->GetPixelContainer());
    reader->Update();
    return {io->series(), volumeOver(image, io->series().grid, series.seriesInstanceUid)};
}

Result<LoadedSeries> load(const SeriesInfo& series, const TaskContext& context,
                          const PreviewSink& onPreview) {
    if (series.use == SeriesUse::Listed) return fail(ErrorCode::Unsupported, series.whyListed);
    if (series.images.empty() || series.grid.empty())
        return fail(ErrorCode::NotFound, say("series.no_files"));
    if (context.cancelled()) return cancelled();
    if (onPreview) // before memory for all of it is taken; where there is none, the reading says why
        if (auto first = SeriesReader(series).earlyPicture()) onPreview(std::move(*first));
    try {
        return read(series, context);
    } catch (const itk::ProcessAborted&) {
        return cancelled();
    } catch (const SeriesReadError& e) {
        return tl::unexpected(e.error());
    }
}

} // namespace

Result<LoadedSeries> loadSeries(const SeriesInfo& series, const TaskContext& context,
                                const PreviewSink& onPreview) {
    sendItkMessagesToLog();
    return guarded(ErrorCode::Damaged, say("series.unreadable"),
                   [&] { return load(series, context, onPreview); });
}

} // namespace hemo::imaging
