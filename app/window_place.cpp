#include "app/window_place.h"

#include "core/log.h"

#include <QWidget>

namespace hemo::ui {
namespace {

constexpr auto kPlace = "window/place";

} // namespace

bool restorePlace(QWidget& window, const SettingsPaths& paths) {
    const auto kept = saidIn(paths.own, kPlace);
    return kept && window.restoreGeometry(QByteArray::fromBase64(kept->toLatin1()));
}

void keepPlace(const QWidget& window, const SettingsPaths& paths) {
    if (!keepSetting(paths.own, kPlace, QString::fromLatin1(window.saveGeometry().toBase64())))
        log::warning("the window's place could not be kept");
}

} // namespace hemo::ui
