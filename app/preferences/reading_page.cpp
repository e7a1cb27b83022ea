#include "app/preferences/reading_page.h"

#include "app/panels/way_words.h"
#include "app/preferences/fixed_note.h"
#include "app/preferences/volume_memory.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace hemo::ui {
namespace {

constexpr int kMostMegabytes = 1 << 20, kStepMegabytes = 512;

} // namespace

ReadingPage::ReadingPage(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)), m_ways(new QButtonGroup(this)) {
    auto* column = new QVBoxLayout(this);
    for (const WayOfReading way : kWaysOfReading) {
        auto* button = new QRadioButton(tr("%1: %2").arg(wayText(way), wayMeaning(way)), this);
        m_ways->addButton(button, static_cast<int>(way));
        column->addWidget(button);
    }
    connect(m_ways, &QButtonGroup::idClicked, this,
            [this](int way) { m_dispatch(action::ChooseWay{static_cast<WayOfReading>(way)}); });
    column->addSpacing(8);
    m_isLogKept = addSwitch("isLogKept", tr("Keep a log of my readings"));
    m_isListReadAhead =
        addSwitch("isListReadAhead", tr("Read all that is listed while nothing else is to do"));
    m_areNamesShown = addSwitch("areNamesShown", tr("Show patients' names"));
    connect(m_isLogKept, &QCheckBox::clicked, this, [this](bool isOn) { m_dispatch(action::KeepLog{isOn}); });
    connect(m_isListReadAhead, &QCheckBox::clicked, this,
            [this](bool isOn) { m_dispatch(action::ReadListAhead{isOn}); });
    connect(m_areNamesShown, &QCheckBox::clicked, this, [this] { m_dispatch(action::TogglePatientText{}); });
    m_memory = new QSpinBox(this);
    m_memory->setObjectName("memory");
    m_memory->setRange(kLeastVolumeMegabytes, kMostMegabytes);
    m_memory->setSingleStep(kStepMegabytes);
    m_memory->setSuffix(tr(" MB"));
    m_memory->setKeyboardTracking(false);
    m_memory->setAccessibleName(tr("Memory for series that were looked at"));
    connect(m_memory, &QSpinBox::valueChanged, this, [this](int megabytes) {
        m_dispatch(action::SetMostVolumeBytes{std::size_t(megabytes) * kMegabyte});
    });
    auto* form = new QFormLayout;
    form->addRow(tr("Memory for series that were looked at:"), m_memory);
    column->addLayout(form);
    auto* blood = new QHBoxLayout;
    m_leastHu = addHu("leastHu", tr("Blood that a click measures, from"));
    m_mostHu = addHu("mostHu", tr("Blood that a click measures, up to"));
    blood->addWidget(m_leastHu);
    blood->addWidget(new QLabel(tr("to"), this));
    blood->addWidget(m_mostHu);
    blood->addStretch(1);
    form->addRow(tr("Blood that a click measures (Shift+L):"), blood);
    m_fixed = fixedNote(this);
    column->addWidget(m_fixed);
    column->addStretch(1);
}

QCheckBox* ReadingPage::addSwitch(const char* name, const QString& words) {
    auto* box = new QCheckBox(words, this);
    box->setObjectName(name);
    layout()->addWidget(box);
    return box;
}

QSpinBox* ReadingPage::addHu(const char* name, const QString& words) {
    constexpr int kStepHu = 5;
    const BloodLimits widest = sensible({-1e6, 1e6});
    auto* box = new QSpinBox(this);
    box->setObjectName(name);
    box->setAccessibleName(words);
    box->setRange(int(widest.leastHu), int(widest.mostHu));
    box->setSingleStep(kStepHu);
    box->setSuffix(QStringLiteral(" HU"));
    box->setKeyboardTracking(false);
    connect(box, &QSpinBox::valueChanged, this, [this] {
        m_dispatch(action::SetBloodLimits{{double(m_leastHu->value()), double(m_mostHu->value())}});
    });
    return box;
}

void ReadingPage::setState(const AppState& state) {
    const Preferences& p = state.preferences;
    const auto isFree = [&](Setting setting) { return !p.fixed.contains(setting); };
    for (QAbstractButton* button : m_ways->buttons()) {
        button->setChecked(m_ways->id(button) == static_cast<int>(p.way));
        button->setEnabled(!p.isWayFixed);
    }
    m_isLogKept->setChecked(p.isLogKept);
    m_isLogKept->setEnabled(!p.isLogFixed);
    m_isListReadAhead->setChecked(p.isListReadAhead);
    m_isListReadAhead->setEnabled(isFree(Setting::ReadAhead));
    m_areNamesShown->setChecked(p.isPatientTextShown);
    m_areNamesShown->setEnabled(isFree(Setting::PatientNames));
    const QSignalBlocker quiet(m_memory);
    m_memory->setValue(
        static_cast<int>(std::min<std::size_t>(p.mostVolumeBytes / kMegabyte, kMostMegabytes)));
    m_memory->setEnabled(isFree(Setting::Memory));
    const QSignalBlocker quietLeast(m_leastHu), quietMost(m_mostHu);
    m_leastHu->setValue(int(std::lround(p.bloodLimits.leastHu)));
    m_mostHu->setValue(int(std::lround(p.bloodLimits.mostHu)));
    m_leastHu->setEnabled(isFree(Setting::BloodLimits));
    m_mostHu->setEnabled(isFree(Setting::BloodLimits));
    m_fixed->setVisible(p.isWayFixed || p.isLogFixed || !isFree(Setting::ReadAhead) ||
                        !isFree(Setting::PatientNames) || !isFree(Setting::Memory) ||
                        !isFree(Setting::BloodLimits));
}

} // namespace hemo::ui
