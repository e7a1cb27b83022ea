#pragma once

#include "core/state/app_state.h"

#include <QDialog>
#include <QFuture>
#include <QFutureWatcher>
#include <QStringList>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace hemo::ui {

/// A study that several readers share, each at a computer of their own: how a log becomes part of one, and
/// how their logs become one. GUI thread; closes when a wish was fulfilled, as the log's page then says, else
/// says why not and keeps what was typed.
class StudyDialog : public QDialog {
    Q_OBJECT
public:
    struct Wishes {
        std::function<QFuture<Notice>(const QString& word, const QString& sign)> begin;
        std::function<QFuture<Notice>(const QStringList& logs, const QString& file)> join;
        std::function<QString(QWidget* parent, const QString& title)> askFile; ///< where the joined logs go
    };
    StudyDialog(Wishes wishes, QWidget* parent);

    /// A word that nobody guesses has as many letters.
    static constexpr int kLeastLetters = 12;

private:
    void askAndJoin();
    void wait(const QFuture<Notice>& wish);
    void hear(const Notice& notice);
    void check();

    Wishes m_wishes;
    QLineEdit *m_word, *m_sign;
    QPushButton *m_begin, *m_join;
    QLabel* m_why; ///< the last wish was not fulfilled
    QFutureWatcher<Notice> m_wish;
};

} // namespace hemo::ui
