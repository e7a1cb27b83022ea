#include "viewer/render/vtk_log.h"

#include "core/log.h"

#include <vtkNew.h>
#include <vtkObjectFactory.h>
#include <vtkOutputWindow.h>

#include <mutex>

namespace hemo::render {
namespace {

class LogWindow : public vtkOutputWindow {
public:
    static LogWindow* New();
    vtkTypeMacro(LogWindow, vtkOutputWindow);

    void DisplayText(const char* text) override { log::info(text); }
    void DisplayErrorText(const char* text) override { log::error(text); }
    void DisplayWarningText(const char* text) override { log::warning(text); }
    void DisplayGenericWarningText(const char* text) override { log::warning(text); }
    void DisplayDebugText(const char* text) override { log::debug(text); }
};
vtkStandardNewMacro(LogWindow);

} // namespace

void sendVtkMessagesToLog() {
    static std::once_flag once;
    std::call_once(once, [] {
        vtkNew<LogWindow> window;
        vtkOutputWindow::SetInstance(window);
    });
}

} // namespace hemo::render
