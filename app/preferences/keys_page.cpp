#include "app/preferences/keys_page.h"

#include "app/preferences/key_field.h"
#include "app/preferences/mouse_buttons.h"
#include "app/preferences/page_button.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hemo::ui {
namespace {

QString keysText(const std::string& keys) {
    return QKeySequence::listToString(keysFrom(keys), QKeySequence::NativeText);
}

QTableWidget* makeTable(QWidget* parent) {
    auto* table = new QTableWidget(0, 2, parent);
    table->setObjectName("keys");
    table->setAccessibleName(KeysPage::tr("Commands and their keys"));
    table->setHorizontalHeaderLabels({KeysPage::tr("Command"), KeysPage::tr("Key")});
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    return table;
}

/// Dim, with the reason.
void showFixed(QTableWidgetItem& item, bool isFixed) {
    item.setForeground(isFixed ? QBrush(colours().disabledText) : QBrush());
    item.setToolTip(isFixed ? KeysPage::tr("This site has fixed the key of this command.") : QString());
}

} // namespace

KeysPage::KeysPage(std::vector<KeyRow> rows, Dispatch dispatch, QWidget* parent)
    : QWidget(parent),
      m_rows(std::move(rows)),
      m_dispatch(std::move(dispatch)),
      m_mouse(new MouseButtons(m_dispatch, this)),
      m_wanted(new QLineEdit(this)),
      m_table(makeTable(this)),
      m_key(new KeyField(this)),
      m_says(new QLabel(this)),
      m_use(pageButton("useKey", tr("Use it"), this)),
      m_none(pageButton("noKey", tr("No key"), this)),
      m_usual(pageButton("usualKey", tr("Usual key"), this)),
      m_allUsual(pageButton("allUsual", tr("All as usual"), this)) {
    m_wanted->setPlaceholderText(tr("Words of a command, or its key"));
    m_wanted->setAccessibleName(m_wanted->placeholderText());
    m_key->setObjectName("newKey");
    m_key->setAccessibleName(tr("New key: press it"));
    m_says->setObjectName("keySays");
    m_says->setWordWrap(true);
    m_says->setMinimumHeight(2 *
                             m_says->fontMetrics().height()); // nothing moves when it has two lines to say
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_wanted);
    column->addWidget(m_table, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("New key:"), this));
    row->addWidget(m_key, 1);
    for (QPushButton* button : {m_use, m_none, m_usual, m_allUsual})
        row->addWidget(button);
    column->addLayout(row);
    column->addWidget(m_says);
    column->addWidget(m_mouse);

    connect(m_wanted, &QLineEdit::textChanged, this, &KeysPage::filter);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        m_key->setKey({});
        judge();
    });
    // Whoever points at a command presses its key next; the arrows go on through the table.
    for (const auto pointed : {&QTableWidget::itemActivated, &QTableWidget::itemClicked})
        connect(m_table, pointed, m_key, [this] { m_key->setFocus(); });
    connect(m_key, &KeyField::keyChanged, this, &KeysPage::judge);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const KeyRow* row = chosen()) use(withKey(*m_keys, row->id, m_key->key()));
    });
    connect(m_none, &QPushButton::clicked, this, [this] {
        if (const KeyRow* row = chosen()) use(withKey(*m_keys, row->id, {}));
    });
    connect(m_usual, &QPushButton::clicked, this, [this] {
        if (const KeyRow* row = chosen()) use(withUsualKeys(*m_keys, *row));
    });
    connect(m_allUsual, &QPushButton::clicked, this, [this] {
        KeyTable table = *m_keys;
        for (auto& [command, keys] : table.keys) // first all are free
            if (!table.fixed.contains(command)) keys.clear();
        for (const KeyRow& row : m_rows)
            table = withUsualKeys(std::move(table), row);
        use(table);
    });
}

void KeysPage::setState(const AppState& state) {
    m_mouse->setState(state);
    if (!state.preferences.keys || state.preferences.keys == m_keys) return;
    m_keys = state.preferences.keys;
    fill();
    judge();
}

void KeysPage::fill() {
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    for (int n = 0; n < m_table->rowCount(); ++n) {
        const KeyRow& row = m_rows[static_cast<std::size_t>(n)];
        const auto keys = m_keys->keys.find(row.id);
        const QString text = keys == m_keys->keys.end() ? QString() : keysText(keys->second);
        for (const auto& [columnOf, words] : {std::pair(0, row.words), std::pair(1, text)}) {
            if (!m_table->item(n, columnOf)) m_table->setItem(n, columnOf, new QTableWidgetItem);
            m_table->item(n, columnOf)->setText(words);
            showFixed(*m_table->item(n, columnOf), m_keys->fixed.contains(row.id));
        }
    }
    filter(m_wanted->text());
}

void KeysPage::filter(const QString& wanted) {
    const QStringList words = wanted.split(' ', Qt::SkipEmptyParts);
    for (int n = 0; n < m_table->rowCount(); ++n) {
        const QString all = m_table->item(n, 0)->text() + ' ' + m_table->item(n, 1)->text();
        m_table->setRowHidden(n, !std::ranges::all_of(words, [&](const QString& word) {
                                  return all.contains(word, Qt::CaseInsensitive);
                              }));
    }
}

/// Says what would happen, before it does.
void KeysPage::judge() {
    const KeyRow* row = chosen();
    const bool isFixed = row && m_keys && m_keys->fixed.contains(row->id);
    const QKeySequence key = m_key->key();
    const std::string other = m_keys ? commandOf(*m_keys, key) : std::string();
    const bool isTakenBySite = m_keys && m_keys->fixed.contains(other);
    for (QWidget* part : std::initializer_list<QWidget*>{m_key, m_none, m_usual})
        part->setEnabled(row && !isFixed);
    m_use->setEnabled(row && !isFixed && !key.isEmpty() && other != row->id && !isTakenBySite);
    const QString keyText = key.toString(QKeySequence::NativeText);
    if (!row)
        m_says->setText(tr("Choose a command, then press its new key."));
    else if (isFixed)
        m_says->setText(tr("This site has fixed the key of this command."));
    else if (key.isEmpty())
        m_says->setText(tr("Press the new key for “%1”.").arg(row->words));
    else if (other.empty())
        m_says->setText(tr("%1 is free.").arg(keyText));
    else if (other == row->id)
        m_says->setText(tr("%1 stands for it already.").arg(keyText));
    else if (isTakenBySite)
        m_says->setText(tr("%1 stands for “%2”, which this site has fixed: press another key.")
                            .arg(keyText, wordsOf(other)));
    else
        m_says->setText(
            tr("%1 stands for “%2”, which loses it if you use it here.").arg(keyText, wordsOf(other)));
}

void KeysPage::use(const KeyTable& table) {
    m_key->setKey({});
    m_dispatch(action::SetKeys{std::make_shared<const KeyTable>(table)});
    m_table->setFocus(); // not on the next button, which would take the key away again
}

const KeyRow* KeysPage::chosen() const {
    const int row = m_table->currentRow();
    const bool isChosen = row >= 0 && m_table->selectionModel()->isRowSelected(row);
    return isChosen ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

QString KeysPage::wordsOf(const std::string& command) const {
    const auto row = std::ranges::find(m_rows, command, &KeyRow::id);
    return row == m_rows.end() ? QString() : row->words;
}

} // namespace hemo::ui
