#include "app/main_window.h"

#include "app/about.h"
#include "app/apart_view.h"
#include "app/audience.h"
#include "app/cheat_sheet.h"
#include "app/command_palette.h"
#include "app/guide.h"
#include "app/layout_button.h"
#include "app/log_window.h"
#include "app/mark_button.h"
#include "app/opening.h"
#include "app/options.h"
#include "app/panels/mark_list.h"
#include "app/panels/series_panel.h"
#include "app/panels/status_strip.h"
#include "app/panels/verdict_card.h"
#include "app/panels/welcome.h"
#include "app/preferences/preferences_dialog.h"
#include "app/verdict_keys.h"
#include "app/view_layout.h"
#include "app/worth/worth_page.h"
#include "core/state/select/answers.h"
#include "core/state/select/screen.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/path_text.h"
#include "viewer/widgets/slice_view.h"
#include "viewer/widgets/theme.h"
#include "viewer/widgets/words.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hemo::ui {
namespace {

/// The heat map's key held longer than this is a peek: letting go puts the heat map back as it was.
constexpr std::chrono::milliseconds kTap{350};
constexpr std::chrono::seconds kNoticeStays{8};
constexpr int kNarrow = 1100; ///< where the list of series has no room beside the pictures and the card

bool differInHoverAlone(const AppState& before, const AppState& after) {
    if (before.screen.hover == after.screen.hover) return false;
    AppState moved = before;
    moved.screen.hover = after.screen.hover;
    return moved == after;
}

/// Errors stay, and so does what is said of work until it is done: how long that takes, the machine decides.
bool goesByItself(const Notice& notice) {
    return !notice.isError && notice.text != say("notice.making_phantom");
}

} // namespace

MainWindow::MainWindow(Store& store, const Services& services, Clock& clock)
    : m_store(store),
      m_clock(clock),
      m_commands(store, *this),
      m_opening(new Opening(store, m_commands, *this)),
      m_nextPicture(clock, kEachPicture, [this] { m_store.dispatch(action::PlayOn{}); }),
      m_noticeSeen(clock, kNoticeStays, [this] {
          const auto& notice = m_store.state().notice;
          if (notice && goesByItself(*notice)) m_store.dispatch(action::DismissNotice{});
      }) {
    setWindowTitle(tr("Hemoscope"));
    setAcceptDrops(true);
    buildViews(services);
    buildToolBar();
    connectCommands(services);
    new Exporting(m_store, m_commands, *m_views, services.writers, *this); // the window's own
    new Teaching(m_store, m_commands, services.classroom, *this);          // the window's own
    new Audience(m_store, m_commands, *this);                              // the window's own
    if (services.measureThickness)
        connect(&m_commands["thickness"], &QAction::triggered, this, services.measureThickness);
    qApp->installEventFilter(this);
    new VerdictKeys(m_store, *this); // after the window's own: these come first
    connect(&m_store, &Store::changed, this, &MainWindow::setState);
    setState({}, m_store.state());
}

MainWindow::~MainWindow() {
    qApp->removeEventFilter(this);
}

void MainWindow::buildViews(const Services& services) {
    const Dispatch dispatch = [this](const Action& action) { m_store.dispatch(action); };
    auto* centre = new QWidget(this);
    centre->setObjectName("centre");
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);

    m_left = new QWidget(centre);
    auto* left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(1);
    m_seriesPanel = new SeriesPanel(dispatch, m_left);
    left->addWidget(m_seriesPanel, 1);
    m_markList = new MarkList(dispatch, m_left);
    left->addWidget(m_markList);
    row->addWidget(m_left);
    m_views = new ViewLayout(dispatch, centre, m_clock);
    row->addWidget(m_views, 1);
    m_welcome = new Welcome([this] { m_commands["open"].trigger(); }, services.goOn, services.openPhantom,
                            [this] { m_commands["phantom-cases"].trigger(); }, centre);
    row->addWidget(m_welcome, 1);
    m_card = new VerdictCard(dispatch, centre);
    row->addWidget(m_card);

    auto* column = new QWidget(this);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(centre, 1);
    m_status = new StatusStrip(dispatch, column);
    layout->addWidget(m_status);
    setCentralWidget(column);
}

