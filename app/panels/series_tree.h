#pragma once

#include "app/panels/series_words.h"
#include "core/state/select/shelf.h"

#include <QTreeWidget>

#include <map>

namespace hemo::ui {

/// Patients, studies and series of what was opened. A click on a study folds it, a click or Enter on a series
/// asks for it. The keyboard comes with focusList() alone, so that after a click the arrow keys go on
/// scrolling slices. GUI thread.
class SeriesTree : public QTreeWidget {
    Q_OBJECT
public:
    explicit SeriesTree(QWidget* parent);

    /// Makes only what is new: a list that did not change keeps its folds and its place.
    void setContents(const std::shared_ptr<const FolderContents>& contents, Names names);
    void setThumbnails(const std::shared_ptr<const Thumbnails>& thumbnails);
    /// Marks the series whose pictures are shown, and those that stand beside it; empty: none is.
    void setOpen(const QString& id, const QStringList& beside);
    void setAnswers(const std::map<std::string, select::ListMark>& answers);
    /// The keyboard goes to the series that is open, or the first.
    void focusList();

Q_SIGNALS:
    void chosen(const QString& seriesId);
    /// With Ctrl or Shift, or from the context menu: to be put beside the open one.
    void chosenBeside(const QString& seriesId);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    /// A series can be dragged onto a view.
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QList<QTreeWidgetItem*>& items) const override;

private:
    void fill();
    void nameHeadings(Names names);
    void choose(QTreeWidgetItem& item, Qt::KeyboardModifiers modifiers);
    QTreeWidgetItem* itemOf(const QString& id) const;

    std::shared_ptr<const FolderContents> m_contents; ///< what the items were made from
    Names m_names = Names::Shown;
    std::map<std::string, QTreeWidgetItem*> m_items;   ///< of series, by id; owned by the tree
    std::shared_ptr<const Thumbnails> m_thumbnails;    ///< that the items show
    std::map<std::string, select::ListMark> m_answers; ///< that the items show
    QString m_openId;
    QStringList m_beside;
};

} // namespace hemo::ui
