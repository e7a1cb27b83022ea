#include "app/worth/worth_page.h"

#include "app/panels/worth_words.h"
#include "app/worth/card_words.h"
#include "app/worth/thousand_dots.h"
#include "viewer/widgets/words.h"

#include <QBuffer>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <cmath>

namespace hemo::ui {
namespace {

constexpr QSize kSize{940, 640};
constexpr int kLeastThousandths = 5, kMostThousandths = 600, kUsualThousandths = 100;

QString percent(double share) {
    return QStringLiteral("%1 %").arg(std::lround(share * 100));
}

/// "77 % (62 to 92)".
QString withInterval(const Estimate& e) {
    return WorthPage::tr("%1 (%2 to %3)")
        .arg(percent(e.value))
        .arg(std::lround(e.low * 100))
        .arg(std::lround(e.high * 100));
}

QPixmap dotPixmap(ThousandDots::Kind kind, double scale) {
    constexpr int kSide = 12;
    QPixmap pixmap(QSize(kSide, kSide) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    ThousandDots::paintDot(painter, {kSide / 2.0, kSide / 2.0}, kind);
    return pixmap;
}

QLabel* sentence(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    return label;
}

/// Sharp at any scale, on paper: Qt's reader of SVG does not fill "100 %".
QPixmap plotPixmap(QByteArray svg, double scale) {
    constexpr int kWidth = 290;
    QBuffer buffer(&svg);
    QImageReader reader(&buffer, "svg");
    const QSize drawn = reader.size();
    if (drawn.isEmpty()) return {};
    reader.setScaledSize((QSizeF(drawn) * (kWidth * scale / drawn.width())).toSize());
    const QImage plot = reader.read();
    QPixmap paper(plot.size());
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, plot);
    paper.setDevicePixelRatio(scale);
    return paper;
}

QWidget* plotPage(const std::vector<ModelFiles::Plot>& plots, QWidget* parent) {
    auto* page = new QWidget(parent);
    auto* row = new QHBoxLayout(page);
    for (const ModelFiles::Plot& plot : plots) {
        auto* picture = new QLabel(page);
        picture->setPixmap(plotPixmap(plotText(plot.svg), page->devicePixelRatioF()));
        picture->setAlignment(Qt::AlignTop);
        picture->setAccessibleName(plot.title);
        row->addWidget(picture);
    }
    row->addStretch();
    return page;
}

QTextBrowser* cardPage(const QString& card, QWidget* parent) {
    auto* page = new QTextBrowser(parent);
    page->setObjectName("modelCard");
    auto* document = new QTextDocument(page); // in one that is laid out already, tables take seconds
    document->setDefaultFont(page->font());
    document->setMarkdown(cardText(card));
    page->setDocument(document);
    return page;
}

} // namespace

WorthPage::WorthPage(std::function<ModelFiles()> read, QWidget* window)
    : QDialog(window), m_pages(new QTabWidget(this)) {
    setObjectName("worthPage");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What it is worth here"));
    resize(kSize.boundedTo(window->size()));
    auto* column = new QVBoxLayout(this);
    m_pages->addTab(buildHere(), tr("Here"));
    column->addWidget(m_pages);
    auto* close = new QPushButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(&m_reading, &QFutureWatcher<ModelFiles>::finished, this,
            [this] { showFiles(m_reading.result()); });
    m_reading.setFuture(QtConcurrent::run(std::move(read)));
}

QWidget* WorthPage::buildHere() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(10);
    m_asking = new QWidget(page);
    auto* asked = new QGridLayout(m_asking);
    asked->setContentsMargins(0, 0, 0, 0);
    m_rule = new QComboBox(page);
    m_rule->setAccessibleName(tr("Rule"));
    m_rule->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_prevalence = new QSlider(Qt::Horizontal, page);
    m_prevalence->setRange(kLeastThousandths, kMostThousandths);
    m_prevalence->setValue(kUsualThousandths);
    m_prevalence->setAccessibleName(tr("Share of the patients scanned here who bleed"));
    m_asked = sentence("worthAsked", page);
    m_asked->setWordWrap(false);
    asked->addWidget(new QLabel(tr("Rule"), page), 0, 0);
    asked->addWidget(m_rule, 0, 1, Qt::AlignLeft);
    asked->addWidget(m_asked, 1, 0);
    asked->addWidget(m_prevalence, 1, 1);
    asked->setColumnStretch(1, 1);
    column->addWidget(m_asking);