void MainWindow::buildToolBar() {
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName("tools");
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setIconSize({20, 20});
    bar->addWidget(m_opening->makeButton(bar));
    m_markButton = new MarkButton(m_commands, bar);
    for (const std::string_view id : {"", "tool-window", "tool-pan", "tool-zoom", "tool-crosshair", "marks",
                                      "", "invert", "fit", "reset", "", "heat", "next-finding"}) {
        if (id.empty())
            bar->addSeparator();
        else if (id == "marks")
            bar->addWidget(m_markButton);
        else
            bar->addAction(&m_commands[id]);
    }
    if (auto* heat = qobject_cast<QToolButton*>(bar->widgetForAction(&m_commands["heat"]))) {
        auto* ways = new QMenu(heat);
        ways->setObjectName("explanations");
        for (const Explanation e : kExplanations)
            ways->addAction(&m_commands[explanationId(e)]);
        heat->setMenu(ways);
        heat->setPopupMode(QToolButton::MenuButtonPopup);
    }
    auto* space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);

    m_presetMenu = new QMenu(this);
    auto* presets = new QToolButton(bar);
    presets->setObjectName("presets");
    presets->setText(tr("Window presets"));
    presets->setToolTip(tr("Window presets (0 to 7)"));
    presets->setAccessibleName(tr("Window presets"));
    presets->setPopupMode(QToolButton::InstantPopup);
    presets->setMenu(m_presetMenu);
    bar->addWidget(presets);
    bar->addAction(&m_commands["compare"]);
    m_layoutButton = new LayoutButton(m_commands, bar);
    bar->addWidget(m_layoutButton);
    for (const char* id : {"panels", "patient-text", "save-picture", "guide"})
        bar->addAction(&m_commands[id]);
    // What is on nearly always says so quietly; the accent is for what is chosen.
    for (const char* id : {"panels", "patient-text"})
        bar->widgetForAction(&m_commands[id])->setProperty("quiet", true);
    for (QToolButton* button : bar->findChildren<QToolButton*>()) {
        button->setFocusPolicy(Qt::TabFocus);
        if (button->accessibleName().isEmpty() && button->defaultAction())
            button->setAccessibleName(button->defaultAction()->text());
    }
}

void MainWindow::connectCommands(const Services& services) {
    connect(&m_commands["series-list"], &QAction::triggered, this, [this] {
        constexpr int kMostFolds = 2; // all panels, and the list by itself
        for (int n = 0; n < kMostFolds && !select::isListShown(m_store.state()); ++n)
            m_store.dispatch(action::TogglePanels{});
        m_seriesPanel->focusList();
    });
    connect(&m_commands["panels"], &QAction::triggered, this, [this] {
        // Where there is little room the card comes back first, as it stood alone at the start.
        if (m_store.state().preferences.arePanelsFolded && width() < kNarrow)
            m_store.dispatch(action::RoomChanged{true});
    });
    connect(&m_commands["keys"], &QAction::triggered, this,
            [this] { (new CheatSheet(m_commands, m_store.state().preferences.mouse, this))->open(); });
    connect(&m_commands["guide"], &QAction::triggered, this, &MainWindow::showGuide);
    connect(m_card, &VerdictCard::worthAsked, &m_commands["worth"], &QAction::trigger);
    connect(&m_commands["reject-reason"], &QAction::triggered, m_card, &VerdictCard::askReason);
    connect(&m_commands["comment-finding"], &QAction::triggered, m_card, &VerdictCard::askWords);
    connect(&m_commands["worth"], &QAction::triggered, this,
            [this, read = services.models.read] { (new WorthPage(modelReader(read), this))->open(); });
    if (services.log)
        connect(&m_commands["reading-log"], &QAction::triggered, this,
                [this, log = *services.log] { showLog(log); });
    connect(&m_commands["about"], &QAction::triggered, this, [this, read = services.models.read] {
        (new About(m_store.state(), modelReader(read), this))->open();
    });
    connect(&m_commands["choose-model"], &QAction::triggered, m_card, &VerdictCard::chooseModel);
    connect(m_card, &VerdictCard::modelAsked, this, [this, add = services.models.add] { askForModel(add); });
    connect(&m_commands["log"], &QAction::triggered, this, [this] {
        auto* open = findChild<LogWindow*>();
        if (!open) open = new LogWindow(this);
        open->show();
        open->activateWindow();
    });
    connect(&m_commands["palette"], &QAction::triggered, this,
            [this] { (new CommandPalette(m_commands, this))->open(); });
    connect(&m_commands["full-screen"], &QAction::triggered, this, [this] {
        QWidget* active = QApplication::activeWindow(); // or a view in a window of its own
        QWidget* window = hasKeysOf(*this, active) ? active : this;
        window->setWindowState(window->windowState() ^ Qt::WindowFullScreen);
    });
    connect(&m_commands["preferences"], &QAction::triggered, this,
            [this, folders = services.folders] { showPreferences(folders); });
    connect(&m_commands["quit"], &QAction::triggered, this, &QWidget::close);
}

