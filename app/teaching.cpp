#include "app/teaching.h"

#include "app/case_maker.h"
#include "core/classroom/case_truth.h"
#include "core/state/select/answers.h"
#include "core/state/select/screen.h"

#include <QFile>
#include <QFileDialog>
#include <QStandardPaths>

namespace hemo::ui {

Teaching::Teaching(Store& store, CommandSet& commands, Classroom classroom, QWidget& window)
    : QObject(&window), m_store(store), m_classroom(std::move(classroom)), m_window(window) {
    connect(&commands["open-cases"], &QAction::triggered, this, &Teaching::askForCollection);
    connect(&commands["make-case"], &QAction::triggered, this, &Teaching::makeCase);
    connect(&commands["phantom-cases"], &QAction::triggered, this, [this] {
        if (m_classroom.openPhantoms) m_classroom.openPhantoms();
    });
}

void Teaching::askForCollection() {
    const QString folder = QFileDialog::getExistingDirectory(
        &m_window, tr("The folder of a collection of cases"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    if (!folder.isEmpty() && m_classroom.open) m_classroom.open(QFile::encodeName(folder).toStdString());
}

void Teaching::makeCase() {
    const AppState& state = m_store.state();
    if (!canMakeCase(state)) return;
    const Reading& reading = *select::activeReading(state);
    const FindingsPtr findings = select::shownFindings(state, reading);
    const CaseTruth truth = truthFrom(*lastOf(reading.ownVerdict), findings.get(), reading.volume->grid());
    const auto add = [this, id = reading.id](const std::filesystem::path& collection,
                                             const TeachingCase& made) {
        if (m_classroom.add) m_classroom.add(collection, made, id);
    };
    (new CaseMaker(truth, add, &m_window))->open();
}

bool canMakeCase(const AppState& state) {
    const Reading* active = select::activeReading(state);
    if (!active || !active->volume || state.lesson) return false;
    const ReaderVerdict* said = lastOf(active->ownVerdict);
    return said && said->answer != ReaderVerdict::Answer::CannotTell;
}

} // namespace hemo::ui
