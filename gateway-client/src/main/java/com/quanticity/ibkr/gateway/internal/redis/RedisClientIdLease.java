package com.quanticity.ibkr.gateway.internal.redis;

import com.quanticity.ibkr.gateway.lease.ClientIdLease;
import com.quanticity.ibkr.gateway.lease.LeaseHolder;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lease renewed by a thread of its own every sixth of its life. It is proven until a fifth of its life before Redis could give the
 * id to somebody else, counted from the moment the last successful renewal was sent, on the monotonic clock.
 */
final class RedisClientIdLease implements ClientIdLease {

    private static final Logger log = LoggerFactory.getLogger(RedisClientIdLease.class);

    private final ClientId clientId;
    private final LeaseScript script;
    private final long token;
    private final Duration pause;
    private final long provenNanos;
    private final Thread thread;
    private final CountDownLatch released = new CountDownLatch(1);
    private final Object standingLock = new Object();
    private volatile long provenUntil;
    private volatile boolean lost;
    private volatile String trouble = "";
    private LeaseStanding standing = new LeaseStanding.Proven();
    private Consumer<LeaseStanding> listener = _ -> {};

    RedisClientIdLease(ClientId clientId, LeaseScript script, long token, Duration timeToLive, long askedAt) {
        this.clientId = clientId;
        this.script = script;
        this.token = token;
        this.pause = timeToLive.dividedBy(6);
        this.provenNanos = LeaseScript.proof(timeToLive).toNanos();
        this.provenUntil = askedAt + provenNanos;
        this.thread =
                Thread.ofPlatform().name("gateway-lease-" + clientId).daemon().unstarted(this::run);
    }

    RedisClientIdLease start() {
        thread.start();
        return this;
    }

    @Override
    public long token() {
        return token;
    }

    @Override
    public LeaseHolder holder() {
        return script.asker();
    }

    @Override
    public boolean isProven() {
        return !lost && released.getCount() > 0 && System.nanoTime() - provenUntil < 0;
    }

    @Override
    public void onStanding(Consumer<LeaseStanding> newListener) {
        synchronized (standingLock) {
            listener = newListener;
            newListener.accept(standing);
        }
    }

    @Override
    public void release() {
        released.countDown();
        try {
            thread.join(pause.plusSeconds(4));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Renewing and telling are two threads: a renewal can hang while the time runs out. */
    private void run() {
        Thread watch =
                Thread.ofVirtual().name("gateway-lease-watch-" + clientId).start(this::watch);
        while (!lost && !isReleasedWithin(pause)) {
            renew();
        }
        if (!lost) {
            giveBack();
        }
        watch.interrupt();
    }

    private void watch() {
        while (!lost) {
            tell(now());
            Duration next = Duration.ofNanos(Math.clamp(provenUntil - System.nanoTime(), 10_000_000, 200_000_000));
            if (isReleasedWithin(next)) {
                return;
            }
        }
    }

    private void renew() {
        long sentAt = System.nanoTime();
        try {
            switch (script.renew(token)) {
                case LeaseScript.Answer.Ours _ -> provenUntil = sentAt + provenNanos;
                case LeaseScript.Answer.Theirs(LeaseHolder holder, long newer, Duration _) ->
                    lose("client id " + clientId + " was taken by " + holder.describe() + " with token " + newer);
                case LeaseScript.Answer.Overtaken _, LeaseScript.Answer.MaybeHeld _ ->
                    lose("client id " + clientId + " was given to another process meanwhile");
            }
        } catch (Throwable e) {
            // An Error, too: without this thread nobody would renew or lose the lease, and the session would wait for
            // ever.
            trouble = RedisClientIdLeases.rootMessage(e);
        }
    }

    private void lose(String reason) {
        trouble = reason;
        lost = true;
        tell(now());
    }

    private LeaseStanding now() {
        if (lost) {
            return new LeaseStanding.Lost(trouble);
        }
        return isProven() || released.getCount() == 0
                ? new LeaseStanding.Proven()
                : new LeaseStanding.Unproven("lease of client id " + clientId
                        + " not renewed in time; orders stop until it is, cancels pass; check Redis: " + trouble);
    }

    private void tell(LeaseStanding present) {
        synchronized (standingLock) {
            // Lost is final, and the reason of an outage may vary from try to try.
            if (standing instanceof LeaseStanding.Lost || standing.getClass() == present.getClass()) {
                return;
            }
            standing = present;
            log.warn("client id lease clientId={} token={} standing={}", clientId, token, present);
            listener.accept(present);
        }
    }

    private void giveBack() {
        try {
            script.release(token);
        } catch (RuntimeException e) {
            log.warn(
                    "client id lease not released clientId={} token={} cause={}; the next holder waits until it lapses",
                    clientId,
                    token,
                    RedisClientIdLeases.rootMessage(e));
        }
    }

    private boolean isReleasedWithin(Duration limit) {
        try {
            return released.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
