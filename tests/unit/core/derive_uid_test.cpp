#include "core/study/derive_uid.h"

#include <gtest/gtest.h>

#include <string>

namespace hemo {
namespace {

TEST(DeriveUid, IsValidAndDependsOnBothArguments) {
    const std::string uid = deriveUid("1.2.3", "study");
    EXPECT_TRUE(isValidUid(uid)) << uid;
    EXPECT_EQ(uid, deriveUid("1.2.3", "study"));
    EXPECT_NE(uid, deriveUid("1.2.3", "series"));
    EXPECT_NE(uid, deriveUid("1.2.4", "study"));
}

TEST(DeriveUid, IsTheSameOnEveryMachine) {
    EXPECT_EQ(deriveUid("1.2.3", "study"), "2.25.154425078974225249134112886283120846184");
}

TEST(DeriveUid, WhatIsNoUidIsToldApart) {
    EXPECT_TRUE(isValidUid("1.2.840.10008.1.2"));
    for (const char* wrong : {"", "1..2", "1.02", "ID_5", ".1", "1.",
                              "1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17.18.19.20.21.22.23.24.25.26"})
        EXPECT_FALSE(isValidUid(wrong)) << wrong;
}

} // namespace
} // namespace hemo
