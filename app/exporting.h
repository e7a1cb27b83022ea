#pragma once

#include "app/commands.h"
#include "app/picture_export.h"

#include <QWidget>

#include <functional>

namespace hemo::ui {

class ViewLayout;

/// What leaves the window as pictures: asks where to, and hands over what does the writing. GUI thread.
class Exporting : public QObject {
    Q_OBJECT
public:
    /// Write without holding up the window, and say whether it worked.
    struct Writers {
        std::function<void(QImage picture, QString file)> picture;
        std::function<void(ViewportId viewport, const PictureSize& size, QString folder)> slices;
        std::function<void(ViewportId viewport, const PictureSize& size, QString file)> movingPicture;
    };
    /// All outlive it; `window` owns it.
    Exporting(Store& store, CommandSet& commands, const ViewLayout& views, Writers writers, QWidget& window);

private:
    void saveView();
    void saveWindow();
    void saveAllSlices();
    void saveMovingPicture();
    void copyView();
    void askAndSave(const QImage& picture, const QString& title, const QString& name);
    /// Where to, first where something was saved last; empty where they think better of it.
    QString askFile(const QString& title, const QString& name, const QString& kind);

    /// The folder that is offered first: of last time, else the user's own of pictures.
    QString startFolder() const;

    Store& m_store;
    const ViewLayout& m_views;
    Writers m_writers;
    QWidget& m_window;
};

} // namespace hemo::ui
