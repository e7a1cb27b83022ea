#pragma once

#include "ml/reader/classifier.h"
#include "ml/worker/message_pipe.h"

#include <optional>
#include <string>

namespace hemo::ml {

/// Answers requests until the stream of them ends. The main thread's; keeps the last model loaded.
class Worker {
public:
    /// `answers`: where messages are written.
    explicit Worker(int answers) : m_answers(answers) {}

    /// Loads a model before it is asked for, to hide the start. Trouble is told when a request needs the
    /// model.
    void preload(const std::string& modelFolder);
    /// Returns the process's exit status.
    int run(RequestReader& requests);

private:
    Result<void> load(const std::string& modelFolder, const std::string& device);
    Result<void> answer(const ClassifyRequest& request, const std::stop_token& ended);
    bool say(const WorkerAnswer& answer);

    int m_answers;
    bool m_isHeard = true; ///< false once an answer could not be written
    std::unique_ptr<Classifier> m_classifier;
    std::function<int()> m_coresNow; ///< none before there is somebody to leave one to
    std::string m_modelFolder;
    DeviceChoice m_device = DeviceChoice::Cpu; ///< that the model is on; never Auto
};

} // namespace hemo::ml
