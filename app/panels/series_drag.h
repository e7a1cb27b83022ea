#pragma once

#include <QMimeData>

#include <optional>
#include <string>

namespace hemo::ui {

// A series of the study browser on its way onto a view, which puts it beside the current one. Within this
// window only: ids mean nothing elsewhere.

inline constexpr auto kSeriesMimeType = "application/x-hemoscope-series";

inline QMimeData* seriesMimeData(const std::string& id) {
    auto* data = new QMimeData;
    data->setData(kSeriesMimeType, QByteArray::fromStdString(id));
    return data;
}

inline std::optional<std::string> draggedSeries(const QMimeData& data) {
    if (!data.hasFormat(kSeriesMimeType)) return std::nullopt;
    return data.data(kSeriesMimeType).toStdString();
}

} // namespace hemo::ui
