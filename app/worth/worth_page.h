#pragma once

#include "app/worth/model_files.h"

#include <QDialog>
#include <QFutureWatcher>

#include <array>
#include <functional>
#include <vector>

class QComboBox;
class QLabel;
class QSlider;
class QTabWidget;

namespace hemo::ui {

class ThousandDots;

/// What the model's answers are worth where so many patients bleed: predictive values as they follow from
/// what was measured, a picture of 1,000 patients, and the model's own card and plots. All figures are the
/// trainer's, from the model's folder. GUI thread; the files are read on another.
class WorthPage : public QDialog {
    Q_OBJECT
public:
    /// `read` is called once, on another thread.
    WorthPage(std::function<ModelFiles()> read, QWidget* window);

private:
    QWidget* buildHere();
    void showFiles(const ModelFiles& files);
    void showRule();

    std::vector<OperatingPoint> m_points; ///< those whose sensitivity and specificity were measured
    QTabWidget* m_pages;
    QWidget *m_asking,
        *m_thousand; ///< the rule and the share; a thousand patients: of what was measured alone
    QComboBox* m_rule;
    QSlider* m_prevalence; ///< in thousandths
    QLabel *m_asked, *m_positive, *m_negative, *m_measured;
    std::array<QLabel*, 4> m_counts{};
    ThousandDots* m_dots;
    QFutureWatcher<ModelFiles> m_reading;
    bool m_isRead = false; ///< the files are there
};

} // namespace hemo::ui
