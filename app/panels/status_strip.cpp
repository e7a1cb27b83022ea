#include "app/panels/status_strip.h"

#include "app/panels/panel_parts.h"
#include "core/state/select/screen.h"
#include "core/state/select/shelf.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/themed_icon.h"
#include "viewer/widgets/words.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace hemo::ui {
namespace {

/// What it says is its name to whoever hears it, as of every label; what that is, is its description.
QLabel* cell(const QString& meaning, const QString& widest, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAccessibleDescription(meaning);
    // As wide as it will ever be: what stands beside it never moves.
    label->setMinimumWidth(QFontMetrics(label->font()).horizontalAdvance(widest));
    return label;
}

} // namespace

StatusStrip::StatusStrip(Dispatch dispatch, QWidget* parent)
    : QWidget(parent), m_dispatch(std::move(dispatch)) {
    setObjectName("statusStrip");
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Status"));
    m_place =
        cell(tr("Under the cursor"), tr("Beside: %1").arg("HU -1024 at L 100.0 P 100.0 S 1000.0 mm"), this);
    m_slice = cell(tr("Slice"), tr("Slice %1/%2").arg(888).arg(888), this);
    m_window = cell(tr("Window"), windowText(8888, 8888), this);
    m_zoom = cell(tr("Zoom"), "88.8x", this);
    m_message = new QLabel(this);
    m_message->setObjectName("message");
    m_message->setTextFormat(Qt::PlainText);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_message->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_progress = thinProgress(tr("Progress"), this);
    m_progress->setFixedWidth(120);
    m_cancel = new QToolButton(this);
    m_cancel->setObjectName("cancel");
    m_cancel->setText(tr("Cancel"));
    m_cancel->setFocusPolicy(Qt::TabFocus);
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_dispatch(action::CancelWork{}); });
    m_dismiss = new QToolButton(this);
    m_dismiss->setObjectName("dismiss");
    m_dismiss->setIcon(themedIcon("close"));
    m_dismiss->setIconSize({12, 12});
    m_dismiss->setAccessibleName(tr("Dismiss the message"));
    m_dismiss->setFocusPolicy(Qt::TabFocus);
    connect(m_dismiss, &QToolButton::clicked, this, [this] { m_dispatch(action::DismissNotice{}); });

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 8, 2);
    row->setSpacing(16);
    for (QLabel* label : {m_place, m_slice, m_window, m_zoom})
        row->addWidget(label);
    row->addWidget(m_message, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addWidget(m_dismiss);
    // A button that comes with a message must not move the pictures.
    const int buttons = std::max(m_cancel->sizeHint().height(), m_dismiss->sizeHint().height());
    setFixedHeight(std::max(32, buttons + 4));
}

void StatusStrip::setState(const AppState& state) {
    showHover(state);
    showView(state);
    showProgress(state);
    showNotice(state);
    m_cancel->setToolTip(withKey(tr("Stop loading"), state, "back"));
    m_dismiss->setToolTip(withKey(m_dismiss->accessibleName(), state, "back"));
}

/// Of the view that the keys mean; its acquired slices are counted, whatever plane it shows.
void StatusStrip::showView(const AppState& state) {
    const ViewportId viewport = select::scrolledViewport(state);
    const Reading* shown = select::shownIn(state, viewport);
    if (!shown) {
        for (QLabel* label : {m_slice, m_window, m_zoom})
            label->clear();
        return;
    }
    const int slices = shownVolume(*shown)->grid().slices();
    m_slice->setText(missedHere(*shown) ? QString()
                                        : tr("Slice %1/%2").arg(*currentSlice(*shown) + 1).arg(slices));
    const WindowLevel window = select::windowIn(state, viewport);
    m_window->setText(windowText(window.width, window.centre));
    m_zoom->setText(QStringLiteral("%1x").arg(numberText(select::viewIn(state, viewport).zoom, 1)));
}

void StatusStrip::showHover(const AppState& state) {
    const auto under = select::hoverValue(state);
    if (!under) return m_place->clear();
    const QString hu = under->hu ? tr("HU %1").arg(*under->hu) : QString();
    QString text = hu;
    if (under->lengths == Lengths::Known) {
        const QString place = placeText(under->place, under->sides);
        text = under->hu ? tr("%1 at %2").arg(hu, place) : tr("At %1").arg(place);
    }
    m_place->setText(under->isBeside && !text.isEmpty() ? tr("Beside: %1").arg(text) : text);
}

void StatusStrip::showProgress(const AppState& state) {
    const JobState& job = select::toldJob(state);
    m_progress->setVisible(job.isRunning);
    setFraction(*m_progress, job.fraction);
    m_cancel->setVisible(select::canCancel(state));
}

void StatusStrip::showNotice(const AppState& state) {
    m_dismiss->setVisible(state.notice.has_value());
    QString text;
    if (state.notice) {
        text = translated(state.notice->text);
        if (state.notice->isError) text = QStringLiteral("! ") + text;
    } else if (select::toldJob(state).isRunning) {
        text = translated(select::toldJob(state).stage);
    }
    m_message->setText(text);
    // Where the window is too narrow even so; as rich text it goes on in the next line.
    m_message->setToolTip(text.isEmpty() ? QString()
                                         : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped()));
    makeRoom();
}

void StatusStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    makeRoom();
}

/// A sentence is not cut for what the eye does not need to read it: the place under the mouse goes first, the
/// slice last. What is at work at the moment takes nothing away.
void StatusStrip::makeRoom() {
    const std::array cells{m_place, m_zoom, m_window, m_slice};
    const QMargins margins = layout()->contentsMargins();
    const auto taken = [this](const QWidget* widget) {
        const int wide = std::max(widget->minimumWidth(), widget->sizeHint().width());
        const bool isAway = widget->isHidden() && !widget->sizePolicy().retainSizeWhenHidden();
        return isAway ? 0 : wide + layout()->spacing();
    };
    int room =
        width() - margins.left() - margins.right() - taken(m_progress) - taken(m_cancel) - taken(m_dismiss);
    for (const QLabel* each : cells)
        room -= each->minimumWidth() + layout()->spacing();
    const int wanted =
        m_dismiss->isHidden() ? 0 : m_message->fontMetrics().horizontalAdvance(m_message->text());
    for (QLabel* each : cells) {
        const bool stays = wanted == 0 || room >= wanted;
        each->setVisible(stays);
        if (!stays) room += each->minimumWidth() + layout()->spacing();
    }
    m_message->setAlignment((room < wanted ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

} // namespace hemo::ui
