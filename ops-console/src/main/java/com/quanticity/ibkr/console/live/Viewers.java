package com.quanticity.ibkr.console.live;

import com.quanticity.ibkr.console.ConsoleMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** Everybody who looks at the page. One rendering serves all; who does not keep up is dropped and comes back to a whole page. Thread-safe. */
public final class Viewers {

    private static final Logger LOG = LoggerFactory.getLogger(Viewers.class);

    private final LivePage page;
    private final JsonMapper json;
    private final Clock clock;
    private final int maximum;
    private final Counter dropped;
    private final List<Viewer> open = new CopyOnWriteArrayList<>();

    Viewers(LivePage page, JsonMapper json, Clock clock, int maximum, MeterRegistry meters) {
        this.page = page;
        this.json = json;
        this.clock = clock;
        this.maximum = maximum;
        this.dropped = meters.counter(ConsoleMeter.VIEWERS_DROPPED.meterName());
        meters.gauge(ConsoleMeter.VIEWERS.meterName(), open, List::size);
        page.listener(delta -> tell(new Viewer.Message("change", json.writeValueAsString(delta))));
    }

    /** A stream of the whole page and then its changes; empty when there are too many viewers. */
    Optional<SseEmitter> open(String sessionId) {
        if (open.size() >= maximum) {
            LOG.warn("viewer refused open={} maximum={}", open.size(), maximum);
            return Optional.empty();
        }
        page.draw(clock.instant());
        Viewer[] created = new Viewer[1];
        Viewer viewer = new Viewer(sessionId, () -> open.remove(created[0]));
        created[0] = viewer;
        page.whole(whole -> {
            // The heartbeat lifts the disconnected banner, so the page comes first.
            viewer.offer(new Viewer.Message("page", json.writeValueAsString(whole)));
            viewer.offer(heartbeat());
            open.add(viewer);
        });
        return Optional.of(viewer.start());
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Tells all that the console lives, and its time. */
    void beat() {
        tell(heartbeat());
    }

    /** Ends the pages of a login that ended. */
    public void onLogout(String sessionId) {
        open.stream().filter(viewer -> viewer.isOf(sessionId)).forEach(Viewer::close);
    }

    void closeAll() {
        open.forEach(Viewer::close);
    }

    private Viewer.Message heartbeat() {
        return new Viewer.Message("heartbeat", Long.toString(clock.millis()));
    }

    private void tell(Viewer.Message message) {
        open.removeIf(viewer -> !viewer.offer(message) && drop(viewer));
    }

    private boolean drop(Viewer viewer) {
        viewer.close();
        dropped.increment();
        LOG.info("viewer dropped reason=slow open={}", open.size());
        return true;
    }
}
