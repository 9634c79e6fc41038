package com.quanticity.ibkr.stream;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** One piece of work at a time on a thread beside the owner's. Confined to the owner's thread. */
final class SideWork {

    private @Nullable FutureTask<Void> task;
    private @Nullable Thread thread;

    /** Work that may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** True from a start until the next {@link #await}, whether the work has ended meanwhile or not. */
    boolean isUnderWay() {
        return task != null;
    }

    void start(Work work) {
        if (task != null) {
            throw new IllegalStateException("the work before is still under way");
        }
        FutureTask<Void> next = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        task = next;
        thread = Thread.ofVirtual()
                .name(Thread.currentThread().getName() + "-handler")
                .start(next);
    }

    /** Waits for the work, if there is any, and throws what it threw. An interrupt is passed on to it. */
    void await() throws Exception {
        FutureTask<Void> last = task;
        if (last == null) {
            return;
        }
        try {
            last.get();
            task = null;
        } catch (InterruptedException e) {
            interrupt();
            throw e;
        } catch (ExecutionException e) {
            task = null;
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void interrupt() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
