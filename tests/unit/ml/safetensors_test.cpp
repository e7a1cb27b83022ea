#include "ml/reader/model/weights.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <random>

namespace hemo::ml {
namespace {

std::vector<std::byte> bytes(std::size_t count, int first) {
    std::vector<std::byte> all;
    for (std::size_t n = 0; n < count; ++n)
        all.push_back(static_cast<std::byte>(first + int(n)));
    return all;
}

std::vector<WeightTensor> someTensors() {
    return {{"b.weight", WeightType::Half, {2, 3}, bytes(12, 1)},
            {"a.bias", WeightType::Float, {3}, bytes(12, 40)},
            {"empty", WeightType::Float, {0, 4}, {}},
            {"scalar", WeightType::Float, {}, bytes(4, 90)}};
}

/// A file with this header and 24 raw bytes.
std::vector<std::byte> fileWith(const std::string& header) {
    std::vector<std::byte> data(8);
    for (int b = 0; b < 8; ++b)
        data[b] = static_cast<std::byte>(header.size() >> (8 * b));
    for (const char c : header)
        data.push_back(static_cast<std::byte>(c));
    const auto raw = bytes(24, 0);
    data.insert(data.end(), raw.begin(), raw.end());
    return data;
}

void expectDamaged(const std::string& header) {
    const auto read = parseSafetensors(fileWith(header));
    ASSERT_FALSE(read) << header;
    EXPECT_EQ(read.error().code, ErrorCode::Model);
    EXPECT_EQ(read.error().message,
              "The model folder is damaged: install the model again or choose another.");
}

TEST(Safetensors, WhatIsWrittenIsReadBack) {
    const auto read = parseSafetensors(toSafetensors(someTensors()));
    ASSERT_TRUE(read);
    for (const WeightTensor& tensor : someTensors())
        EXPECT_NE(std::find(read->begin(), read->end(), tensor), read->end()) << tensor.name;
    EXPECT_EQ(read->size(), someTensors().size());
}

TEST(Safetensors, NumbersStartOnEightBytes) {
    const auto data = toSafetensors(someTensors());
    std::uint64_t header = 0;
    std::memcpy(&header, data.data(), sizeof header);
    EXPECT_EQ(header % 8, 0u);
}

TEST(Safetensors, AGoodHeaderByHandIsRead) {
    const auto read = parseSafetensors(
        fileWith(R"({"__metadata__":{"x":"y"},"w":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}})"));
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 1u);
    EXPECT_EQ(read->front().bytes, bytes(24, 0));
}

TEST(Safetensors, OffsetsOutsideTheFileAreRefused) {
    expectDamaged(R"({"w":{"dtype":"F32","shape":[7],"data_offsets":[0,28]}})");
    expectDamaged(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[8,4]}})");
    expectDamaged(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}})");
    expectDamaged(
        R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[18446744073709551612,18446744073709551615]}})");
    expectDamaged(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0]}})");
    expectDamaged(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0.5,4.5]}})");
}

TEST(Safetensors, ShapesThatDoNotFitAreRefused) {
    expectDamaged(R"({"w":{"dtype":"F32","shape":[5],"data_offsets":[0,24]}})");
    expectDamaged(R"({"w":{"dtype":"F32","shape":[-6],"data_offsets":[0,24]}})");
    expectDamaged(R"({"w":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}})");
    expectDamaged(R"({"w":{"dtype":"F32","shape":"six","data_offsets":[0,24]}})");
}

TEST(Safetensors, OtherTypesAndMissingFieldsAreRefused) {
    expectDamaged(R"({"w":{"dtype":"I64","shape":[3],"data_offsets":[0,24]}})");
    expectDamaged(R"({"w":{"shape":[6],"data_offsets":[0,24]}})");
    expectDamaged(R"({"w":3})");
    expectDamaged(R"([1,2])");
    expectDamaged(R"({"w":)");
}

TEST(Safetensors, EveryCutOfAFileIsRefused) {
    const auto whole = toSafetensors(someTensors());
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(parseSafetensors(std::span(whole).first(size))) << size;
}

TEST(Safetensors, AnyDamagedByteIsSurvived) {
    std::mt19937 random(3);
    const auto whole = toSafetensors(someTensors());
    for (int round = 0; round < 5000; ++round) {
        auto data = whole;
        for (int n = 0; n < 3; ++n)
            data[random() % data.size()] = static_cast<std::byte>(random());
        if (const auto read = parseSafetensors(data)) // what is read is whole, whatever it says
            for (const WeightTensor& t : *read) {
                std::size_t count = bytesOf(t.type);
                for (const auto d : t.shape)
                    count *= static_cast<std::size_t>(d);
                ASSERT_EQ(t.bytes.size(), count);
            }
    }
}

} // namespace
} // namespace hemo::ml
