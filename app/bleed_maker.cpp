#include "app/bleed_maker.h"

#include "viewer/widgets/words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

constexpr int kWidth = 460;
constexpr double kLeastMl = 0.5, kMostMl = 150, kLeastHu = 30, kMostHu = 100;

/// In the order of the list.
enum class Where { Crosshair, UsualLeft, UsualRight };

QDoubleSpinBox* number(double low, double high, double value, const QString& unit, const char* name,
                       QWidget* parent) {
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(name);
    box->setRange(low, high);
    box->setDecimals(1);
    box->setValue(value);
    box->setSuffix(unit);
    return box;
}

} // namespace

BleedMaker::BleedMaker(PatientPoint crosshair, Draw draw, QWidget* window)
    : QDialog(window),
      m_crosshair(crosshair),
      m_draw(std::move(draw)),
      m_kind(new QComboBox(this)),
      m_place(new QComboBox(this)),
      m_volumeMl(number(kLeastMl, kMostMl, 20, tr(" mL"), "bleedVolume", this)),
      m_hu(number(kLeastHu, kMostHu, 64, tr(" HU"), "bleedHu", this)),
      m_seed(new QSpinBox(this)) {
    setObjectName("bleedMaker");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Draw a bleed"));
    setMinimumWidth(kWidth);
    m_kind->setObjectName("bleedKind");
    for (const BleedType kind : kDrawnKinds)
        m_kind->addItem(bleedTypeText(kind));
    m_kind->setCurrentIndex(1);
    m_place->setObjectName("bleedPlace");
    m_place->addItems({tr("At the crosshair"), tr("Where it is usual, on the patient's left"),
                       tr("Where it is usual, on the patient's right")});
    m_seed->setObjectName("bleedSeed");
    m_seed->setRange(1, 999'999);
    m_seed->setToolTip(tr("Another number draws it a little otherwise; the same draws it again"));

    auto* column = new QVBoxLayout(this);
    auto* what = new QLabel(tr("It is drawn into a copy without name and dates, which opens in place of the "
                               "scan, says SIMULATED in every picture, and is in no reading log."),
                            this);
    what->setWordWrap(true);
    column->addWidget(what);
    auto* form = new QFormLayout;
    form->addRow(tr("Kind"), m_kind);
    form->addRow(tr("Volume"), m_volumeMl);
    form->addRow(tr("Density"), m_hu);
    form->addRow(tr("Place"), m_place);
    form->addRow(tr("Variant"), m_seed);
    column->addLayout(form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    QPushButton* drawIt = buttons->addButton(tr("Draw it"), QDialogButtonBox::AcceptRole);
    drawIt->setObjectName("bleedDraw");
    drawIt->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &BleedMaker::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

void BleedMaker::accept() {
    BleedRequest request;
    request.spec.kind = kDrawnKinds[static_cast<std::size_t>(m_kind->currentIndex())];
    request.spec.volumeMl = m_volumeMl->value();
    request.spec.hu = m_hu->value();
    const auto where = static_cast<Where>(m_place->currentIndex());
    request.spec.side = where == Where::UsualRight ? Side::Right : Side::Left;
    if (where == Where::Crosshair) request.spec.at = m_crosshair;
    request.seed = static_cast<unsigned>(m_seed->value());
    m_draw(request);
    QDialog::accept();
}

} // namespace hemo::ui
