#pragma once

#include "app/picture_export.h"
#include "core/state/app_state.h"
#include "viewer/render/slice_renderer.h"
#include "viewer/widgets/clock.h"
#include "viewer/widgets/dispatch.h"
#include "viewer/widgets/first_pictures.h"

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;

namespace hemo::ui {

class ApartView;
class CompareHeader;
class ProbabilityStrip;
class SliceView;
class VolumeView;

/// Draws Screen::layout: a view for each viewport, and beside it the strip of its reading, which is its
/// scroll bar. The four views of one reading have one strip at their side; readings beside each other have
/// one each, and a heading. A view that is to stand apart gets a window of its own. Widgets are made when a
/// viewport first needs them, and kept. GUI thread.
class ViewLayout : public QWidget {
    Q_OBJECT
public:
    ViewLayout(Dispatch dispatch, QWidget* parent, Clock& clock);

    void setState(const AppState& state);
    /// Where the mouse alone has moved.
    void showHover(const AppState& state);
    /// True where every view shows what the state asks for (the volume view draws in the background).
    bool isSettled() const;

    /// Null where no viewport of that number was ever seen, or it never showed that.
    SliceView* sliceView(ViewportId id) const;
    VolumeView* volumeView(ViewportId id) const;
    ProbabilityStrip* strip(ViewportId id) const;

    /// What a viewport shows, without the patient's name; something must be shown there.
    QImage picture(ViewportId id) const;
    /// How large its slices are on the screen; none where it shows none.
    std::optional<PictureSize> pictureSize(ViewportId id) const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// What stands for one viewport.
    struct Pane {
        SliceView* slices = nullptr;
        VolumeView* volume = nullptr;
        CompareHeader* header = nullptr;
        ProbabilityStrip* strip = nullptr;
        ApartView* window = nullptr; ///< of a view that was ever in one of its own
    };
    /// All that the places follow from.
    struct Arrangement {
        std::vector<Cell> cells;
        std::vector<Viewport::Kind> kinds; ///< of all viewports
        std::vector<bool> areApart;
        bool isComparing = false;
        bool operator==(const Arrangement&) const = default;
    };
    Pane& pane(ViewportId id);
    QWidget* view(ViewportId id, Viewport::Kind kind);
    void arrange(const Arrangement& next);
    void place(const Cell& cell, const Arrangement& next);
    void hideOthers(const Arrangement& next);
    void placeApart(const Arrangement& next);
    void keepFocus(QWidget& shown);
    ViewportId viewportAt(QPointF position) const;

    Dispatch m_dispatch;
    Clock& m_clock;
    render::SliceRenderer m_renderer;
    FirstPictures m_firstPictures;
    QGridLayout* m_grid;
    QLabel* m_link;
    std::vector<Pane> m_panes; ///< by ViewportId
    std::optional<Arrangement> m_arrangement;
    bool m_isComparing = false;
};

} // namespace hemo::ui
