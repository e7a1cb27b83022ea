#include "app/picture_export.h"

#include "app/gif.h"
#include "app/whole_file.h"
#include "core/state/reduce/reduce.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/scene_painter.h"

#include <QRegularExpression>

#include <functional>
#include <optional>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;

/// Letters and digits, the rest as single dashes.
QString asFileName(const std::string& description) {
    static const QRegularExpression others("[^\\p{L}\\p{N}]+");
    QString name = QString::fromStdString(description).toLower().replace(others, "-");
    while (name.startsWith('-'))
        name.remove(0, 1);
    while (name.endsWith('-'))
        name.chop(1);
    constexpr int kLongest = 60;
    return name.isEmpty() ? QStringLiteral("series") : name.left(kLongest);
}

AppState atStep(const AppState& state, ViewportId viewport, int step) {
    return reduce(state, action::GoToStep{viewport, step});
}

/// Each slice once, not the pages of a film.
AppState withoutTiles(AppState state) {
    for (Viewport& view : state.screen.viewports)
        view.tile.reset();
    return state;
}

tl::unexpected<Error> notSaved() {
    return fail(ErrorCode::WriteFailed, say("notice.picture_not_saved"));
}

/// Every slice as it would be seen, from the first on, until `take` says that it could not be kept. Returns
/// how many there were.
Result<int> eachSlice(const AppState& state, ViewportId viewport, const PictureSize& size,
                      const TaskContext& context,
                      const std::function<bool(const AppState& at, const QImage& picture)>& take) {
    render::SliceRenderer renderer;
    ScenePainter painter(renderer);
    const int count = select::stepsIn(state, viewport).count;
    for (int step = 0; step < count; ++step) {
        if (context.cancelled()) return fail(ErrorCode::Cancelled, {});
        const AppState at = atStep(state, viewport, step);
        if (!take(at, anonymousPicture(sliceScene(at, viewport), painter, size.logical, size.pixelRatio)))
            return notSaved();
    }
    return count;
}

} // namespace

QString pictureName(const AppState& state, ViewportId viewport) {
    const Reading& reading = *select::shownIn(state, viewport);
    const QString name = asFileName(reading.series->description);
    if (select::viewport(state, viewport)->kind == Viewport::Kind::Volume) return name + "-volume.png";
    const PatientPoint place = select::placeIn(state, viewport).value_or(reading.look->place);
    const SliceSteps steps =
        stepsOf(select::viewport(state, viewport)->plane, shownVolume(reading)->grid(), place);
    const QString kind = steps.isNative ? "slice" : "plane";
    return QStringLiteral("%1-%2-%3.png").arg(name, kind).arg(steps.index + 1, 3, 10, QLatin1Char('0'));
}

QString movingPictureName(const AppState& state, ViewportId viewport) {
    return asFileName(select::shownIn(state, viewport)->series->description) + ".gif";
}

Result<int> saveSlices(const AppState& seen, ViewportId viewport, const PictureSize& size,
                       const fs::path& folder, const TaskContext& context) {
    const AppState state = withoutTiles(seen);
    const int count = select::stepsIn(state, viewport).count;
    const auto fileOf = [&](const AppState& at) { return folder / pictureName(at, viewport).toStdString(); };
    std::error_code error;
    for (int step = 0; step < count; ++step)
        if (fs::exists(fileOf(atStep(state, viewport, step)), error))
            return fail(ErrorCode::WriteFailed, say("notice.slices_there"));
    return eachSlice(state, viewport, size, context, [&](const AppState& at, const QImage& picture) {
        return picture.save(QString::fromStdString(fileOf(at).string()), "PNG");
    });
}

Result<int> saveMovingPicture(const AppState& seen, ViewportId viewport, const PictureSize& size,
                              const fs::path& file, const TaskContext& context) {
    std::optional<GifWriter> gif;
    const auto add = [&gif](const AppState&, const QImage& picture) {
        if (!gif) gif.emplace(picture.size(), kEachPicture);
        gif->add(picture);
        return true;
    };
    auto count = eachSlice(withoutTiles(seen), viewport, size, context, add);
    if (!count) return count;
    const QByteArray bytes = gif ? gif->finish() : QByteArray();
    if (bytes.isEmpty() || !writeWhole(file, {bytes.constData(), std::size_t(bytes.size())}))
        return notSaved();
    return count;
}

} // namespace hemo::ui
