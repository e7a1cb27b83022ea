#pragma once

#include "app/inference_client.h"
#include "app/job_runner.h"
#include "app/recent_studies.h"
#include "app/store.h"

#include <QObject>

#include <optional>

namespace hemo::ui {

/// Makes the parts of the program that are not on screen and starts the work that the state asks for: a scan,
/// a load or a classification begins because its job number in the state is new, and ends because it is not
/// running there any more. GUI thread.
class Application : public QObject {
    Q_OBJECT
public:
    /// `recentsFolder`: where the list of recent studies is kept; none: nothing is kept.
    explicit Application(InferenceClient::Paths paths,
                         std::optional<std::filesystem::path> recentsFolder = std::nullopt,
                         QObject* parent = nullptr);

    Store& store() { return m_store; }
    InferenceClient& inference() { return m_inference; }

private:
    void react(const AppState& before, const AppState& after);
    void startScan(const AppState& state);
    void startLoad(const AppState& state);
    void startPrior(const AppState& state);
    void startReformat(const AppState& state);
    void startFindings(const AppState& state);
    void startThumbnails(const AppState& state);

    Store m_store;
    JobRunner m_runner;
    InferenceClient m_inference;
    bool m_isMakingThumbnails = false;
    std::optional<RecentStudies> m_recents; ///< last: its thread posts through the runner
};

} // namespace hemo::ui
