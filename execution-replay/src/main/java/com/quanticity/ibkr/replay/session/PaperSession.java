package com.quanticity.ibkr.replay.session;

import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessionFactory;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.stream.SessionReporter;
import com.quanticity.ibkr.stream.StreamBus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Client id 3 on a paper gateway. A gateway whose login holds any account that is not a paper account is left at once and for good.
 * Source: blueprint §3, "Connects to paper accounts only".
 */
final class PaperSession implements SessionListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PaperSession.class);

    private final GatewaySession session;
    private final SessionReporter reporter;
    private final Clock clock;
    private volatile @Nullable SessionEvent refusal;

    PaperSession(GatewaySessionFactory factory, StreamBus bus, StringRedisTemplate redis, Clock clock) {
        this.clock = clock;
        this.session = factory.create(unused -> this);
        this.reporter = new SessionReporter(bus, redis, this::status, clock);
    }

    void start() {
        reporter.start();
        session.start();
    }

    SessionStatus status() {
        SessionStatus now = session.status();
        SessionEvent refused = refusal;
        return refused == null
                ? now
                : new SessionStatus(
                        now.clientId(),
                        now.component(),
                        SessionState.REFUSED,
                        refused.at(),
                        now.gateway(),
                        now.serverVersion(),
                        0,
                        refused.reason(),
                        0,
                        null,
                        now.lastMessageAt(),
                        0,
                        clock.instant());
    }

    @Override
    public void onStateChange(SessionEvent event) {
        if (refusal != null) {
            // Leaving is part of the refusal; told as states of their own it would hide the reason.
            return;
        }
        LOG.info("session state={} connection={} reason={}", event.state(), event.connection(), event.reason());
        reporter.onSessionEvent(event);
    }

    @Override
    public void onAlarm(Alarm alarm) {
        reporter.onAlarm(alarm);
        if (alarm.kind() == AlarmKind.PAPER_LIVE_MIX_UP && alarm.raised()) {
            refuse(alarm.text());
        }
    }

    @Override
    public void onEvents(EventBatch batch) {}

    @Override
    public void synchronise(Synchronisation synchronisation) {
        List<String> live = synchronisation.managedAccounts().stream()
                .filter(account -> !PaperAccount.isPaper(account))
                .toList();
        if (!live.isEmpty()) {
            refuse(live.size()
                    + " accounts of this gateway are not paper accounts; point ibkr.gateway at a paper gateway");
        }
    }

    @Override
    public void close() {
        session.close();
        reporter.close();
    }

    private void refuse(String reason) {
        Instant now = clock.instant();
        SessionStatus status = session.status();
        SessionEvent event = new SessionEvent(
                status.clientId(),
                status.component(),
                SessionState.REFUSED,
                status.gateway(),
                status.serverVersion(),
                status.connection(),
                null,
                reason,
                now);
        refusal = event;
        LOG.error("session refused reason={}", event.reason());
        reporter.onSessionEvent(event);
        Thread.ofVirtual().name("leave-live-gateway").start(session::close);
    }
}
