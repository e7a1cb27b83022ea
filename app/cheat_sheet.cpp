#include "app/cheat_sheet.h"

#include "app/preferences/mouse_buttons.h"
#include "viewer/widgets/tr.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

constexpr int kColumns = 3;
constexpr double kPoints = 8.5;

struct Row {
    QString keys, what;
};

QString keysOf(const CommandSet& commands, std::initializer_list<const char*> ids) {
    QStringList all;
    for (const char* id : ids)
        for (const QKeySequence& key : commands.keysOf(id))
            all += key.toString(QKeySequence::NativeText);
    return all.join(", ");
}

/// "Ctrl+6 to Ctrl+9".
QString keysFrom(const CommandSet& commands, const char* first, const char* last) {
    return tr("%1 to %2").arg(commands.keyText(first), commands.keyText(last));
}

/// Several of these have one row.
bool isOneOfMany(std::string_view id) {
    return id.starts_with("seen-from") || id.starts_with("answer-") || id.starts_with("hang-") ||
           id.starts_with("keep-hanging-") || id.starts_with("box-");
}

std::vector<Row> allRows(const CommandSet& commands, MouseTable mouse) {
    std::vector<Row> rows;
    for (const Command& command : commands.commands())
        if (const QString key = commands.keyText(command.id); !key.isEmpty() && !isOneOfMany(command.id))
            rows.push_back({key, commands[command.id].text()});
    rows.insert(
        rows.end(),
        {{tr("B N C, 1 to 5, Enter"), tr("In your own reading: answer, how sure, commit")},
         {tr("E D P V A, Space"), tr("In your own reading: kinds of a bleed, its place")},
         {keysOf(commands, {"answer-1", "answer-2", "answer-3"}), tr("Answers 1 to 3 of a case")},
         {keysOf(commands, {"answer-4", "answer-5", "answer-6"}), tr("Answers 4 to 6 of a case")},
         {keysOf(commands, {"seen-from-front", "seen-from-behind", "seen-from-left"}),
          tr("Volume from the front, behind, left")},
         {keysOf(commands, {"seen-from-right", "seen-from-above", "seen-from-below"}),
          tr("Volume from the right, above, below")},
         {commands.keyText("box-front-in") + " ...", tr("Its box inwards in front; P L R S I: elsewhere")},
         {commands.keyText("box-front-out") + " ...", tr("Its box outwards in front, and elsewhere")},
         {keysFrom(commands, "hang-6", "hang-9"), tr("Own arrangements of views")},
         {keysFrom(commands, "keep-hanging-6", "keep-hanging-9"), tr("Keep what is seen as one")},
         {tr("Wheel"), tr("Slices")},
         {tr("Ctrl + wheel"), tr("Zoom at the cursor")},
         {tr("Left, middle, right drag"),
          tr("Tool, %1, %2").arg(dragText(mouse.middle), dragText(mouse.right))},
         {tr("Ctrl + right drag"), tr("Thicker or thinner slab")},
         {tr("Shift + move"), tr("Linked crosshair")},
         {tr("Double click, Enter"), tr("One view large, and back; words of a mark")},
         {tr("Ctrl + click on a series, or drag it onto a view"), tr("Compare with this series")},
         {tr("Drop on the list, on the pictures"), tr("Add to the list, open instead")}});
    return rows;
}

QString table(const std::vector<Row>& rows, std::size_t from, std::size_t to) {
    QString lines;
    for (std::size_t n = from; n < to; ++n)
        lines += QStringLiteral("<tr><td style='padding-right:12px'><b>%1</b></td><td>%2</td></tr>")
                     .arg(rows[n].keys.toHtmlEscaped(), rows[n].what.toHtmlEscaped());
    return "<table>" + lines + "</table>";
}

} // namespace

CheatSheet::CheatSheet(const CommandSet& commands, MouseTable mouse, QWidget* window) : QDialog(window) {
    setObjectName("cheatSheet");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys and mouse"));
    QFont small = font();
    small.setPointSizeF(kPoints);
    setFont(small);
    auto* sheet = new QWidget(this);
    auto* page = new QVBoxLayout(sheet);
    auto* about =
        new QLabel(tr("<b>Hemoscope %1</b>. For research and teaching. Not a medical device. "
                      "<a href='guide'>User guide</a> &nbsp; <a href='about'>About, log and diagnostics</a>")
                       .arg(QApplication::applicationVersion()),
                   this);
    about->setObjectName("toAbout");
    connect(about, &QLabel::linkActivated, this, [this, &commands](const QString& which) {
        close();
        commands[which.toStdString()].trigger();
    });
    page->addWidget(about);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(20);
    const std::vector<Row> rows = allRows(commands, mouse);
    const std::size_t each = (rows.size() + kColumns - 1) / kColumns;
    for (std::size_t from = 0; from < rows.size(); from += each) {
        auto* column = new QLabel(table(rows, from, std::min(rows.size(), from + each)), this);
        column->setTextFormat(Qt::RichText);
        column->setAlignment(Qt::AlignTop);
        column->setFont(small);
        columns->addWidget(column);
    }
    page->addLayout(columns);
    auto* area = new QScrollArea(this); // of a window that is smaller than the sheet
    area->setWidget(sheet);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(area);
    const int bar = 2 * area->verticalScrollBar()->sizeHint().width();
    const QSize whole = sheet->sizeHint() + QSize(2, 2); // with the frame
    const QSize room = window->size();
    const bool isTooLarge = whole.width() > room.width() || whole.height() > room.height();
    resize(isTooLarge ? (whole + QSize(bar, bar)).boundedTo(room) : whole);
}

} // namespace hemo::ui
