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
    EXPECT_EQ(toUtf8("M\xFCller", ""), "Müller") << "no UTF-8: Latin-1";
    EXPECT_EQ(toUtf8("Müller", "no such set"), "Müller");
    EXPECT_EQ(toUtf8("M\xFCller", "ISO_IR 192"), "M\xEF\xBF\xBDller");
    EXPECT_EQ(toUtf8("M\xFCller", "no such set"), "M\xEF\xBF\xBDller");
}

// ---- code extensions, with the examples of PS3.5 H, I, J and K and others

std::string nameOf(std::string_view value, std::string_view set) {
    return toUtf8(value, set, TextKind::PersonName);
}

TEST(TextEncoding, JapaneseSetsAreSwitched) {
    EXPECT_EQ(nameOf("Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B",
                     "\\ISO 2022 IR 87"),
              "Yamada^Tarou=山田^太郎=やまだ^たろう"); // H.3.1
    EXPECT_EQ(
        nameOf("\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J=\x1b$B$d$^$@\x1b(J^\x1b$B"
               "$?$m$&\x1b(J",
               "ISO 2022 IR 13\\ISO 2022 IR 87"),
        "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"); // H.3.2
    EXPECT_EQ(nameOf("\xd4\xcf\xc0\xde", "ISO_IR 13"), "ﾔﾏﾀﾞ");
    EXPECT_EQ(nameOf("\x1b$(D0!\x1b(B", "\\ISO 2022 IR 159"), "丂");
    EXPECT_EQ(nameOf("\x8e\x52\x93\x63", "ISO_IR 13"), "山田") << "Shift-JIS, as many writers mean it";
}

TEST(TextEncoding, KoreanAndChineseSetsAreSwitched) {
    EXPECT_EQ(
        nameOf("Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf",
               "\\ISO 2022 IR 149"),
        "Hong^Gildong=洪^吉洞=홍^길동"); // I.2
    EXPECT_EQ(nameOf("\xc8\xab^\xb1\xe6\xb5\xbf", "ISO 2022 IR 149"), "홍^길동") << "without the escape";
    EXPECT_EQ(nameOf("\xc8\xab", "\\ISO 2022 IR 149"), "홍");
    EXPECT_EQ(nameOf("Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab=", "\\ISO 2022 IR 58"),
              "Zhang^XiaoDong=张^小东=");                                                             // K.2
    EXPECT_EQ(nameOf("Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab", "GB18030"), "Wang^XiaoDong=王^小东"); // J.2
    EXPECT_EQ(nameOf("\xcd\xf5^\xd0\xa1\xb6\xab", "GBK"), "王^小东");
    EXPECT_EQ(nameOf("Wang^XiaoDong=王^小東", "ISO_IR 192"), "Wang^XiaoDong=王^小東"); // J.1
}

TEST(TextEncoding, EveryAlphabetOfTheStandardIsReadAloneAndSwitchedTo) {
    struct Alphabet {
        const char *number, *escape, *bytes, *letters;
    };
    for (const Alphabet& a : {Alphabet{"100", "\x1b-A", "\xe4\xf1\xe7", "äñç"},
                              {"101", "\x1b-B", "\xbe\xf3\xb3", "žół"},
                              {"109", "\x1b-C", "\xfe\xe6", "ŝĉ"},
                              {"110", "\x1b-D", "\xe0\xf9", "āų"},
                              {"144", "\x1b-L", "\xbb\xee\xda", "Люк"},
                              {"127", "\x1b-G", "\xc7\xe4", "ال"},
                              {"126", "\x1b-F", "\xc4\xe9\xef\xed", "Διον"},
                              {"138", "\x1b-H", "\xf9\xf8", "שר"},
                              {"148", "\x1b-M", "\xf0\xfd\xfe", "ğış"},
                              {"166", "\x1b-T", "\xca\xc1", "สม"},
                              {"203", "\x1b-b", "\xa4\xbd", "€œ"}}) {
        const std::string number = a.number, both = "\\ISO 2022 IR " + number;
        EXPECT_EQ(nameOf(a.bytes, "ISO_IR " + number), a.letters) << number;
        EXPECT_EQ(nameOf(a.bytes, "ISO 2022 IR " + number), a.letters) << number;
        EXPECT_EQ(nameOf(std::string("A^") + a.escape + a.bytes, both), std::string("A^") + a.letters)
            << number;
        EXPECT_EQ(nameOf(std::string("M\xFCller^") + a.escape + a.bytes, "ISO 2022 IR 100" + both),
                  std::string("Müller^") + a.letters)
            << number;
    }
}

TEST(TextEncoding, AnEscapeHoldsToTheEndOfItsPart) {
    constexpr auto kSets = "ISO 2022 IR 100\\ISO 2022 IR 126";
    EXPECT_EQ(nameOf("\x1b-F\xc4\xe9\xef^M\xFCller", kSets), "Διο^Müller") << "a component of a name";
    EXPECT_EQ(toUtf8("\x1b-F\xc4\xe9^\xef", kSets), "Δι^ο") << "no part of plain text";
    EXPECT_EQ(toUtf8("\x1b-F\xc4\xe9\r\nM\xFCller", kSets), "Δι\r\nMüller") << "a line";
}

TEST(TextEncoding, MisspeltNamesOfSetsAreKnown) {
    for (const char* set : {"ISO_IR_100", "ISO-IR 100", "ISO IR 100", "iso_ir 100", "ISO_IR100", "ISOIR100",
                            "IR 100", "ISO 8859-1", "ISO-8859-1", "ISO8859-1", "latin1", "Latin-1",
                            "ISO_2022_IR_100", "ISO2022IR100", "ISO 2022 100", " ISO_IR 100 "})
        EXPECT_EQ(nameOf("M\xFCller", set), "Müller") << set;
    for (const char* set : {"ISO_IR_192", "ISO IR 192", "utf-8", "UTF8", "UTF_8"})
        EXPECT_EQ(nameOf("Διον", set), "Διον") << set;
    EXPECT_EQ(nameOf("\xcf\xee", "windows-1251"), "По");
}

TEST(TextEncoding, AMarkIsBetterThanAWrongLetter) {
    constexpr auto kMark = "\xEF\xBF\xBD";
    EXPECT_EQ(nameOf("\x80", "ISO_IR 100"), kMark) << "a control, no letter";
    EXPECT_EQ(nameOf("A\x1b-Z\xe4", "ISO_IR 100").find("A"), 0u);
    EXPECT_NE(nameOf("A\x1b-Z\xe4", "ISO_IR 100").find(kMark), std::string::npos) << "an escape of nobody";
    EXPECT_EQ(nameOf("\xe4", "ISO 2022 IR 6"), kMark) << "ASCII has no such letter";
    EXPECT_EQ(nameOf("\xa1", "ISO_IR 127"), kMark) << "Arabic has no such letter";
    EXPECT_EQ(nameOf("\x1b$)C\xc8", "\\ISO 2022 IR 149"), kMark) << "half a letter";
    EXPECT_EQ(nameOf("\xc4\xd6", "\\ISO 2022 IR 126\\ISO 2022 IR 144"), std::string(kMark) + kMark)
        << "one of two";
}

TEST(TextEncoding, PaddingGoes) {
    EXPECT_EQ(trimmed(std::string_view(" a b \0", 6)), "a b");
    EXPECT_EQ(trimmed("  "), "");
}

} // namespace
} // namespace hemo::imaging
