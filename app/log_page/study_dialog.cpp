#include "app/log_page/study_dialog.h"

#include "app/log_page/log_files.h"
#include "app/panels/panel_parts.h"

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
      m_begin(new QPushButton(tr("Begin the study"), this)) {
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
    auto* join = new QPushButton(tr("Join logs…"), this);
    column->addWidget(join, 0, Qt::AlignLeft);
    auto* close = new QPushButton(tr("Close"), this);
    column->addWidget(close, 0, Qt::AlignRight);
    m_begin->setObjectName("beginStudy");
    join->setObjectName("joinLogs");
    for (QPushButton* button : {m_begin, join, close})
        button->setAutoDefault(false);
    const auto check = [this] {
        const bool isWord = m_word->text().trimmed().size() >= kLeastLetters;
        m_begin->setEnabled(isWord && !m_sign->text().trimmed().isEmpty());
        m_begin->setDefault(m_begin->isEnabled()); // Enter never closes on what was typed
    };
    check();
    connect(m_word, &QLineEdit::textChanged, this, check);
    connect(m_sign, &QLineEdit::textChanged, this, check);
    connect(m_begin, &QPushButton::clicked, this, [this] {
        m_wishes.begin(m_word->text().trimmed(), m_sign->text().trimmed());
        accept();
    });
    connect(join, &QPushButton::clicked, this, &StudyDialog::askAndJoin);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void StudyDialog::askAndJoin() {
    const QStringList logs = QFileDialog::getOpenFileNames(this, tr("Logs that were saved to be joined"),
                                                           logFolder(), tr("To be joined (*.json)"));
    if (logs.isEmpty()) return;
    const QString file = askForLogFile(this, tr("Save the joined logs"), studyFilters());
    if (file.isEmpty()) return;
    m_wishes.join(logs, file);
    accept();
}

} // namespace hemo::ui
