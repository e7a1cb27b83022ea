#include "app/program_commands.h"

#include "app/teaching.h"
#include "viewer/widgets/tr.h"

namespace hemo::ui {
void addProgramCommands(std::vector<Command>& all) {
    all.push_back({"save-picture",
                   tr("Save this view"),
                   {QKeySequence(Qt::CTRL | Qt::Key_S)},
                   "screenshot",
                   hasPicture,
                   {},
                   {}});
    all.push_back({"save-slices",
                   tr("Save all slices of this view"),
                   {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S)},
                   {},
                   hasPicture,
                   {},
                   {}});
    all.push_back({"save-moving",
                   tr("Save them as a moving picture"),
                   {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_G)},
                   {},
                   hasPicture,
                   {},
                   {}});
    all.push_back({"save-window",
                   tr("Save a picture of the window"),
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
                   {},
                   always,
                   {},
                   {}});
    all.push_back(
        {"copy-picture", tr("Copy this view"), {QKeySequence(Qt::CTRL | Qt::Key_C)}, {}, hasPicture, {}, {}});
    all.push_back({"full-screen", tr("Full screen"), {QKeySequence(Qt::Key_F11)}, {}, always, {}, {}});
    all.push_back({"palette",
                   tr("All commands by their words"),
                   {QKeySequence(Qt::CTRL | Qt::Key_K)},
                   {},
                   always,
                   {},
                   {}});
    all.push_back(
        {"preferences", tr("Preferences"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, {}, always, {}, {}});
    all.push_back({"guide", tr("User guide"), {QKeySequence(Qt::Key_F1)}, "help", always, {}, {}});
    all.push_back({"keys", tr("Every key"), {QKeySequence(Qt::SHIFT | Qt::Key_F1)}, {}, always, {}, {}});
    all.push_back(
        {"worth", tr("What it is worth here: predictive values, card, plots"), {}, {}, always, {}, {}});
    all.push_back({"open-cases", tr("Learn from a collection of cases"), {}, {}, always, {}, {}});
    all.push_back({"phantom-cases", tr("Learn from twelve drawn heads"), {}, {}, always, {}, {}});
    all.push_back({"make-case",
                   tr("Make a teaching case of this series and your reading"),
                   {},
                   {},
                   canMakeCase,
                   {},
                   {}});
    all.push_back({"draw-bleed", tr("Draw a bleed into a copy of this scan"), {}, {}, canDrawInto, {}, {}});
    all.push_back({"surprise",
                   tr("Surprise me: a bleed of any kind in a copy of this scan, or none"),
                   {},
                   {},
                   canSurprise,
                   {},
                   {}});
    all.push_back({"reading-log", tr("Reading log: how you read, and how it went"), {}, {}, always, {}, {}});
    all.push_back({"log", tr("Log, as it is written"), {}, {}, always, {}, {}});
    all.push_back({"about", tr("About Hemoscope, log and diagnostics"), {}, {}, always, {}, {}});
    all.push_back({"quit", tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, {}, always, {}, {}});
}

} // namespace hemo::ui
