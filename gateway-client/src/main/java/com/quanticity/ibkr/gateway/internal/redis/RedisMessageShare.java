package com.quanticity.ibkr.gateway.internal.redis;

import com.quanticity.ibkr.gateway.pacing.MessageShare;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A share that is agreed in Redis by a thread of its own: renewed every {@value #RENEW_MILLIS} ms, at once when more slots are
 * wanted. {@link #slots} reads volatile fields: an answer of Redis counts for {@value #VALID_MILLIS} ms of the monotonic clock, which
 * ends a second before Redis gives the slots to others; after that the fixed part of the client id is left. When the process
 * cannot reach Redis it thus never sends more than it was promised; kills, cancels and probes leave even when that is nothing.
 */
final class RedisMessageShare implements MessageShare {

    private static final Logger log = LoggerFactory.getLogger(RedisMessageShare.class);
    private static final int RENEW_MILLIS = 200;
    private static final int VALID_MILLIS = 1_700;
    private static final long WANTED_NANOS = Duration.ofSeconds(2).toNanos();
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration END_LIMIT = Duration.ofSeconds(4);

    private final String gateway;
    private final ClientId clientId;
    private final ShareScript script;
    private final Thread thread;
    private final Semaphore wake = new Semaphore(0);
    private final SlotLedger ledger = new SlotLedger();
    private volatile Agreed agreed;
    private volatile int wanted;
    private volatile long wantedAt = System.nanoTime();
    private volatile boolean violated;
    private volatile boolean closed;
    private volatile Runnable growth = () -> {};
    private boolean joined;
    private boolean fallbackLogged;

    /** What counts until a moment of the monotonic clock, and what is left then. */
    private record Agreed(int slots, int fallback, long untilNanos) {

        int at(long nowNanos) {
            return isValid(nowNanos) ? slots : fallback;
        }

        boolean isValid(long nowNanos) {
            return nowNanos - untilNanos < 0;
        }
    }

    RedisMessageShare(String gateway, ClientId clientId, ShareScript script) {
        this.gateway = gateway;
        this.clientId = clientId;
        this.script = script;
        this.agreed = new Agreed(0, 0, System.nanoTime());
        this.thread =
                Thread.ofPlatform().name("gateway-share-" + clientId).daemon().unstarted(this::run);
    }

    RedisMessageShare start() {
        thread.start();
        return this;
    }

    @Override
    public int slots() {
        return closed ? 0 : agreed.at(System.nanoTime());
    }

    @Override
    public int limit() {
        return script.limit();
    }

    @Override
    public void want(int messages) {
        long now = System.nanoTime();
        if (messages >= wanted || now - wantedAt > WANTED_NANOS) {
            wanted = messages;
            wantedAt = now;
        }
        if (messages > agreed.at(now) && wake.availablePermits() == 0) {
            wake.release();
        }
    }

    @Override
    public void onGrowth(Runnable callback) {
        growth = callback;
    }

    @Override
    public void onViolation() {
        violated = true;
        wake.release();
    }

    @Override
    public Standing standing() {
        return agreed.isValid(System.nanoTime()) ? Standing.SHARED : Standing.FALLBACK;
    }

    @Override
    public void close() {
        closed = true;
        wake.release();
        try {
            thread.join(END_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            renew();
            await();
        }
        leave();
    }

    private void await() {
        try {
            // Others need a moment to shrink: asked again at once, Redis would answer the same.
            Thread.sleep(SHORTEST_PAUSE);
            if (wake.tryAcquire(RENEW_MILLIS, TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void renew() {
        long sentAt = System.nanoTime();
        ledger.set(agreed.at(sentAt), sentAt);
        try {
            accept(ask(sentAt), sentAt);
        } catch (RuntimeException e) {
            sayFallback(e);
        }
    }

    private ShareScript.Answer ask(long now) {
        if (!joined) {
            ShareScript.Answer answer = script.join();
            joined = true;
            return answer;
        }
        boolean tell = violated;
        ShareScript.Answer answer = script.renew(ledger.held(now), wantedNow(now), tell);
        if (tell) {
            violated = false;
        }
        return answer;
    }

    private int wantedNow(long now) {
        return now - wantedAt > WANTED_NANOS ? 0 : Math.min(wanted, script.limit());
    }

    private void accept(ShareScript.Answer answer, long sentAt) {
        int before = agreed.at(System.nanoTime());
        int slots = Math.min(answer.granted(), answer.target());
        agreed = new Agreed(
                slots,
                Math.min(script.floor(), slots),
                sentAt + Duration.ofMillis(VALID_MILLIS).toNanos());
        ledger.set(slots, System.nanoTime());
        if (fallbackLogged) {
            fallbackLogged = false;
            log.info("message budget shared again clientId={} gateway={} slots={}", clientId, gateway, slots);
        }
        if (slots > before) {
            growth.run();
        }
    }

    private void sayFallback(RuntimeException cause) {
        if (!fallbackLogged && standing() == Standing.FALLBACK) {
            fallbackLogged = true;
            log.warn(
                    "message budget not shared clientId={} gateway={} slots={} cause={} action=check-redis",
                    clientId,
                    gateway,
                    slots(),
                    cause.toString());
        }
    }

    private void leave() {
        if (!joined) {
            return;
        }
        try {
            script.leave(ledger.held(System.nanoTime()));
        } catch (RuntimeException e) {
            log.debug("message budget not given back clientId={} cause={}", clientId, e.toString());
        }
    }
}
