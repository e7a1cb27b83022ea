#include "app/about.h"

#include "app/diagnostics.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace hemo::ui {
namespace {

constexpr QSize kSize{720, 460};

QString modelSentence(const AppState& state, const QString& model) {
    if (model.isEmpty()) return About::tr("Model: it has not read yet.");
    return modelText(state).isEmpty() ? About::tr("Model: %1. It has not read yet.").arg(model)
                                      : About::tr("Model: %1").arg(model);
}

QString aboutText(const AppState& state, const QString& model) {
    QStringList paragraphs{
        About::tr("<h2>Hemoscope %1</h2>").arg(QApplication::applicationVersion()),
        About::tr("A viewer for head CT that reads along. <b>Not a medical device</b>: for research and "
                  "teaching, and what it says is no diagnosis."),
        About::tr("The method is that of Cortés-Ferre et al., <i>Deep Learning Applied to Intracranial "
                  "Hemorrhage Detection</i>, J. Imaging 2023, 9(2), 37."),
        modelSentence(state, model),
        libraryText().toHtmlEscaped(),
        About::tr(
            "The program is under the Apache License 2.0. Qt is under the LGPL 3; VTK, GDCM and LibTorch "
            "under BSD licences; ITK under the Apache License 2.0; the Inter typeface under the SIL Open "
            "Font "
            "License. The model was taught with PHE-SICH-CT-IDS, CT-ICH and slices of RSNA 2019, and is for "
            "research and teaching "
            "only: its card, <i>card.md</i> in its folder, says more.")};
    for (QString& paragraph : paragraphs)
        if (!paragraph.startsWith('<')) paragraph = "<p>" + paragraph + "</p>";
    return paragraphs.join(QString());
}

QWidget* aboutPage(QLabel* words, QWidget* parent) {
    auto* page = new QWidget(parent);
    auto* row = new QHBoxLayout(page);
    row->setSpacing(20);
    auto* icon = new QLabel(page);
    icon->setPixmap(QIcon(":/icons/hemoscope.svg").pixmap(96, 96));
    icon->setAlignment(Qt::AlignTop);
    row->addWidget(icon);
    words->setObjectName("aboutText");
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignTop);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row->addWidget(words, 1);
    return page;
}

QPlainTextEdit* textPage(QWidget* parent) {
    auto* page = new QPlainTextEdit(parent);
    page->setObjectName("diagnostics");
    page->setReadOnly(true);
    page->setLineWrapMode(QPlainTextEdit::NoWrap);
    page->setAccessibleName(About::tr("Diagnostics and log"));
    return page;
}

} // namespace

About::About(const AppState& state, std::function<ModelFiles()> read, QWidget* window)
    : QDialog(window), m_window(*window), m_words(new QLabel(this)), m_diagnostics(textPage(this)) {
    setObjectName("about");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Hemoscope"));
    resize(kSize.boundedTo(window->size()));
    auto* column = new QVBoxLayout(this);
    auto* pages = new QTabWidget(this);
    pages->addTab(aboutPage(m_words, pages), tr("About"));
    pages->addTab(m_diagnostics, tr("Diagnostics and log"));
    column->addWidget(pages);

    auto* buttons = new QHBoxLayout;
    auto* promise = new QLabel(tr("Nothing of a patient is in it."), this);
    buttons->addWidget(promise);
    buttons->addStretch();
    auto* copy = new QPushButton(tr("Copy diagnostics"), this);
    copy->setObjectName("copyDiagnostics");
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_diagnostics->toPlainText()); });
    buttons->addWidget(copy);
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    buttons->addWidget(close);
    column->addLayout(buttons);

    showModel(state, modelText(state));
    if (!read || !modelText(state).isEmpty()) return;
    connect(&m_reading, &QFutureWatcher<ModelFiles>::finished, this, [this, state] {
        if (const auto model = m_reading.result().info) showModel(state, modelText(*model));
    });
    m_reading.setFuture(QtConcurrent::run(std::move(read)));
}

void About::showModel(const AppState& state, const QString& model) {
    m_words->setText(aboutText(state, model));
    m_diagnostics->setPlainText(diagnosticsText(state, m_window, model));
}

} // namespace hemo::ui
