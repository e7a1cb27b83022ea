#include "core/simulate/phantom.h"
#include "ml/reader/classifier.h"
#include "ml/reader/model/weights.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/made_model.h"
#include "tests/unit/ml/marked_volume.h"
#include "tests/unit/ml/with_threads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;
using hemo::testing::TempFolder;

constexpr auto kDamaged = "The model folder is damaged: install the model again or choose another.";

std::string readText(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void replaceInFile(const fs::path& file, const std::string& from, const std::string& to) {
    std::string text = readText(file);
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    std::ofstream(file, std::ios::binary) << text;
}

Error loadError(const fs::path& folder, DeviceChoice device = DeviceChoice::Cpu) {
    auto classifier = Classifier::load(folder, device);
    return classifier ? Error{} : classifier.error();
}

class ModelFolderTest : public ::testing::Test {
protected:
    void SetUp() override { test::writeRandomModel(folder(), 64); }
    const fs::path& folder() const { return m_folder.path(); }

private:
    hemo::testing::TempFolder m_folder;
};

TEST_F(ModelFolderTest, AGoodFolderLoads) {
    const auto classifier = Classifier::load(folder(), DeviceChoice::Cpu);
    ASSERT_TRUE(classifier) << classifier.error().detail;
    EXPECT_EQ((*classifier)->info().id, "random");
    EXPECT_EQ((*classifier)->device().substr(0, 5), "CPU, ");
}

TEST_F(ModelFolderTest, AMissingFileIsSaid) {
    fs::remove(folder() / "weights.safetensors");
    const Error error = loadError(folder());
    EXPECT_EQ(error.code, ErrorCode::Model);
    EXPECT_EQ(error.message, "The model is missing: install it again or choose another model folder.");
    EXPECT_EQ(loadError(folder() / "nothing").message, error.message);
}

TEST_F(ModelFolderTest, OneChangedByteOfTheWeightsIsFound) {
    std::string weights = readText(folder() / "weights.safetensors");
    weights.back() = static_cast<char>(weights.back() ^ 1);
    std::ofstream(folder() / "weights.safetensors", std::ios::binary) << weights;
    EXPECT_EQ(loadError(folder()).message, kDamaged);
}

TEST_F(ModelFolderTest, AModelJsonThatIsNotOneIsSaid) {
    std::ofstream(folder() / "model.json") << "{ not json";
    EXPECT_EQ(loadError(folder()).message, kDamaged);
}

TEST_F(ModelFolderTest, AnotherNetworkIsRefused) {
    replaceInFile(folder() / "model.json", "\"bifpn_channels\": 16", "\"bifpn_channels\": 24");
    const auto channels = loadError(folder());
    EXPECT_EQ(channels.message, "The model does not fit this version of the program: choose another model.");
    replaceInFile(folder() / "model.json", "efficientdet-lite0", "something-else");
    EXPECT_EQ(loadError(folder()).message, channels.message);
}

TEST_F(ModelFolderTest, AGpuThatIsNotThereIsSaid) {
    if (Classifier::load(folder(), DeviceChoice::Cuda)) GTEST_SKIP() << "there is a GPU";
    EXPECT_EQ(loadError(folder(), DeviceChoice::Cuda).code, ErrorCode::Model);
}

VolumePtr makeHead(int slices = 7) {
    PhantomSpec spec;
    spec.columns = 96;
    spec.rows = 112;
    spec.pixelSpacingMm = 2.1;
    spec.slices = slices;
    spec.sliceSpacingMm = 12.4; // wide, so that few slices reach from base to vertex
    spec.bleed = BleedSpec{};
    return makePhantom(spec).volume;
}

class ClassifyTest : public ModelFolderTest {
protected:
    Result<Prediction> classify(const Volume& volume, const TaskContext& context = {},
                                const std::function<void(const SliceDone&)>& onSlice = {}) {
        auto classifier = Classifier::load(folder(), DeviceChoice::Cpu);
        if (!classifier) return tl::unexpected(classifier.error());
        return (*classifier)->classify(volume, {}, context, onSlice);
    }
};

TEST_F(ClassifyTest, EverySliceIsStreamedInOrderAndAgreesWithTheWhole) {
    const auto volume = makeHead();
    std::vector<SliceDone> streamed;
    const auto prediction = classify(*volume, {}, [&](const SliceDone& s) { streamed.push_back(s); });
    ASSERT_TRUE(prediction) << prediction.error().detail;
    ASSERT_EQ(streamed.size(), 7u);
    ASSERT_EQ(prediction->slices.size(), 7u);
    std::size_t at = 0;
    for (std::size_t k = 0; k < streamed.size(); ++k) {
        EXPECT_EQ(streamed[k].slice, prediction->slices[k]);
        EXPECT_EQ(streamed[k].slice.slice, int(k));
        for (const float v : streamed[k].heat)
            EXPECT_EQ(v, prediction->heat.values[at++]);
        for (const double p : streamed[k].slice.p) {
            EXPECT_GT(p, 0);
            EXPECT_LT(p, 1);
        }
    }
    EXPECT_EQ(at, prediction->heat.grid.voxelCount());
    EXPECT_EQ(prediction->provenance.seriesInstanceUid, volume->seriesInstanceUid());
    EXPECT_EQ(prediction->provenance.modelId, "random");
    EXPECT_EQ(prediction->provenance.weightsSha256.size(), 64u);
    EXPECT_GT(prediction->provenance.seconds, 0);
    EXPECT_NE(prediction->verdict.answer, Answer::CannotAssess);
}

TEST_F(ClassifyTest, SeveralSlicesAtOnceAreReadAsOneByOne) {
    const auto volume = makeHead();
    const auto classifier = Classifier::load(folder(), DeviceChoice::Cpu);
    ASSERT_TRUE(classifier);
    for (const Explanation explanation : explanationsOf((*classifier)->info())) {
        const auto read = [&](int atOnce) {
            (*classifier)->readAtOnce(atOnce);
            return (*classifier)->classify(*volume, {}, {}, {}, explanation);
        };
        const auto one = read(1), three = read(3); // and the seventh by itself
        ASSERT_TRUE(one && three);
        ASSERT_EQ(three->slices.size(), 7u);
        for (std::size_t k = 0; k < three->slices.size(); ++k) {
            EXPECT_EQ(three->slices[k].slice, int(k));
            for (std::size_t f = 0; f < three->slices[k].p.size(); ++f)
                EXPECT_NEAR(three->slices[k].p[f], one->slices[k].p[f], 1e-5);
        }
        ASSERT_EQ(three->heat.values.size(), one->heat.values.size());
        for (std::size_t n = 0; n < one->heat.values.size(); ++n)
            ASSERT_NEAR(three->heat.values[n], one->heat.values[n], 1e-3) << explanationId(explanation);
    }
}

TEST_F(ClassifyTest, SlicesSideBySideAreReadToTheSameBitsHoweverManyCoresThereAre) {
    const WithThreads one(1);
    const auto volume = makeHead();
    const auto alone = classify(*volume);
    const auto classifier = Classifier::load(folder(), DeviceChoice::Cpu, 3);
    ASSERT_TRUE(alone && classifier);
    EXPECT_EQ((*classifier)->device(), "CPU, 3 threads");
    (*classifier)->warmUp();
    int asked = 0;
    const auto sometimes = [&asked] { return ++asked % 2 ? 3 : 1; };
    for (const std::function<int()>& cores : {std::function<int()>(), std::function<int()>(sometimes)}) {
        (*classifier)->askForCores(cores);
        std::vector<int> order;
        const auto read = (*classifier)->classify(*volume, {}, {}, [&](const SliceDone& s) {
            order.push_back(s.slice.slice);
        });
        ASSERT_TRUE(read);
        EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4, 5, 6}));
        EXPECT_EQ(read->slices, alone->slices);
        EXPECT_EQ(read->heat.values, alone->heat.values);
    }
    EXPECT_EQ(asked, 3) << "for 3, 1 and 3 slices";
}