/// Of the model that is in use now.
std::function<ModelFiles()>
MainWindow::modelReader(const std::function<ModelFiles(const std::filesystem::path&)>& read) const {
    const ModelChoice* model = select::modelInUse(m_store.state());
    return [read, folder = model ? model->folder : std::filesystem::path()] { return read(folder); };
}

void MainWindow::askForModel(const std::function<void(const std::filesystem::path&)>& add) {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("A model's folder, with model.json"),
                                          QStandardPaths::writableLocation(QStandardPaths::HomeLocation));
    if (!folder.isEmpty()) add(pathFrom(folder));
}

void MainWindow::showGuide() {
    const Guide::Page page = guidePageFor(QApplication::focusWidget(), m_store.state());
    auto* guide = findChild<Guide*>();
    if (!guide) {
        guide = new Guide(this);
        connect(guide, &Guide::keysAsked, &m_commands["keys"], &QAction::trigger);
    }
    guide->show(page);
}

void MainWindow::showLog(const LogPage::Log& log) {
    auto* page = new LogPage(
        log, [this](const Action& action) { m_store.dispatch(action); }, this);
    page->setState({}, m_store.state());
    connect(&m_store, &Store::changed, page, &LogPage::setState);
    page->open();
}

void MainWindow::showPreferences(const std::vector<KeptFolder>& folders) {
    std::vector<KeyRow> rows;
    for (const Command& command : m_commands.commands())
        rows.push_back({std::string(command.id), command.text, keysToText(command.keys)});
    auto* dialog = new PreferencesDialog(
        std::move(rows), windowPresets(), folders, [this](const Action& action) { m_store.dispatch(action); },
        this);
    dialog->setState(m_store.state());
    connect(&m_store, &Store::changed, dialog,
            [dialog](const AppState&, const AppState& state) { dialog->setState(state); });
    dialog->open();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    const bool isNarrow = event->size().width() < kNarrow;
    if (isNarrow != (event->oldSize().width() < kNarrow) || !event->oldSize().isValid())
        m_store.dispatch(action::RoomChanged{isNarrow});
}

