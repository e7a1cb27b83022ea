// Linked into programs with a window that are built with TSan. Qt itself is built without: what its queues
// hand from one thread to another is locked with locks that TSan does not see. These stand before Qt's own
// functions and say so, and call those.

#include <QMetaObject>
#include <QRunnable>
#include <QThreadPool>

#include <dlfcn.h>
#include <functional>
#include <sanitizer/tsan_interface.h>
#include <utility>

namespace {

template <class Function> Function* qts(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

/// What is called on another thread, and what it has seen before it was sent there.
class HandedSlot : public QtPrivate::QSlotObjectBase {
public:
    explicit HandedSlot(QtPrivate::QSlotObjectBase* slot)
        : QSlotObjectBase(&HandedSlot::answer), m_slot(slot) {
        __tsan_release(this);
    }

private:
    static void answer(int what, QSlotObjectBase* self, QObject* receiver, void** arguments, bool*) {
        __tsan_acquire(self);
        auto* handed = static_cast<HandedSlot*>(self);
        if (what == Call) handed->m_slot->call(receiver, arguments);
        if (what != Destroy) return;
        handed->m_slot->destroyIfLastRef();
        delete handed;
    }
    QtPrivate::QSlotObjectBase* m_slot;
};

/// A pool of one thread does one thing after the other: each sees what those before it did.
void takeOver(QThreadPool* pool) {
    if (pool->maxThreadCount() == 1) __tsan_acquire(pool);
}

class HandedTask : public QRunnable {
public:
    HandedTask(QThreadPool* pool, QRunnable* task) : m_pool(pool), m_task(task) { __tsan_release(this); }
    void run() override {
        __tsan_acquire(this);
        takeOver(m_pool);
        const bool isOurs = m_task->autoDelete();
        m_task->run();
        if (isOurs) delete m_task;
        __tsan_release(m_pool);
    }

private:
    QThreadPool* m_pool;
    QRunnable* m_task;
};

} // namespace

bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type,
                                   void* result) {
    using Invoke = bool(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*);
    static auto* invoke = qts<Invoke>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    return invoke(object, new HandedSlot(slot), type, result);
}

void QThreadPool::start(QRunnable* task, int priority) {
    static auto* start = qts<void(QThreadPool*, QRunnable*, int)>("_ZN11QThreadPool5startEP9QRunnablei");
    start(this, new HandedTask(this, task), priority);
}

void QThreadPool::start(std::function<void()> task, int priority) {
    start(QRunnable::create(std::move(task)), priority);
}

bool QThreadPool::waitForDone(int mostMs) {
    static auto* wait = qts<bool(QThreadPool*, int)>("_ZN11QThreadPool11waitForDoneEi");
    const bool isDone = wait(this, mostMs);
    __tsan_acquire(this);
    return isDone;
}

// A pool waits for what it does when it ends.
extern "C" void endOfPool(QThreadPool* pool) __asm__("_ZN11QThreadPoolD1Ev");
extern "C" void endOfPool(QThreadPool* pool) {
    static auto* end = qts<void(QThreadPool*)>("_ZN11QThreadPoolD1Ev");
    end(pool);
    __tsan_acquire(pool);
}
