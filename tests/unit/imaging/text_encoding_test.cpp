#include "core/imaging/header/text_encoding.h"

#include <gtest/gtest.h>

namespace hemo::imaging {
namespace {

TEST(TextEncoding, AsciiStaysAsItIs) {
    EXPECT_EQ(toUtf8("Phantom^A", ""), "Phantom^A");
}

TEST(TextEncoding, LatinAlphabetsBecomeUtf8) {
    EXPECT_EQ(toUtf8("M\xFCller", "ISO_IR 100"), "Müller");
    EXPECT_EQ(toUtf8("\xBE\xF3\xB3", "ISO_IR 101"), "žół"); // Latin-2
}

TEST(TextEncoding, CyrillicAndGreekBecomeUtf8) {
    EXPECT_EQ(toUtf8("\xBB\xEE\xDA", "ISO_IR 144"), "Люк");
    EXPECT_EQ(toUtf8("\xC4\xE9\xEF", "ISO_IR 126"), "Διο");
}

TEST(TextEncoding, JapaneseEscapesAreFollowed) {
    EXPECT_EQ(toUtf8("Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B", "\\ISO 2022 IR 87"),
              "Yamada^Tarou=山田^太郎");
}

TEST(TextEncoding, UnnamedUtf8IsTakenAndBrokenBytesAreReplaced) {
    EXPECT_EQ(toUtf8("Müller", ""), "Müller");
    EXPECT_EQ(toUtf8("M\xFCller", "ISO_IR 192"), "M\xEF\xBF\xBDller");
    EXPECT_EQ(toUtf8("M\xFCller", "no such set"), "M\xEF\xBF\xBDller");
}

TEST(TextEncoding, PaddingGoes) {
    EXPECT_EQ(trimmed(std::string_view(" a b \0", 6)), "a b");
    EXPECT_EQ(trimmed("  "), "");
}

} // namespace
} // namespace hemo::imaging
