#include "app/log_page/study_dialog.h"

#include "app/log_page/log_files.h"
#include "app/panels/panel_parts.h"
#include "viewer/widgets/words.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

constexpr int kWidth = 560;

QLabel* paragraph(const QString& text, QWidget* parent) {
    QLabel* label = wrappedLabel(parent);
    label->setText(text);
    return label;
}

QLineEdit* field(const char* name, QWidget* parent) {
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(name);
    return edit;
}

/// What is asked for stands below, also while it is typed.
void addField(QFormLayout& form, const QString& label, QLineEdit* edit, const QString& meaning) {
    form.addRow(label, edit);
    QLabel* below = secondaryLabel(edit->parentWidget());
    below->setText(meaning);
    form.addRow(QString(), below);
    edit->setAccessibleDescription(meaning);
}

} // namespace

StudyDialog::StudyDialog(Wishes wishes, QWidget* parent)
    : QDialog(parent),
      m_wishes(std::move(wishes)),
      m_word(field("studyWord", this)),
      m_sign(field("studySign", this)),
      m_begin(new QPushButton(tr("Begin the study"), this)),
      m_join(new QPushButton(tr("Join logs…"), this)),
      m_why(wrappedLabel(this)) {
    setObjectName("studyDialog");
    setWindowTitle(tr("Shared study"));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout(this);
    column->addWidget(paragraph(
        tr("Several readers, each at a computer of their own, type the same study word before they read, and "
           "each a sign of their own. Their logs then have the same numbers for the same scans and can be "
           "joined. A log that has readings must be emptied first."),
        this));
    auto* form = new QFormLayout;
    addField(*form, tr("Study word"), m_word,
             tr("At least %1 letters that nobody guesses.").arg(kLeastLetters));
    addField(*form, tr("Your sign"), m_sign,
             tr("A number or letters that no other reader of the study has."));
    column->addLayout(form);
    column->addWidget(m_begin, 0, Qt::AlignLeft);
    column->addWidget(paragraph(
        tr("Afterwards each reader saves the log as \"To be joined\" and one of them joins the files, with "
           "the own log or without. Who knows the word and a scan can find that scan in them."),
        this));
    column->addWidget(m_join, 0, Qt::AlignLeft);
    m_why->setObjectName("studyWhy");
    m_why->hide();
    column->addWidget(m_why);
    auto* close = new QPushButton(tr("Close"), this);
    column->addWidget(close, 0, Qt::AlignRight);
    m_begin->setObjectName("beginStudy");
    m_join->setObjectName("joinLogs");
    for (QPushButton* button : {m_begin, m_join, close})
        button->setAutoDefault(false);
    check();
    connect(m_word, &QLineEdit::textChanged, this, &StudyDialog::check);
    connect(m_sign, &QLineEdit::textChanged, this, &StudyDialog::check);
    connect(m_begin, &QPushButton::clicked, this,
            [this] { wait(m_wishes.begin(m_word->text().trimmed(), m_sign->text().trimmed())); });
    connect(m_join, &QPushButton::clicked, this, &StudyDialog::askAndJoin);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_wish, &QFutureWatcher<Notice>::finished, this, [this] { hear(m_wish.result()); });
}

void StudyDialog::check() {
    const bool isWord = m_word->text().trimmed().size() >= kLeastLetters;
    m_begin->setEnabled(!m_wish.isRunning() && isWord && !m_sign->text().trimmed().isEmpty());
    m_begin->setDefault(m_begin->isEnabled()); // Enter never closes on what was typed
    m_join->setEnabled(!m_wish.isRunning());
}

void StudyDialog::wait(const QFuture<Notice>& wish) {
    showText(*m_why, {});
    m_wish.setFuture(wish);
    check();
}

void StudyDialog::hear(const Notice& notice) {
    check();
    if (!notice.isError) return accept();
    showText(*m_why, translated(notice.text));
}

void StudyDialog::askAndJoin() {
    const QStringList logs = QFileDialog::getOpenFileNames(this, tr("Logs that were saved to be joined"),
                                                           logFolder(), tr("To be joined (*.json)"));
    if (logs.isEmpty()) return;
    const QString file = m_wishes.askFile(this, tr("Save the joined logs"));
    if (!file.isEmpty()) wait(m_wishes.join(logs, file));
}

} // namespace hemo::ui
