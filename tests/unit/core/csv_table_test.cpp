// Tables as other programs write them.

#include "core/tables/csv_line.h"
#include "core/tables/csv_table.h"

#include <gtest/gtest.h>

#include <sstream>

namespace hemo {
namespace {

using Cells = std::vector<std::string>;

TEST(CsvLine, EmptyCellsStayCells) {
    EXPECT_EQ(cutLine("a, b ,,"), (Cells{"a", "b", "", ""}));
    EXPECT_EQ(cutLine("x\r"), (Cells{"x"}));
    EXPECT_EQ(cutLine(""), (Cells{""}));
}

TEST(CsvLine, QuotesHoldCommasAndQuotes) {
    EXPECT_EQ(cutLine(R"("a, b","say ""no""",c)"), (Cells{"a, b", "say \"no\"", "c"}));
    EXPECT_EQ(cutLine(R"("",x)"), (Cells{"", "x"}));
    EXPECT_EQ(cutLine(R"("never closed, x)"), (Cells{"\"never closed, x"}));
}

TEST(CsvLine, WhatIsWrittenIsReadAgain) {
    const Cells cells{"plain", "a, b", "\"quoted\"", "", "two; three"};
    const std::string line = csvLine(cells);
    ASSERT_TRUE(line.ends_with("\r\n"));
    EXPECT_EQ(cutLine(std::string_view(line).substr(0, line.size() - 2)), cells);
}

TEST(CsvTable, ASpreadsheetsSemicolonsAndByteOrderMarkAreUnderstood) {
    std::istringstream in("\xef\xbb\xbfname;value\r\nx;3\r\n");
    CsvReader table(in);
    ASSERT_TRUE(table.hasColumn("name"));
    auto row = table.next();
    ASSERT_TRUE(row);
    EXPECT_EQ(row->text("name"), "x");
    EXPECT_EQ(row->number("value"), 3);
    EXPECT_FALSE(table.next());
    EXPECT_FALSE(table.isDamaged());
}

TEST(CsvTable, ARowOfAnotherLengthIsDamage) {
    std::istringstream in("a,b\n1,2\n3\n");
    CsvReader table(in);
    EXPECT_TRUE(table.next());
    EXPECT_FALSE(table.next());
    EXPECT_TRUE(table.isDamaged());
    EXPECT_EQ(table.row(), 3);
}

} // namespace
} // namespace hemo
