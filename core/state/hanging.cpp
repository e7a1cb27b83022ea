#include "core/state/hanging.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace hemo {
namespace {

using Json = nlohmann::json;

constexpr std::pair<Slab::Kind, const char*> kSlabNames[] = {
    {Slab::Kind::Mean, "mean"}, {Slab::Kind::Maximum, "maximum"}, {Slab::Kind::Minimum, "minimum"}};

Json json(const WindowLevel& window) {
    return {{"centre", window.centre}, {"width", window.width}};
}
WindowLevel windowFrom(const Json& json) {
    return {json.at("centre"), std::max(1.0, json.at("width").get<double>())};
}

Json json(const Hanging::View& view) {
    const auto* kind =
        std::ranges::find(kSlabNames, view.slab.kind, &std::pair<Slab::Kind, const char*>::first);
    Json out{{"slab", kind->second}, {"mm", view.slab.thicknessMm}};
    if (view.ownWindow) out["window"] = json(*view.ownWindow);
    return out;
}
Hanging::View viewFrom(const Json& json) {
    Hanging::View view;
    const std::string kind = json.at("slab");
    for (const auto& [slab, name] : kSlabNames)
        if (kind == name) view.slab.kind = slab;
    view.slab.thicknessMm = std::clamp(json.at("mm").get<double>(), 0.0, kMostSlabMm);
    if (json.contains("window")) view.ownWindow = windowFrom(json["window"]);
    return view;
}

} // namespace

std::string hangingText(const Hanging& hanging) {
    Json out{{"views", viewSetName(hanging.views)},
             {"beside", hanging.isBeside},
             {"crosshair", hanging.isCrosshairShown},
             {"window", json(hanging.window)},
             {"each", Json::array()}};
    if (hanging.presetKey) out["preset"] = *hanging.presetKey;
    for (const Hanging::View& view : hanging.each)
        out["each"].push_back(json(view));
    return out.dump();
}

std::optional<Hanging> hangingFrom(std::string_view text) {
    try {
        const Json in = Json::parse(text);
        const auto views = viewSetNamed(in.at("views").get<std::string>());
        if (!views) return std::nullopt;
        Hanging hanging;
        hanging.views = *views;
        hanging.isBeside = in.at("beside");
        hanging.isCrosshairShown = in.at("crosshair");
        hanging.window = windowFrom(in.at("window"));
        if (in.contains("preset")) hanging.presetKey = in["preset"].get<int>();
        for (const Json& view : in.at("each"))
            hanging.each.push_back(viewFrom(view));
        return hanging;
    } catch (const Json::exception&) { // somebody wrote into the file by hand
        return std::nullopt;
    }
}

} // namespace hemo
