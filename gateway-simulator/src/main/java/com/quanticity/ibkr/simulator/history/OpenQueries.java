package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.time.EventLoop;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The queries that are not answered yet, by client and request id. */
final class OpenQueries {

    /** Longer than any work takes. */
    private static final Duration LONG = Duration.ofDays(1);

    private final EventLoop loop;
    private final Supplier<Duration> answerTime;
    private final Map<Client, Map<Integer, EventLoop.Timer>> open = new HashMap<>();

    OpenQueries(EventLoop loop, Supplier<Duration> answerTime) {
        this.loop = loop;
        this.answerTime = answerTime;
    }

    boolean has(Client client, int requestId) {
        return open.getOrDefault(client, Map.of()).containsKey(requestId);
    }

    int count(Client client) {
        return open.getOrDefault(client, Map.of()).size();
    }

    /** Answers after the service's usual time, unless it is cancelled before. */
    void answerLater(Client client, int requestId, Runnable answer) {
        schedule(client, requestId, answerTime.get(), answer);
    }

    /** Does slow work off the loop, then answers, unless it is cancelled before. */
    void answerAfter(Client client, int requestId, Supplier<Boolean> work, Runnable answer) {
        Map<Integer, EventLoop.Timer> mine = open.computeIfAbsent(client, any -> new HashMap<>());
        EventLoop.Timer place = loop.after(LONG, () -> {});
        mine.put(requestId, place);
        loop.offload(work, _ -> {
            place.cancel();
            if (mine.remove(requestId, place)) {
                answer.run();
            }
        });
    }

    /** Goes on with a query after other tasks had their turn. */
    void goOn(Client client, int requestId, Runnable rest) {
        schedule(client, requestId, Duration.ZERO, rest);
    }

    private void schedule(Client client, int requestId, Duration delay, Runnable answer) {
        Map<Integer, EventLoop.Timer> mine = open.computeIfAbsent(client, any -> new HashMap<>());
        mine.put(requestId, loop.after(delay, () -> {
            mine.remove(requestId);
            answer.run();
        }));
    }

    /** Forgets a query; false when there is none. */
    boolean cancel(Client client, int requestId) {
        EventLoop.Timer timer = open.getOrDefault(client, new HashMap<>()).remove(requestId);
        if (timer == null) {
            return false;
        }
        timer.cancel();
        return true;
    }

    void cancelAll(Client client) {
        Map<Integer, EventLoop.Timer> mine = open.remove(client);
        if (mine != null) {
            mine.values().forEach(EventLoop.Timer::cancel);
        }
    }
}
