#include "app/log_export.h"

#include "core/reading_log/log_csv.h"
#include "core/reading_log/multi_reader.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <xlsxwriter.h>

namespace hemo::ui {
namespace {

/// Writes rows below each other.
class Sheet {
public:
    Sheet(lxw_workbook* book, const char* name, std::initializer_list<const char*> columns)
        : m_sheet(workbook_add_worksheet(book, name)) {
        for (const char* column : columns)
            add(std::string(column));
        endRow();
    }
    void add(const std::string& text) {
        worksheet_write_string(m_sheet, m_row, m_column++, text.c_str(), nullptr);
    }
    void add(double number) { worksheet_write_number(m_sheet, m_row, m_column++, number, nullptr); }
    void endRow() {
        ++m_row;
        m_column = 0;
    }

private:
    lxw_worksheet* m_sheet; // the workbook's
    lxw_row_t m_row = 0;
    lxw_col_t m_column = 0;
};

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// Chakraborty's format: of each case its truth, who reads it under which condition, and in the first two
/// cells of the last column what kind of study it is.
void writeTruth(lxw_workbook* book, const MultiReaderStudy& study) {
    Sheet sheet(book, "TRUTH", {"CaseID", "LesionID", "Weight", "ReaderID", "ModalityID", "Paradigm"});
    std::vector<std::string> readers, conditions;
    for (std::size_t n = 1; n <= study.readers; ++n)
        readers.push_back(std::to_string(n));
    for (const ReadingCondition condition : study.conditions)
        conditions.emplace_back(conditionName(condition));
    for (std::size_t n = 0; n < study.isBleed.size(); ++n) {
        const double lesion = study.isBleed[n] ? 1 : 0;
        sheet.add(static_cast<double>(n + 1));
        sheet.add(lesion);
        sheet.add(lesion); // its weight
        sheet.add(joined(readers));
        sheet.add(joined(conditions));
        if (n == 0) sheet.add(std::string("ROC"));
        if (n == 1) sheet.add(std::string("FCTRL"));
        sheet.endRow();
    }
}

/// The ratings of cases with a bleed, or of those without.
void writeRatings(lxw_workbook* book, const MultiReaderStudy& study, bool ofBleeds) {
    Sheet sheet = ofBleeds ? Sheet(book, "TP", {"ReaderID", "ModalityID", "CaseID", "LesionID", "TP_Rating"})
                           : Sheet(book, "FP", {"ReaderID", "ModalityID", "CaseID", "FP_Rating"});
    for (const auto& rating : study.ratings) {
        if (study.isBleed[rating.caseNumber] != ofBleeds) continue;
        sheet.add(std::to_string(rating.reader + 1));
        sheet.add(std::string(conditionName(rating.condition)));
        sheet.add(static_cast<double>(rating.caseNumber + 1));
        if (ofBleeds) sheet.add(1.0);
        sheet.add(rating.rating);
        sheet.endRow();
    }
}

Result<QByteArray> jafrocWorkbook(const MultiReaderStudy& study) {
    const auto failed = [] { return fail(ErrorCode::WriteFailed, say("notice.log_not_saved")); };
    const QTemporaryDir folder;
    if (!folder.isValid()) return failed();
    const QString path = folder.filePath("log.xlsx");
    lxw_workbook* book = workbook_new(QFile::encodeName(path).constData());
    if (!book) return failed();
    writeTruth(book, study);
    writeRatings(book, study, false);
    writeRatings(book, study, true);
    if (workbook_close(book) != LXW_NO_ERROR) return failed(); // which frees it
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return failed();
    return file.readAll();
}

bool isComparable(const MultiReaderStudy& study) {
    return std::ranges::count(study.isBleed, true) > 0 && std::ranges::count(study.isBleed, false) > 0;
}

} // namespace

LogFormat logFormatOf(const QString& file) {
    if (file.endsWith(".imrmc", Qt::CaseInsensitive)) return LogFormat::Imrmc;
    if (file.endsWith(".xlsx", Qt::CaseInsensitive)) return LogFormat::Jafroc;
    if (file.endsWith(".json", Qt::CaseInsensitive)) return LogFormat::Shared;
    return LogFormat::Csv;
}

Result<QByteArray> logFile(const SharedLog& log, LogFormat format) {
    if (format == LogFormat::Csv) return QByteArray::fromStdString(logCsv(log.entries));
    if (format == LogFormat::Shared) {
        if (log.study.empty()) return fail(ErrorCode::NothingReadable, say("shared_log.no_study"));
        return QByteArray::fromStdString(sharedLogJson(log));
    }
    const MultiReaderStudy all = multiReaderStudy(log.entries);
    const MultiReaderStudy study = format == LogFormat::Jafroc ? crossed(all) : all;
    if (!isComparable(study)) return fail(ErrorCode::NothingReadable, say("notice.nothing_to_compare"));
    return format == LogFormat::Jafroc ? jafrocWorkbook(study) : QByteArray::fromStdString(imrmcText(study));
}

} // namespace hemo::ui
