#pragma once

#include "core/classroom/teaching_case.h"

#include <QDialog>

#include <filesystem>
#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace hemo::ui {

/// Asks for what only its maker knows of a case: title, question, choices, teaching points, licence, and
/// which collection it goes to. What is so comes from the reading. GUI thread.
class CaseMaker : public QDialog {
    Q_OBJECT
public:
    using Add = std::function<void(const std::filesystem::path& collection, const TeachingCase& made)>;
    /// `keyImages`: those of whoever makes it.
    CaseMaker(const CaseTruth& truth, std::vector<KeyImage> keyImages, Add add, QWidget* window);

    /// Instead of the dialog's own field.
    void setFolder(const QString& folder);

private:
    void buildFields(QFormLayout& form);
    QWidget* buildFolder();
    void fillRight();
    void showWhatLacks();
    void accept() override;
    QString lacking() const;

    CaseTruth m_truth;
    std::vector<KeyImage> m_keyImages;
    Add m_add;
    QLineEdit *m_title, *m_question, *m_licence, *m_folder;
    QPlainTextEdit *m_choices, *m_points;
    QComboBox *m_right, *m_level;
    QLabel* m_lacks;
    QPushButton* m_addButton;
};

} // namespace hemo::ui
