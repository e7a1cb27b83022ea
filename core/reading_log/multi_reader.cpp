#include "core/reading_log/multi_reader.h"

#include <algorithm>
#include <map>

namespace hemo {
namespace {

/// Numbers names in the order in which they come.
class Numbered {
public:
    std::size_t operator[](const std::string& name) {
        return m_numbers.try_emplace(name, m_numbers.size()).first->second;
    }
    std::size_t size() const { return m_numbers.size(); }

private:
    std::map<std::string, std::size_t> m_numbers;
};

std::vector<ReadingCondition> conditionsIn(std::span<const MultiReaderStudy::Rating> ratings) {
    std::vector<ReadingCondition> conditions;
    for (const ReadingCondition condition : kReadingConditions)
        if (std::ranges::find(ratings, condition, &MultiReaderStudy::Rating::condition) != ratings.end())
            conditions.push_back(condition);
    return conditions;
}

} // namespace

MultiReaderStudy multiReaderStudy(std::span<const LogEntry> entries) {
    MultiReaderStudy study;
    Numbered readers, cases;
    for (const LogEntry& entry : entries) {
        if (!entry.truth) continue;
        const std::size_t reader = readers[entry.reader], caseNumber = cases[entry.series];
        if (caseNumber == study.isBleed.size()) study.isBleed.push_back(*entry.truth);
        for (const ReadingCondition condition : kReadingConditions)
            if (const ReaderVerdict* verdict = verdictUnder(condition, entry))
                study.ratings.push_back({reader, caseNumber, condition, ratingOf(*verdict)});
    }
    study.readers = readers.size();
    study.conditions = conditionsIn(study.ratings);
    return study;
}

MultiReaderStudy crossed(const MultiReaderStudy& study) {
    std::vector<std::size_t> ratingsOf(study.isBleed.size());
    for (const auto& rating : study.ratings)
        ++ratingsOf[rating.caseNumber];
    MultiReaderStudy whole{
        .readers = study.readers, .isBleed = {}, .conditions = study.conditions, .ratings = {}};
    std::map<std::size_t, std::size_t> numbers; // of the cases that stay
    for (std::size_t n = 0; n < ratingsOf.size(); ++n) {
        if (ratingsOf[n] != study.readers * study.conditions.size()) continue;
        numbers.emplace(n, numbers.size());
        whole.isBleed.push_back(study.isBleed[n]);
    }
    for (MultiReaderStudy::Rating rating : study.ratings) {
        const auto number = numbers.find(rating.caseNumber);
        if (number == numbers.end()) continue;
        rating.caseNumber = number->second;
        whole.ratings.push_back(rating);
    }
    return whole;
}

std::string imrmcText(const MultiReaderStudy& study) {
    const auto bleeds = static_cast<std::size_t>(std::ranges::count(study.isBleed, true));
    std::string text =
        "Reading log of Hemoscope: ratings from -5 (certain: no bleed) to 5 (certain: a bleed)\n";
    text += "N0:" + std::to_string(study.isBleed.size() - bleeds) + "\nN1:" + std::to_string(bleeds) +
            "\nNR:" + std::to_string(study.readers) + "\nNM:" + std::to_string(study.conditions.size()) +
            "\nBEGIN DATA:\n";
    for (std::size_t n = 0; n < study.isBleed.size(); ++n)
        text += "-1," + std::to_string(n + 1) + ",0," + (study.isBleed[n] ? "1\n" : "0\n");
    for (const auto& rating : study.ratings)
        text += std::to_string(rating.reader + 1) + ',' + std::to_string(rating.caseNumber + 1) + ',' +
                std::string(conditionName(rating.condition)) + ',' + std::to_string(rating.rating) + '\n';
    return text;
}

} // namespace hemo
