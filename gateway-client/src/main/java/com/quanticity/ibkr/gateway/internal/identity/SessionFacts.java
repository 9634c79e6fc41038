package com.quanticity.ibkr.gateway.internal.identity;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What the gateway announced, and the request ids given out. Thread-safe. */
public final class SessionFacts {

    private static final int NONE = Integer.MIN_VALUE;

    private final AtomicInteger nextValidId = new AtomicInteger(NONE);
    private final AtomicReference<List<String>> accounts = new AtomicReference<>(List.of());
    private final Map<String, Integer> highestAnnounced = new ConcurrentHashMap<>();
    private final AtomicInteger nextRequestId = new AtomicInteger(GatewaySession.FIRST_REQUEST_ID);

    public OptionalInt nextValidId() {
        int id = nextValidId.get();
        return id == NONE ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** The highest id this gateway announced before, when the new one is below it. */
    public OptionalInt nextValidId(int orderId, String gateway) {
        nextValidId.set(orderId);
        int before = highestAnnounced.merge(gateway, orderId, Math::max);
        return before > orderId ? OptionalInt.of(before) : OptionalInt.empty();
    }

    public List<String> accounts() {
        return accounts.get();
    }

    public void accounts(List<String> announced) {
        accounts.set(announced);
    }

    /** The request id given out next. */
    public int upcomingRequestId() {
        return nextRequestId.get();
    }

    /** Every request id given out so far is this or lower. */
    public int newestRequestId() {
        return nextRequestId.get() - 1;
    }

    /** The range holds a billion ids; a process that used them all has to be restarted. */
    public int nextRequestId() {
        int id = nextRequestId.getAndIncrement();
        if (id < GatewaySession.FIRST_REQUEST_ID) {
            throw new IllegalStateException("all request ids are used; restart the service");
        }
        return id;
    }
}
