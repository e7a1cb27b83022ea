#pragma once

#include <QDialog>
#include <QStringList>

#include <functional>

class QLineEdit;
class QPushButton;

namespace hemo::ui {

/// A study that several readers share, each at a computer of their own: how a log becomes part of one, and
/// how their logs become one. GUI thread; closes with each wish, what becomes of it is said by the log's
/// page.
class StudyDialog : public QDialog {
    Q_OBJECT
public:
    struct Wishes {
        std::function<void(const QString& word, const QString& sign)> begin;
        std::function<void(const QStringList& logs, const QString& file)> join;
    };
    StudyDialog(Wishes wishes, QWidget* parent);

    /// A word that nobody guesses has as many letters.
    static constexpr int kLeastLetters = 12;

private:
    void askAndJoin();

    Wishes m_wishes;
    QLineEdit *m_word, *m_sign;
    QPushButton* m_begin;
};

} // namespace hemo::ui
