#include "app/command_palette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hemo::ui {
namespace {

constexpr int kWidth = 480, kHeight = 360;

/// Every word is somewhere in it, in any order and however large its letters.
bool holdsAll(const QString& text, const QStringList& words) {
    return std::ranges::all_of(words,
                               [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

CommandPalette::CommandPalette(CommandSet& commands, QWidget* window)
    : QDialog(window), m_commands(commands), m_words(new QLineEdit(this)), m_rows(new QListWidget(this)) {
    setObjectName("commandPalette");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Commands"));
    resize(kWidth, kHeight);
    m_words->setPlaceholderText(tr("What do you want to do?"));
    m_words->setAccessibleName(tr("Words of a command"));
    m_words->installEventFilter(this);
    m_rows->setAccessibleName(tr("Commands"));
    m_rows->setFocusPolicy(Qt::NoFocus); // the line keeps the keys
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(m_rows);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::list);
    connect(m_words, &QLineEdit::returnPressed, this, &CommandPalette::doChosen);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_rows, &QListWidget::itemClicked, this, &CommandPalette::doChosen);
    list({});
}

void CommandPalette::addRow(const Command& command) {
    const QAction& action = m_commands[command.id];
    const QString key = m_commands.keyText(command.id);
    auto* row = new QListWidgetItem(key.isEmpty() ? action.text() : action.text() + "    " + key, m_rows);
    row->setData(Qt::UserRole, QString::fromUtf8(command.id.data(), qsizetype(command.id.size())));
    if (action.isEnabled()) return;
    row->setText(tr("%1 (not possible now)").arg(row->text()));
    row->setFlags(Qt::NoItemFlags);
}

/// What can be done now, then what was asked for and cannot.
void CommandPalette::list(const QString& wanted) {
    m_rows->clear();
    const QStringList words = wanted.split(' ', Qt::SkipEmptyParts);
    for (const bool isPossible : {true, false})
        for (const Command& command : m_commands.commands()) {
            const QAction& action = m_commands[command.id];
            const bool isAsked = isPossible || !words.isEmpty();
            if (isAsked && action.isEnabled() == isPossible && holdsAll(action.text(), words))
                addRow(command);
        }
    if (m_rows->count() == 0)
        (new QListWidgetItem(tr("Nothing has these words: try fewer."), m_rows))->setFlags(Qt::NoItemFlags);
    m_rows->setCurrentRow(0);
}

void CommandPalette::doChosen() {
    const QListWidgetItem* row = m_rows->currentItem();
    if (!row || !(row->flags() & Qt::ItemIsEnabled)) return;
    const std::string id = row->data(Qt::UserRole).toString().toStdString();
    close(); // what it does may open another window
    m_commands[id].trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        if (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down) {
            const int row = m_rows->currentRow() + (key.key() == Qt::Key_Down ? 1 : -1);
            if (row >= 0 && row < m_rows->count()) m_rows->setCurrentRow(row);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace hemo::ui
