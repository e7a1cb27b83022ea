#include "core/classify/verdict/model_info.h"

#include "core/classify/verdict/unfit_model.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

using nlohmann::json;

bool isPlausible(const PatientRule& rule) {
    return rule.k >= 1 && rule.threshold > 0 && rule.threshold < 1;
}

bool isPlausible(const std::optional<Estimate>& e) {
    return !e || (0 <= e->low && e->low <= e->value && e->value <= e->high && e->high <= 1);
}

bool isPlausible(const OperatingPoint& point) {
    return !point.name.empty() && isPlausible(point.rule) && isPlausible(point.sensitivity) &&
           isPlausible(point.specificity);
}

bool isInputPlausible(const ModelInfo& m) {
    const auto isWindow = [](const HuWindow& w) { return w.highHu > w.lowHu; };
    return m.inputSize >= 32 && m.inputSize <= 2048 && !m.windows.empty() && m.windows.size() <= 9 &&
           std::all_of(m.windows.begin(), m.windows.end(), isWindow) &&
           (!m.trainedHu || isWindow(*m.trainedHu));
}

bool isPlausible(const ModelInfo& m) {
    return isInputPlausible(m) && m.bifpnCells >= 1 && m.bifpnCells <= 8 && m.bifpnChannels >= 8 &&
           m.bifpnChannels <= 512 && m.mapShare >= 0 && m.mapShare <= 1 &&
           (m.hasClassMap || m.mapShare == 0) && isPlausible(m.rule) &&
           std::all_of(m.operatingPoints.begin(), m.operatingPoints.end(),
                       [](const OperatingPoint& point) { return isPlausible(point); });
}

HuWindow windowFrom(const json& j) {
    return {j.at(0).get<double>(), j.at(1).get<double>()};
}

PatientRule ruleFrom(const json& j) {
    return {j.at("k").get<int>(), j.at("threshold").get<double>()};
}

std::optional<Estimate> estimateFrom(const json& point, const char* name) {
    const auto found = point.find(name);
    if (found == point.end() || found->is_null()) return std::nullopt;
    return Estimate{found->at("value").get<double>(), found->at("low").get<double>(),
                    found->at("high").get<double>()};
}

void readNetwork(ModelInfo& m, const json& network) {
    m.architecture = network.at("architecture").get<std::string>();
    m.bifpnCells = network.at("bifpn_cells").get<int>();
    m.bifpnChannels = network.at("bifpn_channels").get<int>();
    m.hasClassMap = network.value("class_map", m.hasClassMap);
    m.mapShare = network.value("map_share", m.mapShare);
    m.namesSubtypes = network.value("names_subtypes", m.namesSubtypes);
}

void readInput(ModelInfo& m, const json& input) {
    m.inputSize = input.at("size").get<int>();
    const json& windows = input.at("windows_hu");
    m.windows.clear();
    std::transform(windows.begin(), windows.end(), std::back_inserter(m.windows), windowFrom);
    if (const auto trained = input.find("trained_hu"); trained != input.end())
        m.trainedHu = windowFrom(*trained);
}

void readCalibration(ModelInfo& m, const json& calibration) {
    for (const BleedType f : kBleedTypes) {
        if (f != BleedType::Any && !m.namesSubtypes) continue;
        const auto& c = calibration.at(std::string(bleedTypeName(f)));
        m.calibration[static_cast<std::size_t>(f)] = {c.at("scale").get<double>(),
                                                      c.at("offset").get<double>()};
    }
}

void readOperatingPoints(ModelInfo& m, const json& root) {
    const auto points = root.find("operating_points");
    if (points == root.end()) return;
    for (const json& j : *points)
        m.operatingPoints.push_back({j.at("name").get<std::string>(), ruleFrom(j.at("rule")),
                                     estimateFrom(j, "sensitivity"), estimateFrom(j, "specificity")});
}

/// What this version has no words for is left out: the model's card says it all the same.
void readKnownMisses(ModelInfo& m, const json& root) {
    const auto named = root.find("known_misses");
    if (named == root.end()) return;
    for (const json& id : *named)
        for (const KnownMiss miss : {KnownMiss::ThinBloodAlongSkull})
            if (id.get<std::string>() == knownMissId(miss)) m.knownMisses.push_back(miss);
}

} // namespace

std::string_view knownMissId(KnownMiss miss) {
    switch (miss) {
    case KnownMiss::ThinBloodAlongSkull:
        return "thin-blood-along-skull";
    }
    return "";
}

Message knownMissText(KnownMiss miss) {
    switch (miss) {
    case KnownMiss::ThinBloodAlongSkull:
        return say("reader.misses_thin_blood");
    }
    return {};
}

double probabilityOf(double logit, ModelInfo::Calibration c) {
    return 1 / (1 + std::exp(-(c.scale * logit + c.offset)));
}

std::vector<Explanation> explanationsOf(const ModelInfo& m) {
    if (m.architecture == "paper") return {Explanation::PaperGradCam};
    std::vector<Explanation> all{Explanation::Evidence,  Explanation::GradCamP3, Explanation::GradCamP4,
                                 Explanation::GradCamP5, Explanation::HiResCam,  Explanation::LayerCam};
    // The best by far where there is one: ml/training/experiments/017-where-the-heat-lies.md.
    if (m.hasClassMap) all.insert(all.begin(), Explanation::ClassMap);
    if (m.explanation)
        std::stable_partition(all.begin(), all.end(), [&](Explanation e) { return e == *m.explanation; });
    return all;
}

Result<ModelInfo> parseModelInfo(std::string_view text) {
    const auto damaged = [](const char* detail) {
        return fail(ErrorCode::Model, say("network.damaged"), detail);
    };
    try {
        const auto root = json::parse(text);
        ModelInfo m;
        m.id = root.at("id").get<std::string>();
        m.terms = root.at("terms").get<std::string>();
        readNetwork(m, root.at("network"));
        if (root.at("input").value("slices", 1) != 1)
            return unfitModel("model.json: it reads a slice with its neighbours");
        readInput(m, root.at("input"));
        readCalibration(m, root.at("calibration"));
        m.rule = ruleFrom(root.at("rule"));
        readOperatingPoints(m, root);
        readKnownMisses(m, root);
        if (const auto named = root.find("explanation"); named != root.end()) {
            m.explanation = explanationFrom(named->get<std::string>());
            if (!m.explanation || explanationsOf(m).front() != *m.explanation)
                return damaged("model.json: its network has no such explanation");
        }
        m.weightsSha256 = root.at("weights_sha256").get<std::string>();
        if (!isPlausible(m)) return damaged("model.json: a value is out of range");
        return m;
    } catch (const json::exception& e) {
        return damaged(e.what());
    }
}

} // namespace hemo
