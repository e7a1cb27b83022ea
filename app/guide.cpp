#include "app/guide.h"

#include "app/panels/lesson_box.h"
#include "app/panels/mark_list.h"
#include "app/panels/series_panel.h"
#include "app/panels/verdict_card.h"
#include "app/panels/verdict_form.h"
#include "app/panels/welcome.h"
#include "core/state/select/screen.h"

#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QImageReader>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

#include <algorithm>

namespace hemo::ui {
namespace {

constexpr QSize kUsualSize(980, 660);
constexpr int kListWidth = 250, kCellPadding = 4;

QString guideText() {
    const bool isSpanish = QLocale().language() == QLocale::Spanish;
    QFile file(isSpanish ? QStringLiteral(":/docs/user-guide.es.md")
                         : QStringLiteral(":/docs/user-guide.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Markdown asks for a heading over each table; ours have none. Qt draws a frame round each cell.
void tidyTables(QTextDocument& page) {
    for (QTextFrame* frame : page.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table) continue;
        bool isHeadingEmpty = table->rows() > 1;
        for (int column = 0; column < table->columns(); ++column) {
            const QTextTableCell cell = table->cellAt(0, column);
            isHeadingEmpty = isHeadingEmpty && cell.firstCursorPosition() == cell.lastCursorPosition();
        }
        if (isHeadingEmpty) table->removeRows(0, 1);
        QTextTableFormat format = table->format();
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(kCellPadding);
        table->setFormat(format);
    }
}

/// As wide as the page, less its margins, and never wider than they were made.
void fitPictures(QTextDocument& page, int width) {
    const double most = width - 2 * page.documentMargin();
    for (QTextBlock block = page.begin(); block.isValid(); block = block.next())
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            QTextImageFormat format = part.fragment().charFormat().toImageFormat();
            if (!format.isValid()) continue;
            const QSize made = QImageReader(":/docs/" + format.name()).size(); // its heading is read, no more
            format.setWidth(std::min<double>(most, made.width()));
            format.setHeight(format.width() * made.height() / std::max(1, made.width()));
            QTextCursor at(block);
            at.setPosition(part.fragment().position());
            at.setPosition(part.fragment().position() + part.fragment().length(), QTextCursor::KeepAnchor);
            at.setCharFormat(format);
        }
}

template <class Panel> bool liesIn(const QWidget* widget) {
    for (; widget; widget = widget->parentWidget())
        if (qobject_cast<const Panel*>(widget)) return true;
    return false;
}

} // namespace

Guide::Guide(QWidget* window) : QDialog(window) {
    setObjectName("guide");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("User guide"));
    resize(kUsualSize.boundedTo(window->size()));
    auto* row = new QHBoxLayout(this);
    auto* side = new QVBoxLayout;
    row->addLayout(side);
    m_pages = new QListWidget(this);
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->setFixedWidth(kListWidth);
    m_pages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->addWidget(m_pages);
    auto* keys = new QPushButton(tr("Every key"), this);
    keys->setObjectName("toKeys");
    keys->setAutoDefault(false);
    connect(keys, &QPushButton::clicked, this, &Guide::keysAsked);
    side->addWidget(keys);
    m_text = new QTextBrowser(this);
    m_text->setAccessibleName(tr("Page"));
    m_text->setOpenLinks(false); // what it names lies beside the installed guide
    m_text->setSearchPaths({QStringLiteral(":/docs")});
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // pictures as wide as the page would toggle it
    m_text->viewport()->installEventFilter(this);
    row->addWidget(m_text, 1);
    m_texts = guideText().split(QStringLiteral("\n## ")).sliced(1); // before the first stands the title
    for (const QString& text : m_texts)
        m_pages->addItem(text.section('\n', 0, 0));
    connect(m_pages, &QListWidget::currentRowChanged, this, &Guide::showPage);
}

void Guide::showPage(int page) {
    m_text->setMarkdown("## " + m_texts.value(page));
    tidyTables(*m_text->document());
    fitPictures(*m_text->document(), m_text->viewport()->width());
}

/// The page itself has its width only when it is shown, after the window has its own.
bool Guide::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text->viewport() && event->type() == QEvent::Resize)
        fitPictures(*m_text->document(), m_text->viewport()->width());
    return QDialog::eventFilter(watched, event);
}

void Guide::show(Page page) {
    m_pages->setCurrentRow(static_cast<int>(page));
    QDialog::show();
    raise();
    activateWindow();
}

Guide::Page guidePageFor(const QWidget* focus, const AppState& state) {
    using enum Guide::Page;
    if (liesIn<VerdictForm>(focus) || state.screen.isAnswering) return OwnReading;
    if (liesIn<LessonBox>(focus)) return Learning;
    if (liesIn<VerdictCard>(focus)) return SecondReader;
    if (liesIn<SeriesPanel>(focus) || liesIn<Welcome>(focus)) return Opening;
    if (!select::shownIn(state, kLead)) return Opening;
    if (liesIn<MarkList>(focus) || shapeDrawnBy(state.screen.tool) || state.screen.tool == Tool::Volume)
        return Measuring;
    return select::isComparing(state) ? EarlierStudy : Looking;
}

} // namespace hemo::ui