TEST_F(ClassifyTest, HeatCoversTheScanAndIsNeverNegative) {
    const auto volume = makeHead();
    const auto prediction = classify(*volume);
    ASSERT_TRUE(prediction);
    const auto [low, high] =
        std::minmax_element(prediction->heat.values.begin(), prediction->heat.values.end());
    EXPECT_GE(*low, 0);
    EXPECT_GT(*high, 0);
    const Grid& heat = prediction->heat.grid;
    EXPECT_NEAR(heat.columns() * heat.columnSpacingMm(), 96 * 2.1, 1e-6);
    EXPECT_NEAR(heat.rows() * heat.rowSpacingMm(), 112 * 2.1, 1e-6);
    EXPECT_EQ(heat.slices(), 7);
}

/// The same scan as another scanner might have stored it: rows, columns and slices each turned round.
VolumePtr turnedRound(const Volume& volume) {
    const Grid& g = volume.grid();
    std::vector<PatientPoint> positions;
    std::vector<std::int16_t> voxels;
    // Rows to the right, columns to anterior: the normal, and so the order of slices, stays.
    for (int k = 0; k < g.slices(); ++k) {
        positions.push_back(g.toPatient({double(g.columns() - 1), double(g.rows() - 1), double(k)}));
        const auto slice = volume.slice(k);
        voxels.insert(voxels.end(), slice.rbegin(), slice.rend());
    }
    return std::make_shared<const Volume>(Grid(g.columns(), g.rows(), -g.rowDirection(), -g.columnDirection(),
                                               g.columnSpacingMm(), g.rowSpacingMm(), positions),
                                          std::move(voxels), volume.seriesInstanceUid());
}

/// Transposed: rows run to posterior and columns to the left, so that the normal points to the feet.
VolumePtr transposed(const Volume& volume) {
    const Grid& g = volume.grid();
    std::vector<PatientPoint> positions(g.slicePositions().rbegin(), g.slicePositions().rend());
    std::vector<std::int16_t> voxels;
    for (int k = g.slices() - 1; k >= 0; --k)
        for (int i = 0; i < g.columns(); ++i)
            for (int j = 0; j < g.rows(); ++j)
                voxels.push_back(volume.at(i, j, k));
    return std::make_shared<const Volume>(Grid(g.rows(), g.columns(), g.columnDirection(), g.rowDirection(),
                                               g.rowSpacingMm(), g.columnSpacingMm(), positions),
                                          std::move(voxels), volume.seriesInstanceUid());
}

