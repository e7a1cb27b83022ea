#include "app/log_window.h"

#include "app/log_file.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

constexpr QSize kUsualSize(820, 420);
constexpr int kLookMs = 250, kMostLines = 5000;

} // namespace

LogWindow::LogWindow(QWidget* window) : QDialog(window) {
    setObjectName("logWindow");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Log"));
    resize(kUsualSize.boundedTo(window->size()));
    auto* column = new QVBoxLayout(this);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName("logText");
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setMaximumBlockCount(kMostLines);
    m_text->setAccessibleName(tr("Log"));
    column->addWidget(m_text);
    auto* row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("Nothing of a patient is in it."), this));
    row->addStretch();
    auto* close = new QPushButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    row->addWidget(close);
    column->addLayout(row);
    auto* look = new QTimer(this);
    connect(look, &QTimer::timeout, this, &LogWindow::follow);
    look->start(kLookMs);
    follow();
}

/// Whoever has scrolled back to read stays there: appended lines move the text only where its end is seen.
void LogWindow::follow() {
    const LogPart part = logSince(m_shown);
    m_shown = part.end;
    for (const std::string& line : part.lines)
        m_text->appendPlainText(QString::fromStdString(line));
}

} // namespace hemo::ui
