#include "app/teaching.h"

#include "app/bleed_maker.h"
#include "app/case_maker.h"
#include "core/classroom/case_truth.h"
#include "core/state/select/answers.h"
#include "core/state/select/screen.h"
#include "core/study/simulated.h"
#include "viewer/widgets/path_text.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace hemo::ui {
namespace {

/// Of the acquired slices: a case shows those.
std::vector<KeyImage> keyImagesOf(const Reading& reading) {
    std::vector<KeyImage> images;
    const Grid& grid = reading.volume->grid();
    for (const Mark& mark : marksOf(reading))
        if (mark.shape == Mark::Shape::KeyImage &&
            liesIn(mark, ReadingPlane::native(), grid, mark.points.front()))
            images.push_back({mark.points.front(), mark.text});
    return images;
}

} // namespace

Teaching::Teaching(Store& store, CommandSet& commands, Classroom classroom, QWidget& window)
    : QObject(&window), m_store(store), m_classroom(std::move(classroom)), m_window(window) {
    connect(&commands["open-cases"], &QAction::triggered, this, &Teaching::askForCollection);
    connect(&commands["make-case"], &QAction::triggered, this, &Teaching::makeCase);
    connect(&commands["draw-bleed"], &QAction::triggered, this, &Teaching::drawBleed);
    connect(&commands["surprise"], &QAction::triggered, this, &Teaching::askForSurprise);
    connect(&commands["phantom-cases"], &QAction::triggered, this, [this] {
        if (m_classroom.openPhantoms) m_classroom.openPhantoms();
    });
}

void Teaching::askForCollection() {
    const QString file =
        QFileDialog::getOpenFileName(&m_window, tr("A collection of cases: its cases.json, or a ZIP archive"),
                                     QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                     tr("Collections of cases (cases.json *.zip *.ZIP)"));
    if (!file.isEmpty() && m_classroom.open) m_classroom.open(pathFrom(file));
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
    (new CaseMaker(truth, keyImagesOf(reading), add, &m_window))->open();
}

void Teaching::drawBleed() {
    if (!canDrawInto(m_store.state())) return;
    const Reading& reading = *select::activeReading(m_store.state());
    const auto draw = [this, id = reading.id](const BleedRequest& request) {
        if (m_classroom.draw) m_classroom.draw(request, id);
    };
    (new BleedMaker(reading.look->place, draw, &m_window))->open();
}

void Teaching::askForSurprise() {
    if (!canSurprise(m_store.state())) return;
    auto* question =
        new QMessageBox(QMessageBox::NoIcon, tr("A surprise"), tr("Is this scan known to show no bleed?"),
                        QMessageBox::Cancel, &m_window);
    question->setObjectName("surpriseQuestion");
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("A bleed of some kind, size and place will be drawn into a copy of it, or "
           "none. Only what is drawn counts as one."));
    QPushButton* yes = question->addButton(tr("It shows none: surprise me"), QMessageBox::AcceptRole);
    yes->setObjectName("surpriseYes");
    connect(yes, &QPushButton::clicked, this, [this, id = select::activeReading(m_store.state())->id] {
        if (m_classroom.surprise) m_classroom.surprise(id);
    });
    question->open();
}

bool canDrawInto(const AppState& state) {
    const Reading* active = select::activeReading(state);
    return active && isWhole(*active) && !state.lesson && active->series->areDirectionsKnown &&
           active->series->areLengthsKnown;
}

bool canSurprise(const AppState& state) {
    return canDrawInto(state) && !isSimulated(*select::activeReading(state)->series);
}

bool canMakeCase(const AppState& state) {
    const Reading* active = select::activeReading(state);
    if (!active || !active->volume || state.lesson) return false;
    const ReaderVerdict* said = lastOf(active->ownVerdict);
    return said && said->answer != ReaderVerdict::Answer::CannotTell;
}

} // namespace hemo::ui
