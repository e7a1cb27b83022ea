#include "core/state/select/answers.h"

#include "core/state/reduce/parts.h"
#include "core/state/select/lesson.h"
#include "core/state/select/screen.h"

#include <algorithm>

namespace hemo {

using namespace action;

namespace {

/// Changes the reading's second reader where the answer belongs to what is under way.
template <class Change> void answer(AppState& s, ReadingId id, int job, Change changeReader) {
    change(s, id, [&](Reading& r) {
        if (isCurrent(r.reader.job, job)) changeReader(r.reader);
    });
}

/// The rule that was asked for where the model has it, else its own.
PatientRule chosenRule(const Preferences& preferences, const SecondReader& reader, const PatientRule& own) {
    for (const OperatingPoint& point : reader.operatingPoints)
        if (point.name == preferences.operatingPoint) return point.rule;
    return own;
}

void judgeBy(SecondReader& reader, const PredictionPtr& prediction, const PatientRule& rule) {
    reader.rule = rule;
    reader.findings = nullptr;
    stop(reader.findingsJob);
    reader.prediction = prediction->provenance.rule == rule
                            ? prediction
                            : std::make_shared<const Prediction>(judgedBy(*prediction, rule));
}

/// The answer is to this reading, slice for slice.
bool isAnswerTo(const Reading& reading, const Prediction& prediction) {
    const std::string& uid =
        reading.volume ? reading.volume->seriesInstanceUid() : reading.series->seriesInstanceUid;
    return prediction.provenance.seriesInstanceUid == uid &&
           prediction.slices.size() == reading.reader.slices.size();
}

void failWith(SecondReader& reader, Error error) {
    forgetAnswers(reader);
    reader.status = SecondReader::Status::Failed;
    reader.error = std::move(error);
}

/// It begins anew when the second reader is free.
void putBack(SecondReader& reader) {
    forgetAnswers(reader);
    reader.status = SecondReader::Status::Waiting;
}

} // namespace

void askSecondReader(AppState& s, ReadingId id) {
    const Reading* asked = select::reading(s, id);
    if (!asked || !isWhole(*asked) || asked->load.isRunning) return;
    if (select::wayInForce(s) == WayOfReading::Blind) return;
    change(s, id, [](Reading& r) { putBack(r.reader); });
    if (!select::viewportOf(s, id)) return;
    const Readings readings = s.readings;
    for (const auto& [other, reading] : readings) // what nobody sees lets what is seen go first
        if (reading->reader.status == SecondReader::Status::Running && !select::viewportOf(s, other))
            change(s, other, [](Reading& r) { putBack(r.reader); });
}

void readAlong(AppState& s) {
    std::vector<ReadingId> unread;
    for (const Reading* seen : select::readingsOnScreen(s))
        if (isWhole(*seen) && seen->reader.status == SecondReader::Status::Idle) unread.push_back(seen->id);
    for (const ReadingId id : unread)
        askSecondReader(s, id);
}

void on(AppState& s, const Classify& a) {
    askSecondReader(s, a.reading);
    change(s, a.reading, [](Reading& r) { r.reader.isAnew = true; });
}
void on(AppState& s, const StopReading& a) {
    change(s, a.reading, [](Reading& r) {
        const bool isAsked = r.reader.status == SecondReader::Status::Running ||
                             r.reader.status == SecondReader::Status::Waiting;
        if (isAsked) forgetAnswers(r.reader);
    });
}
void on(AppState& s, const ClassifierReady& a) {
    answer(s, a.reading, a.job, [&](SecondReader& reader) {
        reader.modelId = a.modelId;
        reader.device = a.device;
        reader.operatingPoints = a.operatingPoints;
        reader.explanations = a.explanations;
        reader.knownMisses = a.knownMisses;
        reader.rule = chosenRule(s.preferences, reader, a.rule);
        reader.job.stage = say("stage.slices");
    });
}
void on(AppState& s, const SliceClassified& a) {
    answer(s, a.reading, a.job, [&](SecondReader& reader) {
        const int count = static_cast<int>(reader.slices.size());
        if (a.slice.slice < 0 || a.slice.slice >= count) return;
        reader.slices[static_cast<std::size_t>(a.slice.slice)] = a.slice;
        const auto done = std::count_if(reader.slices.begin(), reader.slices.end(),
                                        [](const auto& slice) { return slice.has_value(); });
        reader.job.fraction = double(done) / count;
    });
}
void on(AppState& s, const Classified& a) {
    const Reading* reading = select::reading(s, a.reading);
    if (!reading || !isCurrent(reading->reader.job, a.job)) return;
    const bool belongs = isAnswerTo(*reading, *a.prediction);
    answer(s, a.reading, a.job, [&](SecondReader& reader) {
        stop(reader.job);
        if (!belongs) return failWith(reader, {ErrorCode::Worker, say("notice.other_series"), {}});
        reader.status = SecondReader::Status::Done;
        judgeBy(reader, a.prediction, chosenRule(s.preferences, reader, a.prediction->provenance.rule));
        reader.modelId = a.prediction->provenance.modelId;
        reader.device = a.prediction->provenance.device;
        for (const SlicePrediction& slice : a.prediction->slices)
            if (slice.slice >= 0 && slice.slice < static_cast<int>(reader.slices.size()))
                reader.slices[static_cast<std::size_t>(slice.slice)] = slice;
    });
    s.screen.isHeatShown = s.screen.isHeatShown && select::canShowAnyHeat(s);
}
void on(AppState& s, const ClassificationFailed& a) {
    answer(s, a.reading, a.job, [&](SecondReader& reader) {
        stop(reader.job);
        reader.status = SecondReader::Status::Failed;
        reader.error = a.error;
    });
}
void on(AppState& s, const FindingsFound& a) {
    change(s, a.reading, [&](Reading& r) {
        if (!isCurrent(r.reader.findingsJob, a.job)) return;
        stop(r.reader.findingsJob);
        r.reader.findings = a.findings;
    });
}
void on(AppState& s, const FindingsFailed& a) {
    const Reading* reading = select::reading(s, a.reading);
    if (!reading || !isCurrent(reading->reader.findingsJob, a.job)) return;
    const bool mayBeTold = select::mayShowAnswers(s, *reading);
    change(s, a.reading, [](Reading& r) { giveUp(r.reader.findingsJob); });
    if (mayBeTold) complain(s, a.error);
}

void on(AppState& s, const ChooseOperatingPoint& a) {
    const Readings readings = s.readings;
    for (const auto& [id, reading] : readings)
        change(s, id, [&](Reading& r) {
            const auto& points = r.reader.operatingPoints;
            const auto it = std::find_if(points.begin(), points.end(),
                                         [&](const OperatingPoint& point) { return point.name == a.name; });
            if (it == points.end()) return;
            s.preferences.operatingPoint = a.name;
            r.reader.rule = it->rule;
            if (const PredictionPtr judged = r.reader.prediction;
                judged && judged->provenance.rule != it->rule)
                judgeBy(r.reader, judged, it->rule);
        });
    s.screen.isHeatShown = s.screen.isHeatShown && select::canShowAnyHeat(s);
}

void on(AppState& s, const ModelsFound& a) {
    s.models = std::make_shared<const std::vector<ModelChoice>>(a.models);
}

/// What another one said of a scan does not stay beside what this one says of the next. Heat that is shown
/// comes back.
void on(AppState& s, const ChooseModel& a) {
    if (isFixed(s, Setting::Model)) return;
    const auto folderInUse = [&s] {
        const ModelChoice* model = select::modelInUse(s);
        return model ? model->folder : std::filesystem::path();
    };
    const auto was = folderInUse();
    s.preferences.model = s.models && !s.models->empty() && a.name == s.models->front().name ? "" : a.name;
    const ModelChoice* model = select::modelInUse(s);
    if (model && !s.preferences.model.empty() && model->name != a.name)
        s.notice = Notice{say("notice.model_gone", a.name, model->info.id), true};
    if (folderInUse() == was) return;
    const Readings readings = s.readings;
    for (const auto& [id, reading] : readings)
        change(s, id, [](Reading& r) { forgetAnswers(r.reader); });
    readAlong(s);
}

/// The answers stay the same, but only a new reading makes the other heat. Heat that is shown comes back.
void on(AppState& s, const ChooseExplanation& a) {
    s.preferences.explanation = a.explanation;
    for (const Reading* seen : select::readingsOnScreen(s)) {
        const SecondReader& reader = seen->reader;
        const bool isMade = reader.prediction && reader.prediction->provenance.explanation == a.explanation;
        if (!isMade && reader.status != SecondReader::Status::Idle) askSecondReader(s, seen->id);
    }
}
void on(AppState& s, const ShowHeat& a) {
    s.screen.isHeatShown = a.isShown && select::canShowAnyHeat(s);
}
void on(AppState& s, const PeekHeat& a) {
    s.screen.isPeeking = a.isPeeking && select::canShowAnyHeat(s);
}
void on(AppState& s, const SetHeatOpacity& a) {
    s.preferences.heatStyle.opacity = std::clamp(a.opacity, 0.1, 1.0);
}

} // namespace hemo
