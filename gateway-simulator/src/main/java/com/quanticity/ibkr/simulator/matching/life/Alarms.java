package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What orders wait for by the clock. Event loop only. */
public final class Alarms {

    private final EventLoop loop;
    private final Map<WorkingOrder, List<EventLoop.Timer>> timers = new IdentityHashMap<>();

    public Alarms(EventLoop loop) {
        this.loop = loop;
    }

    public Instant now() {
        return loop.now();
    }

    /** Runs an action at a time unless the order is done before; a time that has passed is now, after what runs. */
    public void at(WorkingOrder order, Instant due, Runnable action) {
        EventLoop.Timer timer = loop.at(due, () -> {
            if (order.isOpen()) {
                action.run();
            }
        });
        timers.computeIfAbsent(order, any -> new ArrayList<>()).add(timer);
    }

    /** Runs an action later, whatever becomes of any order; at once when there is no delay. */
    public void after(Duration delay, Runnable action) {
        if (delay.isZero()) {
            action.run();
        } else {
            loop.after(delay, action);
        }
    }

    /** Forgets everything an order waits for. */
    public void clear(WorkingOrder order) {
        List<EventLoop.Timer> pending = timers.remove(order);
        if (pending != null) {
            pending.forEach(EventLoop.Timer::cancel);
        }
    }
}
