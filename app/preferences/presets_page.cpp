#include "app/preferences/presets_page.h"

#include "app/preferences/page_button.h"
#include "viewer/widgets/words.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace hemo::ui {
namespace {

QDoubleSpinBox* huBox(double least, double most, const QString& name, QWidget* parent) {
    auto* box = new QDoubleSpinBox(parent);
    box->setDecimals(0);
    box->setRange(least, most);
    box->setSuffix(PresetsPage::tr(" HU"));
    box->setKeyboardTracking(false); // half a number is no window
    box->setAccessibleName(name);
    return box;
}

} // namespace

PresetsPage::PresetsPage(std::vector<WindowPreset> usual, Dispatch dispatch, QWidget* parent)
    : QWidget(parent),
      m_usual(std::move(usual)),
      m_dispatch(std::move(dispatch)),
      m_asUsual(pageButton("usualPresets", tr("All as usual"), this)),
      m_fixed(new QLabel(tr("This site has fixed the window presets."), this)) {
    auto* column = new QVBoxLayout(this);
    auto* grid = new QGridLayout;
    const QString titles[] = {tr("Number"), tr("Name"), tr("Width"), tr("Centre")};
    for (int n = 0; n < 4; ++n)
        grid->addWidget(new QLabel(titles[n], this), 0, n);
    for (const WindowPreset& preset : m_usual)
        m_rows.push_back(makeRow(preset, *grid, static_cast<int>(m_rows.size()) + 1));
    column->addLayout(grid);
    column->addWidget(m_asUsual, 0, Qt::AlignLeft);
    column->addWidget(m_fixed);
    column->addStretch(1);
    connect(m_asUsual, &QPushButton::clicked, this, [this] { m_dispatch(action::SetPresets{m_usual}); });
}

PresetsPage::Row PresetsPage::makeRow(const WindowPreset& preset, QGridLayout& grid, int at) {
    const QString key = QString::number(preset.key);
    auto* number = new QLabel(key, this);
    Row row{new QLineEdit(this), huBox(1, 20000, tr("Width of window %1").arg(key), this),
            huBox(-2000, 10000, tr("Centre of window %1").arg(key), this)};
    row.name->setAccessibleName(tr("Name of window %1").arg(key));
    row.name->setMaxLength(24); // what the tool bar's menu has room for
    grid.addWidget(number, at, 0);
    grid.addWidget(row.name, at, 1);
    grid.addWidget(row.width, at, 2);
    grid.addWidget(row.centre, at, 3);
    connect(row.name, &QLineEdit::editingFinished, this, &PresetsPage::tell);
    connect(row.width, &QDoubleSpinBox::valueChanged, this, &PresetsPage::tell);
    connect(row.centre, &QDoubleSpinBox::valueChanged, this, &PresetsPage::tell);
    return row;
}

void PresetsPage::setState(const AppState& state) {
    const bool isFixed = state.preferences.fixed.contains(Setting::WindowPresets);
    m_fixed->setVisible(isFixed);
    m_asUsual->setEnabled(!isFixed);
    m_shown = state.preferences.presets;
    for (std::size_t n = 0; n < m_rows.size(); ++n) {
        const Row& row = m_rows[n];
        for (QWidget* part : std::initializer_list<QWidget*>{row.name, row.width, row.centre})
            part->setEnabled(!isFixed && n < m_shown.size());
        if (n >= m_shown.size()) continue;
        const QSignalBlocker width(row.width), centre(row.centre);
        if (!row.name->hasFocus()) row.name->setText(presetName(m_shown[n]));
        row.width->setValue(m_shown[n].window.width);
        row.centre->setValue(m_shown[n].window.centre);
    }
}

void PresetsPage::tell() {
    std::vector<WindowPreset> wanted = m_shown;
    for (std::size_t n = 0; n < std::min(m_rows.size(), wanted.size()); ++n) {
        WindowPreset& preset = wanted[n];
        preset.window = {m_rows[n].centre->value(), m_rows[n].width->value()};
        const QString name = m_rows[n].name->text().trimmed();
        if (!name.isEmpty() && name != presetName(preset)) preset.name = name.toStdString();
    }
    if (wanted != m_shown) m_dispatch(action::SetPresets{std::move(wanted)});
}

} // namespace hemo::ui
