#include "app/panels/way_words.h"

#include "viewer/widgets/tr.h"

namespace hemo::ui {
QString wayText(WayOfReading way) {
    switch (way) {
    case WayOfReading::Assisted:
        return tr("Assisted");
    case WayOfReading::SecondReader:
        return tr("Second reader");
    case WayOfReading::Blind:
        return tr("Blind");
    }
    return {};
}

QString wayMeaning(WayOfReading way) {
    switch (way) {
    case WayOfReading::Assisted:
        return tr("The second reader's answers are shown as they come.");
    case WayOfReading::SecondReader:
        return tr("You commit your own reading first; then both stand side by side.");
    case WayOfReading::Blind:
        return tr("No second reader at all.");
    }
    return {};
}

} // namespace hemo::ui
