#include "viewer/widgets/style.h"

#include <QApplication>
#include <gtest/gtest.h>

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    qunsetenv("DISPLAY"); // the volume view has none here, wherever the tests run
    QApplication application(argc, argv);
    hemo::ui::applyStyle(application);
    return RUN_ALL_TESTS();
}
