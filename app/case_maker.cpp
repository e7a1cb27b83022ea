#include "app/case_maker.h"

#include "app/panels/lesson_words.h"
#include "viewer/widgets/path_text.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <set>

namespace hemo::ui {
namespace {

constexpr int kWidth = 560, kTextHeight = 76;

std::vector<std::string> linesOf(const QPlainTextEdit& edit) {
    std::vector<std::string> lines;
    for (const QString& line : edit.toPlainText().split('\n', Qt::SkipEmptyParts))
        if (!line.trimmed().isEmpty()) lines.push_back(line.trimmed().toStdString());
    return lines;
}

QPlainTextEdit* textBox(const QString& hint, QWidget* parent) {
    auto* box = new QPlainTextEdit(parent);
    box->setPlaceholderText(hint);
    box->setFixedHeight(kTextHeight);
    box->setTabChangesFocus(true);
    return box;
}

QString placesOf(const CaseTruth& truth) {
    return truth.isBleed ? CaseMaker::tr(" Places: %1.").arg(truth.places.size()) : QString();
}

QString countOf(const std::vector<KeyImage>& images) {
    if (images.empty()) return {};
    return CaseMaker::tr(" Your key images, with their words: %1.").arg(images.size());
}

} // namespace

CaseMaker::CaseMaker(const CaseTruth& truth, std::vector<KeyImage> keyImages, Add add, QWidget* window)
    : QDialog(window),
      m_truth(truth),
      m_keyImages(std::move(keyImages)),
      m_add(std::move(add)),
      m_title(new QLineEdit(this)),
      m_question(new QLineEdit(tr("Is there a bleed, which kind, and where?"), this)),
      m_licence(new QLineEdit(this)),
      m_folder(new QLineEdit(this)),
      m_choices(textBox(tr("One a line; may stay empty"), this)),
      m_points(textBox(tr("One sentence a line"), this)),
      m_right(new QComboBox(this)),
      m_level(new QComboBox(this)),
      m_lacks(new QLabel(this)),
      m_addButton(new QPushButton(tr("Add the case"), this)) {
    setObjectName("caseMaker");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Make a teaching case"));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout(this);
    auto* what =
        new QLabel(tr("What is so comes from your reading: %1%2%3 A copy of the series without name, "
                      "number and dates goes into the "
                      "collection; look yourself whether a face or burnt-in text is in the images.")
                       .arg(truthText(truth), placesOf(truth), countOf(m_keyImages)),
                   this);
    what->setObjectName("caseMakerTruth");
    what->setWordWrap(true);
    column->addWidget(what);
    auto* form = new QFormLayout;
    buildFields(*form);
    column->addLayout(form);
    m_lacks->setObjectName("caseMakerLacks");
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_lacks, 1);
    buttons->addWidget(m_addButton);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addWidget(cancel);
    column->addLayout(buttons);
    connect(m_addButton, &QPushButton::clicked, this, &CaseMaker::accept);
    for (QLineEdit* edit : {m_title, m_question, m_licence, m_folder})
        connect(edit, &QLineEdit::textChanged, this, &CaseMaker::showWhatLacks);
    connect(m_choices, &QPlainTextEdit::textChanged, this, [this] {
        fillRight();
        showWhatLacks();
    });
    fillRight();
    showWhatLacks();
}

void CaseMaker::buildFields(QFormLayout& form) {
    m_title->setObjectName("caseMakerTitle");
    m_title->setPlaceholderText(tr("What brought the patient, without a name"));
    m_licence->setObjectName("caseMakerLicence");
    m_licence->setPlaceholderText(tr("Who may show it: \"Our department only\", \"CC BY 4.0\""));
    m_choices->setObjectName("caseMakerChoices");
    m_points->setObjectName("caseMakerPoints");
    m_right->setObjectName("caseMakerRight");
    m_level->addItems({tr("For beginners"), tr("For the practised"), tr("Difficult")});
    form.addRow(tr("Title"), m_title);
    form.addRow(tr("Question"), m_question);
    form.addRow(tr("Choices"), m_choices);
    form.addRow(tr("The right one"), m_right);
    form.addRow(tr("It teaches"), m_points);
    form.addRow(tr("Level"), m_level);
    form.addRow(tr("Licence"), m_licence);
    form.addRow(tr("Collection"), buildFolder());
    const std::array<QWidget*, 8> inOrder{m_title,  m_question, m_choices, m_right,
                                          m_points, m_level,    m_licence, m_folder};
    for (std::size_t n = 1; n < inOrder.size(); ++n)
        setTabOrder(inOrder[n - 1], inOrder[n]);
}

QWidget* CaseMaker::buildFolder() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_folder->setObjectName("caseMakerFolder");
    m_folder->setPlaceholderText(tr("A folder; it is made where it is not there"));
    row->addWidget(m_folder, 1);
    auto* choose = new QPushButton(tr("Choose…"), box);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(
            this, tr("The folder of the collection"),
            QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        if (!folder.isEmpty()) setFolder(folder);
    });
    row->addWidget(choose);
    return box;
}

void CaseMaker::setFolder(const QString& folder) {
    m_folder->setText(folder);
}

void CaseMaker::fillRight() {
    const QString was = m_right->currentText();
    m_right->clear();
    for (const std::string& choice : linesOf(*m_choices))
        m_right->addItem(QString::fromStdString(choice));
    m_right->setCurrentText(was);
    m_right->setEnabled(m_right->count() > 0);
}

QString CaseMaker::lacking() const {
    if (m_title->text().trimmed().isEmpty()) return tr("It needs a title.");
    if (m_question->text().trimmed().isEmpty()) return tr("It needs a question.");
    if (m_licence->text().trimmed().isEmpty()) return tr("Say who may show it.");
    const auto choices = linesOf(*m_choices);
    if (std::set(choices.begin(), choices.end()).size() != choices.size())
        return tr("Two choices are the same.");
    if (m_folder->text().trimmed().isEmpty()) return tr("Choose the folder of a collection.");
    return {};
}

void CaseMaker::showWhatLacks() {
    const QString lacks = lacking();
    m_lacks->setText(lacks);
    m_addButton->setEnabled(lacks.isEmpty());
}

void CaseMaker::accept() {
    if (!lacking().isEmpty()) return;
    TeachingCase made;
    made.title = m_title->text().trimmed().toStdString();
    made.question = m_question->text().trimmed().toStdString();
    made.choices = linesOf(*m_choices);
    if (!made.choices.empty())
        made.rightChoice = static_cast<std::size_t>(std::max(0, m_right->currentIndex()));
    made.truth = m_truth;
    made.teachingPoints = linesOf(*m_points);
    made.keyImages = m_keyImages;
    made.level = m_level->currentIndex() + 1;
    made.licence = m_licence->text().trimmed().toStdString();
    m_add(pathFrom(m_folder->text().trimmed()), made);
    QDialog::accept();
}

} // namespace hemo::ui