void expectSameReading(const Prediction& a, const Prediction& b, bool slicesRunBackwards) {
    const std::size_t count = a.slices.size();
    ASSERT_EQ(b.slices.size(), count);
    for (std::size_t k = 0; k < count; ++k)
        for (std::size_t f = 0; f < 6; ++f)
            EXPECT_NEAR(a.slices[k].p[f], b.slices[slicesRunBackwards ? count - 1 - k : k].p[f], 1e-4);
    const float highest = *std::max_element(a.heat.values.begin(), a.heat.values.end());
    const Grid& grid = a.heat.grid;
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j)
            for (int i = 0; i < grid.columns(); ++i) {
                const PatientPoint p = grid.toPatient({double(i), double(j), double(k)});
                ASSERT_NEAR(a.heat.valueAt(p), b.heat.valueAt(p), highest * 0.01)
                    << i << ' ' << j << ' ' << k;
            }
}

TEST_F(ClassifyTest, HowTheFileLiesChangesNeitherAnswersNorThePlaceOfHeat) {
    const auto volume = makeHead();
    const auto upright = classify(*volume);
    const auto turned = classify(*turnedRound(*volume));
    const auto swapped = classify(*transposed(*volume));
    ASSERT_TRUE(upright && turned && swapped);
    expectSameReading(*upright, *turned, false);
    expectSameReading(*upright, *swapped, true);
    // A mirrored patient is another patient: else the test above could not fail.
    const Grid& g = volume->grid();
    std::vector<std::int16_t> mirrored;
    for (int row = 0; row < g.rows() * g.slices(); ++row)
        for (int i = g.columns() - 1; i >= 0; --i)
            mirrored.push_back(volume->voxels()[std::size_t(row) * g.columns() + i]);
    const auto other = classify(Volume(g, std::move(mirrored), "1"));
    ASSERT_TRUE(other);
    double difference = 0;
    for (std::size_t k = 0; k < other->slices.size(); ++k)
        difference = std::max(difference, std::abs(other->slices[k].any() - upright->slices[k].any()));
    EXPECT_GT(difference, 1e-3);
}

TEST_F(ClassifyTest, FewSlicesExcludeNothing) {
    const auto prediction = classify(*makeHead(4));
    ASSERT_TRUE(prediction);
    EXPECT_NE(prediction->verdict.answer, Answer::NoneSeen);
    EXPECT_EQ(prediction->verdict.notExcluded, "Only 4 slices: too few to answer for a patient.");
    EXPECT_TRUE(prediction->verdict.judgesSlices);
}

TEST_F(ClassifyTest, AScanWithoutAHeadCannotBeAssessed) {
    const Grid& grid = makeHead()->grid();
    const auto body = test::makeMarkedVolume(grid, {30, 0, 0}, 20);
    const auto prediction = classify(*body);
    ASSERT_TRUE(prediction);
    EXPECT_EQ(prediction->verdict.answer, Answer::CannotAssess);
    EXPECT_EQ(prediction->verdict.reason, "No head is seen in these slices.");
    EXPECT_EQ(prediction->verdict.score, 0);
    EXPECT_FALSE(prediction->verdict.judgesSlices);
}

TEST_F(ClassifyTest, CoronalSlicesCannotBeAssessed) {
    const auto head = makeHead();
    const Grid& g = head->grid();
    std::vector<PatientPoint> positions;
    for (int k = 0; k < g.slices(); ++k)
        positions.push_back({-100, -30.0 + 9 * k, 100});
    const Volume coronal(Grid(g.columns(), g.rows(), {1, 0, 0}, {0, 0, -1}, 2.1, 2.1, positions),
                         {head->voxels().begin(), head->voxels().end()}, "1");
    const auto prediction = classify(coronal);
    ASSERT_TRUE(prediction);
    EXPECT_EQ(prediction->verdict.reason, "The slices are not axial: choose an axial series.");
}

TEST_F(ClassifyTest, StoppingEndsItAfterTheSliceUnderWay) {
    std::stop_source stop;
    int slices = 0;
    const auto prediction = classify(*makeHead(), TaskContext(stop.get_token()), [&](const SliceDone&) {
        if (++slices == 2) stop.request_stop();
    });
    ASSERT_FALSE(prediction);
    EXPECT_EQ(prediction.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(slices, 2);
}

TEST_F(ClassifyTest, ProgressEndsAtOne) {
    double last = 0;
    const TaskContext context({}, [&](double fraction, const Message&) {
        EXPECT_GT(fraction, last);
        last = fraction;
    });
    ASSERT_TRUE(classify(*makeHead(), context));
    EXPECT_EQ(last, 1);
}

} // namespace
} // namespace hemo::ml
