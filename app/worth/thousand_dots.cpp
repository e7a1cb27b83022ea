#include "app/worth/thousand_dots.h"

#include "viewer/widgets/theme.h"

#include <QPainter>

namespace hemo::ui {
namespace {

constexpr int kColumns = 50, kRows = ThousandPatients::kAll / kColumns;
constexpr double kStep = 9, kRadius = 3;

} // namespace

ThousandDots::ThousandDots(QWidget* parent) : QWidget(parent) {
    setFixedSize(static_cast<int>(kColumns * kStep), static_cast<int>(kRows * kStep));
    setPatients({0, 0, 0, ThousandPatients::kAll});
}

void ThousandDots::setPatients(const ThousandPatients& patients) {
    m_patients = patients;
    setAccessibleName(
        tr("Of 1,000 patients: %1 bleed and are found, %2 bleed and are missed, %3 do not and are "
           "suspected, %4 do not and are passed")
            .arg(patients.found)
            .arg(patients.missed)
            .arg(patients.falseAlarms)
            .arg(patients.passed));
    update();
}

void ThousandDots::paintDot(QPainter& painter, QPointF centre, Kind kind) {
    const auto filled = [&](QColor colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
    };
    const auto ring = [&](QColor colour) {
        painter.setPen(QPen(colour, 1.4));
        painter.setBrush(Qt::NoBrush);
    };
    switch (kind) {
    case Kind::Found:
        filled(colours().suspicionHigh);
        break;
    case Kind::Missed: // a cross is seen among dots
        painter.setPen(QPen(colours().text, 1.8));
        painter.drawLine(centre + QPointF(-kRadius, -kRadius), centre + QPointF(kRadius, kRadius));
        painter.drawLine(centre + QPointF(-kRadius, kRadius), centre + QPointF(kRadius, -kRadius));
        return;
    case Kind::FalseAlarm:
        ring(colours().suspicionLow);
        break;
    case Kind::Passed:
        filled(colours().disabledText);
        break;
    }
    painter.drawEllipse(centre, kRadius, kRadius);
}

void ThousandDots::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int counts[] = {m_patients.found, m_patients.missed, m_patients.falseAlarms, m_patients.passed};
    constexpr Kind kKinds[] = {Kind::Found, Kind::Missed, Kind::FalseAlarm, Kind::Passed};
    int n = 0;
    for (int kind = 0; kind < 4; ++kind)
        for (int i = 0; i < counts[kind]; ++i, ++n) // column by column, so that groups are blocks
            paintDot(painter, {(n / kRows + 0.5) * kStep, (n % kRows + 0.5) * kStep}, kKinds[kind]);
}

} // namespace hemo::ui
