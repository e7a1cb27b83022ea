#include "core/classroom/phantom_cases.h"

#include "core/classroom/case_truth.h"
#include "core/simulate/mimics.h"
#include "core/simulate/opened_skull.h"
#include "core/simulate/real_head.h"

#include <algorithm>
#include <stdexcept>

namespace hemo {
namespace {

constexpr auto kLicence = "Apache-2.0: a drawn head, not a patient";
constexpr double kTiltDegrees = 15;

/// What is drawn, and what is told of it.
struct CaseSpec {
    const char* title;
    std::optional<BleedSpec> bleed;
    int level;
    const char* point;
    double tiltDegrees = 0;
    bool isOpened = false; ///< a part of the skull was taken out
    bool hasMimics = false;
};

const std::array<CaseSpec, kPhantomCases>& specs() {
    using enum BleedType;
    static const std::array<CaseSpec, kPhantomCases> all{{
        {"Fell from a ladder", BleedSpec{Epidural, Side::Right, 40, 68}, 1,
         "An epidural bleed is a lens between bone and dura: it does not cross sutures."},
        {"Headache after a blow to the head", BleedSpec{Epidural, Side::Left, 10, 66}, 2,
         "A small lens is easily taken for bone: look at it in a wide window as well."},
        {"Found on the floor", BleedSpec{Subdural, Side::Left, 50, 64}, 1,
         "A subdural bleed is a crescent along the skull: it crosses sutures, but not the midline.",
         kTiltDegrees},
        {"Confused for a week", BleedSpec{Subdural, Side::Right, 15, 60}, 3,
         "A thin crescent hides beside the bone: widen the window to about 200 HU."},
        {"Sudden weakness of one side", BleedSpec{Intraparenchymal, Side::Left, 35, 68}, 1,
         "A bleed in the basal ganglia is most often that of high blood pressure."},
        {"A seizure, the first one", BleedSpec{Intraparenchymal, Side::Right, 5, 64}, 2,
         "A small bleed can stand in two slices alone: go through all of them."},
        {"After an operation of the skull", BleedSpec{Subarachnoid, Side::Left, 25, 58}, 2,
         "Where bone is missing the brain is still looked at in the same order.", 0, true},
        {"The worst headache of a life", BleedSpec{Subarachnoid, Side::Right, 12, 56}, 3,
         "Blood in sulci and cisterns takes the place of dark fluid: compare both sides."},
        {"Drowsy since the morning", BleedSpec{Intraventricular, Side::Right, 15, 66}, 1,
         "Blood in a ventricle settles at the back of a patient who lies on it."},
        {"Drowsy, and better again", BleedSpec{Intraventricular, Side::Left, 4, 62}, 2,
         "Calcified choroid plexus is dense on both sides; a little blood is dense where the ventricle is "
         "lowest."},
        {"A check after a fall", std::nullopt, 1,
         "Nothing was drawn here: calcified choroid plexus on one side is no bleed."},
        {"Weak for years", std::nullopt, 2,
         "What is dense like this is calcium, and what is dark is an old infarct: neither is a bleed.", 0,
         false, true},
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
    return "Twelve drawn heads";
}

MadeCase makePhantomCase(std::size_t number) {
    const CaseSpec& spec = specs().at(number);
    const PhantomSpec head = headOf(spec, number);
    MadeCase made;
    const Phantom drawn = makePhantom(head);
    made.volume = drawn.volume;
    TeachingCase& about = made.about;
    about.title = spec.title;
    about.series = seriesFolder(number);
    about.question = "Is there a bleed, which kind, and where?";
    about.truth.isBleed = spec.bleed.has_value();
    if (spec.bleed) about.truth.kinds = {spec.bleed->kind};
    if (spec.bleed) about.truth.places = {spreadThrough(drawn.bleedPlaces, kSpreadMm)};
    about.teachingPoints = {spec.point};
    about.level = spec.level;
    about.licence = kLicence;
    if (spec.isOpened) made.volume = simulate::openedSkull(*made.volume, {});
    if (spec.hasMimics) made.volume = withMimics(*made.volume, head.seed);
    return made;
}

} // namespace hemo
