#pragma once

#include "core/state/app_state.h"

#include <QDialog>
#include <QStringList>

class QListWidget;
class QTextBrowser;

namespace hemo::ui {

/// The user guide, a page a task, in the language of the window: resources/docs/user-guide.md as it stands,
/// its pictures as wide as the page. Beside the window, which goes on working. GUI thread.
class Guide : public QDialog {
    Q_OBJECT
public:
    /// In the order of the guide's sections.
    enum class Page {
        Opening,
        Looking,
        Measuring,
        Pictures,
        EarlierStudy,
        SecondReader,
        OwnReading,
        Learning,
        Preferences,
        Programs,
        News,
    };
    static constexpr int kPages = 11;

    explicit Guide(QWidget* window);
    void show(Page page);

Q_SIGNALS:
    void keysAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showPage(int page);

    QStringList m_texts; ///< Markdown, one a page
    QListWidget* m_pages;
    QTextBrowser* m_text;
};

/// The page about what has the focus; about what is done with the pictures where they have it.
Guide::Page guidePageFor(const QWidget* focus, const AppState& state);

} // namespace hemo::ui
