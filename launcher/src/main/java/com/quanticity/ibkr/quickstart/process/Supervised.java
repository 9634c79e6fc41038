package com.quanticity.ibkr.quickstart.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one component running: starts it, waits until it is ready, starts it again after a pause when it dies. A component that never
 * got ready is not tried again: its configuration is wrong, and repeating would hide that.
 *
 * <p>Thread-safe. One virtual thread of its own does everything but {@link #stop}.
 */
public final class Supervised {

    private static final Duration PROBE_PAUSE = Duration.ofMillis(100);
    private static final Duration ENDING_PAUSE = Duration.ofMillis(20);
    // A process that ran this long was healthy: its next death is a first one.
    private static final Duration SETTLED = Duration.ofSeconds(60);

    private final Component component;
    private final RestartPause pause;
    private final Consumer<ComponentStatus> listener;
    private final CompletableFuture<Duration> firstReady = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile ComponentStatus status;
    private volatile @Nullable Running running;
    private volatile @Nullable Thread thread;

    public Supervised(Component component, RestartPause pause, Consumer<ComponentStatus> listener) {
        this.component = component;
        this.pause = pause;
        this.listener = listener;
        this.status = ComponentStatus.waiting(component);
    }

    public Component component() {
        return component;
    }

    public ComponentStatus status() {
        return status;
    }

    /** Begins; the future ends with the start time once ready, or with {@link ComponentFailedException}. */
    public CompletableFuture<Duration> start() {
        thread = Thread.ofVirtual().name("supervise-" + component.name()).start(this::run);
        return firstReady;
    }

    /** Ends the process: asks first, kills after {@code grace}. Returns when it is gone. Does nothing the second time. */
    public void stop(Duration grace) throws InterruptedException {
        stopping.countDown();
        Thread supervisor = thread;
        if (supervisor == null) {
            return;
        }
        if (supervisor.join(grace)) {
            return;
        }
        Running process = running;
        if (process != null) {
            process.kill();
        }
        supervisor.join(Duration.ofSeconds(2));
    }

    private void run() {
        try {
            int deaths = 0;
            while (!isStopping()) {
                long begin = System.nanoTime();
                Ending ending = runOnce(begin);
                if (isStopping()) {
                    break;
                }
                if (!firstReady.isDone()) {
                    fail(ending);
                    return;
                }
                deaths = since(begin).compareTo(SETTLED) > 0 ? 1 : deaths + 1;
                waitBeforeRestart(ending.words(), pause.after(deaths));
            }
            change(status.stopped());
            firstReady.cancel(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One life of the process; answers how it ended. */
    private Ending runOnce(long begin) throws InterruptedException {
        change(status.starting());
        Running process;
        try {
            process = component.launch().start();
        } catch (IOException e) {
            return new Ending(String.valueOf(e.getMessage()), true);
        }
        running = process;
        change(status.started(process.pid()));
        boolean ready = false;
        boolean asked = false;
        while (process.isAlive()) {
            if (isStopping() && !asked) {
                asked = true;
                process.requestEnd();
            }
            if (!ready && !asked && component.readiness().getAsBoolean()) {
                ready = true;
                change(status.ready(since(begin)));
                firstReady.complete(since(begin));
            }
            if (!ready && !asked && since(begin).compareTo(component.startLimit()) > 0) {
                process.kill();
                return new Ending("not ready after " + component.startLimit().toSeconds() + " s", false);
            }
            if (!asked && stopping.await(PROBE_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                continue;
            }
            Thread.sleep(ENDING_PAUSE);
        }
        running = null;
        return new Ending(process.ending(), false);
    }

    private void waitBeforeRestart(String ending, Duration time) throws InterruptedException {
        change(status.restarting("ended (" + ending + "), starting again in " + seconds(time)));
        // Woken early when the run stops: nothing is started again then.
        boolean stopped = stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        if (stopped) {
            change(status.stopped());
        }
    }

    private void fail(Ending ending) {
        change(status.failed(ending.words()));
        firstReady.completeExceptionally(new ComponentFailedException(component, ending.words(), ending.isExplained()));
    }

    private void change(ComponentStatus next) {
        if (next.state() != status.state() || next.pid() != null) {
            status = next;
            listener.accept(next);
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    /** How a life ended, and whether these words say why, so that the log need not be asked. */
    private record Ending(String words, boolean isExplained) {}
}