    m_thousand = new QWidget(page);
    auto* row = new QHBoxLayout(m_thousand);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    m_dots = new ThousandDots(page);
    row->addWidget(m_dots, 0, Qt::AlignTop);
    auto* legend = new QGridLayout;
    for (std::size_t n = 0; n < m_counts.size(); ++n) {
        auto* dot = new QLabel(page);
        dot->setPixmap(dotPixmap(static_cast<ThousandDots::Kind>(n), devicePixelRatioF()));
        m_counts[n] = sentence("worthCount", page);
        legend->addWidget(dot, static_cast<int>(n), 0);
        legend->addWidget(m_counts[n], static_cast<int>(n), 1);
    }
    legend->setColumnStretch(1, 1);
    legend->setRowStretch(static_cast<int>(m_counts.size()), 1);
    row->addLayout(legend, 1);
    column->addWidget(m_thousand);

    m_positive = sentence("worthPositive", page);
    m_negative = sentence("worthNegative", page);
    m_measured = sentence("worthMeasured", page);
    m_measured->setProperty("role", "secondary");
    for (QLabel* label : {m_positive, m_negative, m_measured})
        column->addWidget(label);
    column->addStretch();
    connect(m_rule, &QComboBox::currentIndexChanged, this, &WorthPage::showRule);
    connect(m_prevalence, &QSlider::valueChanged, this, &WorthPage::showRule);
    showRule();
    return page;
}

void WorthPage::showFiles(const ModelFiles& files) {
    m_isRead = true;
    if (files.info)
        for (const OperatingPoint& point : files.info->operatingPoints)
            if (point.sensitivity && point.specificity) {
                m_points.push_back(point);
                m_rule->addItem(operatingPointText(point.name));
            }
    if (!files.card.isEmpty()) m_pages->addTab(cardPage(files.card, m_pages), tr("The model's card"));
    if (!files.plots.empty()) m_pages->addTab(plotPage(files.plots, m_pages), tr("Plots"));
    showRule();
}

void WorthPage::showRule() {
    const double prevalence = m_prevalence->value() / 1000.0;
    m_asked->setText(tr("Patients here who bleed: %1 %").arg(numberText(prevalence * 100, 1)));
    const auto index = static_cast<std::size_t>(m_rule->currentIndex());
    const bool isMeasured = index < m_points.size();
    for (QWidget* widget : {m_asking, m_thousand})
        widget->setVisible(isMeasured);
    if (!isMeasured) {
        m_positive->setText(m_isRead ? tr("Nothing was measured with this model.") : QString());
        return;
    }
    const OperatingPoint& point = m_points[index];
    const auto [positive, negative] = predictiveEstimates(*point.sensitivity, *point.specificity, prevalence);
    const ThousandPatients all = ofAThousand(point.sensitivity->value, point.specificity->value, prevalence);
    m_dots->setPatients(all);
    m_counts[0]->setText(tr("%1 bleed and are suspected").arg(all.found));
    m_counts[1]->setText(tr("%1 bleed and are missed").arg(all.missed));
    m_counts[2]->setText(tr("%1 do not bleed and are suspected").arg(all.falseAlarms));
    m_counts[3]->setText(tr("%1 do not bleed and are not suspected").arg(all.passed));
    m_positive->setText(tr("<b>Suspected</b> is right in %1.").arg(withInterval(positive)));
    m_negative->setText(tr("<b>None seen</b> is right in %1.").arg(withInterval(negative)));
    m_measured->setText(tr("From a sensitivity of %1 and a specificity of %2, as they were measured by "
                           "cross-validation on the "
                           "patients that the card names: in parentheses 95 % intervals. Another scanner, "
                           "other patients or thinner "
                           "bleeds can make it worse, and nobody has measured that here.")
                            .arg(withInterval(*point.sensitivity), withInterval(*point.specificity)));
}

} // namespace hemo::ui
