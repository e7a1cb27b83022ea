#include "app/exporting.h"

#include "app/view_layout.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/ask_to_save.h"
#include "viewer/widgets/path_text.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QStandardPaths>

namespace hemo::ui {

Exporting::Exporting(Store& store, CommandSet& commands, const ViewLayout& views, Writers writers,
                     QWidget& window)
    : QObject(&window), m_store(store), m_views(views), m_writers(std::move(writers)), m_window(window) {
    connect(&commands["save-picture"], &QAction::triggered, this, &Exporting::saveView);
    connect(&commands["save-window"], &QAction::triggered, this, &Exporting::saveWindow);
    connect(&commands["save-slices"], &QAction::triggered, this, &Exporting::saveAllSlices);
    connect(&commands["save-moving"], &QAction::triggered, this, &Exporting::saveMovingPicture);
    connect(&commands["copy-picture"], &QAction::triggered, this, &Exporting::copyView);
}

void Exporting::saveView() {
    const AppState& state = m_store.state();
    const ViewportId view = state.screen.active;
    if (select::shownIn(state, view))
        askAndSave(m_views.picture(view), tr("Save this view, without the patient's name"),
                   pictureName(state, view));
}

void Exporting::saveWindow() {
    askAndSave(m_window.grab().toImage(), tr("Save a picture of the window as it is"), "hemoscope.png");
}

void Exporting::askAndSave(const QImage& picture, const QString& title, const QString& name) {
    const QString file = askFile(title, name, tr("PNG (*.png)"));
    if (!file.isEmpty()) m_writers.picture(picture, file);
}

QString Exporting::askFile(const QString& title, const QString& name, const QString& kind) {
    QString file = askToSave(&m_window, title, startFolder() + '/' + name, {kind});
    if (!file.isEmpty()) m_store.dispatch(action::SavedIn{folderOf(file)});
    return file;
}

QString Exporting::startFolder() const {
    return saveFolder(m_store.state().shelf.savedIn,
                      QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
}

void Exporting::saveMovingPicture() {
    const AppState& state = m_store.state();
    const ViewportId view = select::scrolledViewport(state);
    const auto size = m_views.pictureSize(view);
    if (!size) return;
    const QString file =
        askFile(tr("Save the slices of this view as a moving picture, without the patient's name"),
                movingPictureName(state, view), tr("GIF (*.gif)"));
    if (!file.isEmpty()) m_writers.movingPicture(view, *size, file);
}

void Exporting::saveAllSlices() {
    const ViewportId view = select::scrolledViewport(m_store.state());
    const auto size = m_views.pictureSize(view);
    if (!size) return;
    const QString folder = QFileDialog::getExistingDirectory(
        &m_window, tr("A folder for all slices of this view, without the patient's name"), startFolder());
    if (folder.isEmpty()) return;
    m_store.dispatch(action::SavedIn{pathFrom(folder)});
    m_writers.slices(view, *size, folder);
}

void Exporting::copyView() {
    const ViewportId view = m_store.state().screen.active;
    if (!select::shownIn(m_store.state(), view)) return;
    QGuiApplication::clipboard()->setImage(m_views.picture(view));
    m_store.dispatch(action::Notify{{say("notice.picture_copied"), false}});
}

} // namespace hemo::ui
