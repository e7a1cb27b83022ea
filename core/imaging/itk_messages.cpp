#include "core/imaging/itk_messages.h"

#include "core/log.h"

#include <itkObjectFactory.h>
#include <itkOutputWindow.h>

#include <mutex>

namespace hemo::imaging {
namespace {

class LogWindow : public itk::OutputWindow {
public:
    using Self = LogWindow;
    using Superclass = itk::OutputWindow;
    using Pointer = itk::SmartPointer<Self>;
    itkNewMacro(Self);
    void DisplayText(const char*) override { log::debug("ITK remarked on what it read."); }
};

} // namespace

void sendItkMessagesToLog() {
    static std::once_flag once;
    std::call_once(once, [] { itk::OutputWindow::SetInstance(LogWindow::New()); });
}

} // namespace hemo::imaging
