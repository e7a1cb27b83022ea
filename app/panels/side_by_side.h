#pragma once

#include "core/reading/agreement.h"
#include "core/state/select/answers.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace hemo::ui {

/// The reader's verdict and the second reader's beside each other; over them, and before anything else,
/// whether they differ. Hidden where one of the two is missing or locked. GUI thread.
class SideBySide : public QWidget {
    Q_OBJECT
public:
    explicit SideBySide(QWidget* parent);
    /// `reading`: null where no series is open.
    void setState(const AppState& state, const Reading* reading);
    /// Below it the longest words of the two columns are cut.
    static int leastWidth(const QFont& base);

private:
    /// What was matched, kept while neither changes, because it takes milliseconds.
    struct Matched {
        FindingsPtr findings;
        std::vector<PatientPoint> own;
        MatchedPlaces places;
    };
    const MatchedPlaces* match(const AppState& state, const Reading& reading, const ReaderVerdict& own);
    void showAgreement(Agreement agreement);

    QLabel *m_agreement, *m_own, *m_second, *m_places;
    std::optional<Matched> m_matched;
};

} // namespace hemo::ui
