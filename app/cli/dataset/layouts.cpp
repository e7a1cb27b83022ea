#include "app/cli/dataset/layouts.h"

namespace hemo {

std::unique_ptr<Layout> layoutNamed(std::string_view name, DatasetPlace place) {
    if (name == "rsna") return rsnaLayout(std::move(place));
    if (name == "ct-ich") return ctIchLayout(std::move(place));
    if (name == "cq500") return cq500Layout(std::move(place));
    if (name == "bhsd") return bhsdLayout(std::move(place));
    if (name == "table") return tableLayout(std::move(place));
    return nullptr;
}

} // namespace hemo
