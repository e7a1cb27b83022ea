#include "app/panels/welcome.h"

#include "app/panels/panel_parts.h"
#include "viewer/widgets/themed_icon.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace hemo::ui {

Welcome::Welcome(std::function<void()> open, std::function<void()> goOn, std::function<void()> tryPhantom,
                 std::function<void()> learn, QWidget* parent)
    : QWidget(parent) {
    setObjectName("welcome");
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->addStretch();
    const auto add = [&](QWidget* widget) { column->addWidget(widget, 0, Qt::AlignHCenter); };

    auto* openButton = new QPushButton(tr("Open a folder"), this);
    openButton->setObjectName("welcomeOpen");
    openButton->setIcon(themedIcon("open"));
    openButton->setIconSize({28, 28});
    connect(openButton, &QPushButton::clicked, this, [open = std::move(open)] { open(); });
    add(openButton);
    if (goOn) {
        auto* again = new QPushButton(tr("Go on where Hemoscope stopped"), this);
        again->setObjectName("welcomeGoOn");
        again->setToolTip(tr("Opens the series that was open when the program ended without being closed"));
        connect(again, &QPushButton::clicked, this, [goOn = std::move(goOn)] { goOn(); });
        add(again);
    }
    auto* drop = new QLabel(tr("or drop folders, files or archives here"), this);
    drop->setProperty("role", "secondary");
    add(drop);
    auto* phantom = new QPushButton(tr("Try it on a phantom"), this);
    phantom->setObjectName("welcomePhantom");
    phantom->setToolTip(tr("Makes a head with a bleed; it is not a patient"));
    connect(phantom, &QPushButton::clicked, this, [tryPhantom = std::move(tryPhantom)] {
        if (tryPhantom) tryPhantom();
    });
    add(phantom);
    auto* cases = new QPushButton(tr("Learn from twelve drawn heads"), this);
    cases->setObjectName("welcomeLearn");
    cases->setToolTip(tr("Read each by yourself first, then see what is so; no patients"));
    connect(cases, &QPushButton::clicked, this, [learn = std::move(learn)] { learn(); });
    add(cases);
    column->addStretch();
}

} // namespace hemo::ui