void MainWindow::setState(const AppState& before, const AppState& state) {
    if (state.preferences.theme != before.preferences.theme) applyTheme(*qApp, state.preferences.theme);
    m_status->setState(state);
    if (state.notice != before.notice && state.notice && goesByItself(*state.notice)) m_noticeSeen.start();
    if (!state.screen.isPlaying)
        m_nextPicture.stop();
    else if (!before.screen.isPlaying || before.readings != state.readings)
        m_nextPicture.start();
    if (differInHoverAlone(before, state)) return m_views->showHover(state); // hundreds while the mouse moves
    const auto& presets = state.preferences.presets;
    if (presets != m_namedPresets || m_presetMenu->isEmpty()) {
        m_namedPresets = presets;
        m_presetMenu->clear();
        for (const WindowPreset& preset : presets) {
            QAction& action = m_commands[std::string("preset-") + std::to_string(preset.key)];
            action.setText(tr("%1  W %2 L %3")
                               .arg(presetName(preset))
                               .arg(preset.window.width)
                               .arg(preset.window.centre));
            m_presetMenu->addAction(&action);
        }
        m_presetMenu->addAction(&m_commands["preset-0"]);
    }
    m_commands.setState(state);
    m_markButton->followTool();
    m_layoutButton->setState(state);
    m_left->setVisible(select::isListShown(state));
    m_card->setVisible(!state.preferences.arePanelsFolded);
    const bool isWelcome = !state.shelf.contents && !state.shelf.scan.isRunning;
    m_welcome->setVisible(isWelcome);
    m_views->setVisible(!isWelcome);
    m_views->setState(state);
    if (!select::shownIn(before, kLead) && select::shownIn(state, kLead))
        if (auto* slices = m_views->sliceView(kLead))
            slices->setFocus(); // the keys are the pictures' from the start
    m_seriesPanel->setState(state);
    m_markList->setState(state);
    m_card->setState(state);
}

bool MainWindow::isSettled() const {
    return m_views->isSettled();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::WindowDeactivate && watched == this && m_heatKeyDown) {
        // The release will go to another window: the peek ends here.
        m_heatKeyDown.reset();
        m_store.dispatch(action::PeekHeat{false});
    }
    if (event->type() == QEvent::ShortcutOverride && qobject_cast<QAbstractButton*>(watched) &&
        static_cast<QKeyEvent&>(*event).key() == Qt::Key_Space) {
        event->accept(); // it presses the button that has the focus
        return true;
    }
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    const bool isTyping = qobject_cast<QLineEdit*>(watched) != nullptr;
    if (isKey && hasKeysOf(*this, QApplication::activeWindow()) && qobject_cast<QWidget*>(watched) &&
        !isTyping && handleHeatKey(static_cast<QKeyEvent&>(*event)))
        return true;
    return QMainWindow::eventFilter(watched, event);
}

/// A tap on its key toggles the heat map, holding it peeks.
bool MainWindow::handleHeatKey(const QKeyEvent& key) {
    const bool isPress = key.type() == QEvent::KeyPress;
    // Let go with Shift down, it is still the key that was held.
    const QList<QKeySequence> keys = m_commands.keysOf("heat");
    const auto isOurs = [&](const QKeySequence& one) {
        const QKeyCombination wanted = one[0];
        return key.key() == wanted.key() && (!isPress || key.modifiers() == wanted.keyboardModifiers());
    };
    if (std::ranges::none_of(keys, isOurs)) return false;
    if (key.isAutoRepeat()) return true;
    if (isPress && !m_heatKeyDown) {
        m_heatKeyDown = m_clock.now();
        m_store.dispatch(action::PeekHeat{true});
    } else if (key.type() == QEvent::KeyRelease && m_heatKeyDown) {
        const bool isTap = m_clock.now() - *m_heatKeyDown <= kTap && m_store.state().screen.isPeeking;
        m_heatKeyDown.reset();
        m_store.dispatch(action::PeekHeat{false});
        if (isTap) m_store.dispatch(action::ShowHeat{!m_store.state().screen.isHeatShown});
    }
    return true;
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dragMoveEvent(QDragMoveEvent* event) {
    const bool isAdded = openingAt(event->position()) == hemo::Opening::Add;
    m_store.dispatch(
        action::Notify{{isAdded ? say("notice.drop_adds") : say("notice.drop_replaces"), false}});
    QMainWindow::dragMoveEvent(event);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent* event) {
    m_store.dispatch(action::DismissNotice{});
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent* event) {
    m_opening->drop(*event, openingAt(event->position()));
}

hemo::Opening MainWindow::openingAt(QPointF position) const {
    const QPoint inPanel = m_seriesPanel->mapFrom(this, position.toPoint());
    const bool isOnList = m_seriesPanel->isVisible() && m_seriesPanel->rect().contains(inPanel);
    return isOnList ? hemo::Opening::Add : hemo::Opening::Replace;
}

} // namespace hemo::ui
