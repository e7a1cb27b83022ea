#include "core/classroom/phantom_cases.h"

#include "core/classroom/case_truth.h"
#include "core/simulate/mimics.h"
#include "core/simulate/opened_skull.h"
#include "core/simulate/real_head.h"

#include <algorithm>
#include <stdexcept>

namespace hemo {
namespace {

constexpr MessageId kLicence = "drawn_case.licence", kQuestion = "drawn_case.question",
                    kTitle = "drawn_case.collection";
constexpr double kTiltDegrees = 15;

/// What is drawn, and what is told of it.
struct CaseSpec {
    Message title;
    std::optional<BleedSpec> bleed;
    int level;
    Message point;
    double tiltDegrees = 0;
    bool isOpened = false; ///< a part of the skull was taken out
    bool hasMimics = false;
};

const std::array<CaseSpec, kPhantomCases>& specs() {
    using enum BleedType;
    static const std::array<CaseSpec, kPhantomCases> all{{
        {say("drawn_case.ladder"), BleedSpec{Epidural, Side::Right, 40, 68}, 1,
         say("drawn_case.ladder_point")},
        {say("drawn_case.blow"), BleedSpec{Epidural, Side::Left, 10, 66}, 2, say("drawn_case.blow_point")},
        {say("drawn_case.floor"), BleedSpec{Subdural, Side::Left, 50, 64}, 1, say("drawn_case.floor_point"),
         kTiltDegrees},
        {say("drawn_case.week"), BleedSpec{Subdural, Side::Right, 15, 60}, 3, say("drawn_case.week_point")},
        {say("drawn_case.weakness"), BleedSpec{Intraparenchymal, Side::Left, 35, 68}, 1,
         say("drawn_case.weakness_point")},
        {say("drawn_case.seizure"), BleedSpec{Intraparenchymal, Side::Right, 5, 64}, 2,
         say("drawn_case.seizure_point")},
        {say("drawn_case.operation"), BleedSpec{Subarachnoid, Side::Left, 25, 58}, 2,
         say("drawn_case.operation_point"), 0, true},
        {say("drawn_case.headache"), BleedSpec{Subarachnoid, Side::Right, 12, 56}, 3,
         say("drawn_case.headache_point")},
        {say("drawn_case.drowsy"), BleedSpec{Intraventricular, Side::Right, 15, 66}, 1,
         say("drawn_case.drowsy_point")},
        {say("drawn_case.better"), BleedSpec{Intraventricular, Side::Left, 4, 62}, 2,
         say("drawn_case.better_point")},
        {say("drawn_case.fall"), std::nullopt, 1, say("drawn_case.fall_point")},
        {say("drawn_case.years"), std::nullopt, 2, say("drawn_case.years_point"), 0, false, true},
    }};
    return all;
}

std::string seriesFolder(std::size_t number) {
    const std::string digits = std::to_string(number + 1);
    return "case-" + std::string(digits.size() < 2 ? "0" : "") + digits;
}

VolumePtr withMimics(const Volume& head, unsigned seed) {
    const auto found = simulate::RealHead::find(head, {});
    if (!found) throw std::logic_error("a phantom has a brain");
    std::vector<std::int16_t> voxels(head.voxels().begin(), head.voxels().end());
    const auto draw = [&](const simulate::MimicSpec& spec) {
        simulate::drawMimic(spec, found->host(), head.grid(), voxels, seed);
    };
    draw({simulate::Mimic::Infarct, Side::Right, 22, 14});
    draw({simulate::Mimic::Calcification, Side::Left, 5, 160});
    return std::make_shared<const Volume>(head.grid(), std::move(voxels), head.seriesInstanceUid());
}

PhantomSpec headOf(const CaseSpec& spec, std::size_t number) {
    PhantomSpec head;
    head.seed = static_cast<unsigned>(number) + 11;
    head.tiltDegrees = spec.tiltDegrees;
    head.bleed = spec.bleed;
    head.seriesInstanceUid += ".7." + std::to_string(number + 1);
    return head;
}

} // namespace

std::string phantomCasesTitle() {
    return english(say(kTitle));
}

std::vector<Message> phantomCaseWords() {
    std::vector<Message> words{say(kTitle), say(kQuestion), say(kLicence)};
    for (const CaseSpec& spec : specs())
        words.insert(words.end(), {spec.title, spec.point});
    return words;
}

MadeCase makePhantomCase(std::size_t number) {
    const CaseSpec& spec = specs().at(number);
    const PhantomSpec head = headOf(spec, number);
    MadeCase made;
    const Phantom drawn = makePhantom(head);
    made.volume = drawn.volume;
    TeachingCase& about = made.about;
    about.title = english(spec.title);
    about.series = seriesFolder(number);
    about.question = english(say(kQuestion));
    about.truth.isBleed = spec.bleed.has_value();
    if (spec.bleed) about.truth.kinds = {spec.bleed->kind};
    if (spec.bleed) about.truth.places = {spreadThrough(drawn.bleedPlaces, kSpreadMm)};
    about.teachingPoints = {english(spec.point)};
    about.level = spec.level;
    about.licence = english(say(kLicence));
    if (spec.isOpened) made.volume = simulate::openedSkull(*made.volume, {});
    if (spec.hasMimics) made.volume = withMimics(*made.volume, head.seed);
    return made;
}

} // namespace hemo
