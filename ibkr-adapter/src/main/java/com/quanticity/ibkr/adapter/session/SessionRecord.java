package com.quanticity.ibkr.adapter.session;

import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.stream.SessionReporter;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes every change of the session to {@code ib_session_events} and tells the platform. Writing happens on a thread of its own; while
 * the database is away the newest {@value #WAITING} changes wait.
 */
final class SessionRecord implements SessionParticipant, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRecord.class);
    private static final int WAITING = 1_000;
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(3);
    private static final String INSERT = """
            insert into adapter.ib_session_events
              (client_id, state, gateway, server_version, connection, error_code, reason, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate database;
    private final SessionReporter reporter;
    private final LinkedBlockingDeque<SessionEvent> waiting = new LinkedBlockingDeque<>(WAITING);
    private final Thread thread = Thread.ofVirtual().name("session-record").unstarted(this::run);
    private boolean failing;

    SessionRecord(JdbcTemplate database, SessionReporter reporter) {
        this.database = database;
        this.reporter = reporter;
    }

    void start() {
        thread.start();
    }

    @Override
    public void onStateChange(SessionEvent event) {

        reporter.onSessionEvent(event);
        while (!waiting.offerLast(event)) {
            waiting.pollFirst();
        }
    }

    @Override
    public void onAlarm(Alarm alarm) {
        reporter.onAlarm(alarm);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                SessionEvent event = waiting.takeFirst();
                while (!write(event)) {
                    Thread.sleep(RETRY_PAUSE);
                }
            }
        } catch (InterruptedException e) {
            waiting.forEach(this::write);
        }
    }

    private boolean write(SessionEvent event) {
        try {
            database.update(
                    INSERT,
                    event.clientId().value(),
                    event.state().name(),
                    event.gateway(),
                    event.serverVersion(),
                    event.connection(),
                    event.errorCode(),
                    event.reason(),
                    Timestamp.from(event.at()));
            failing = false;
            return true;
        } catch (DataAccessException e) {
            if (!failing) {
                LOG.warn("session event not stored cause={}; tried again until the database is back", e.toString());
            }
            failing = true;
            return false;
        }
    }
}
