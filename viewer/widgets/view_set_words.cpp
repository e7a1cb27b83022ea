#include "viewer/widgets/view_set_words.h"

#include "viewer/widgets/tr.h"

namespace hemo::ui {

QString viewSetText(ViewSet set) {
    switch (set) {
    case ViewSet::Four:
        return tr("Four views of the same size");
    case ViewSet::One:
        return tr("One view");
    case ViewSet::BrainAndBone:
        return tr("Brain and bone side by side");
    case ViewSet::OneLarge:
        return tr("One large view, the others beside it");
    case ViewSet::Film:
        return tr("Film: a page of slices");
    }
    return {};
}

} // namespace hemo::ui
