#pragma once

#include "core/classify/verdict/model_info.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace hemo::ui {

/// What the trainer wrote of a model beside its weights.
struct ModelFiles {
    std::optional<ModelInfo> info; ///< none where model.json cannot be read
    QString card;                  ///< card.md; empty where there is none
    struct Plot {
        QString title;
        QByteArray svg;
    };
    std::vector<Plot> plots; ///< those that are there
};

} // namespace hemo::ui
