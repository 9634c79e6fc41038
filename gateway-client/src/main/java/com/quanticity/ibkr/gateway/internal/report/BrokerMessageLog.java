package com.quanticity.ibkr.gateway.internal.report;

import com.quanticity.ibkr.gateway.error.ErrorCatalogue;
import com.quanticity.ibkr.gateway.error.ErrorCode;
import com.quanticity.ibkr.gateway.error.ErrorContext;
import com.quanticity.ibkr.gateway.error.ErrorMeaning;
import com.quanticity.ibkr.gateway.error.ErrorScope;
import com.quanticity.ibkr.gateway.error.ErrorSeverity;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs every message of the broker once, with what the catalogue says about it. Of one code the first {@value #FREE} in a minute have
 * a line each; the rest of that minute is one line with their number. Called on the connection's reader thread.
 */
public final class BrokerMessageLog {

    private static final Logger log = LoggerFactory.getLogger(GatewaySession.class);

    /** An order burst that is refused shows its first orders; more of the same tells nothing. */
    private static final int FREE = 5;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final ClientId clientId;
    private final Map<Integer, Window> windows = new HashMap<>();

    public BrokerMessageLog(ClientId clientId) {
        this.clientId = clientId;
    }

    /** One code in one minute. */
    private static final class Window {
        private final Instant begin;
        private int count;

        Window(Instant begin) {
            this.begin = begin;
        }

        boolean isOver(Instant now) {
            return !now.isBefore(begin.plus(WINDOW));
        }
    }

    public synchronized void message(ErrorMessage message, Instant at) {
        summarise(at);
        Window window = windows.computeIfAbsent(message.errorCode(), _ -> new Window(at));
        window.count++;
        if (window.count <= FREE) {
            line(message);
        }
    }

    /** Tells what was held back in minutes that are over; to be called now and then, messages or not. */
    public synchronized void summarise(Instant now) {
        Iterator<Map.Entry<Integer, Window>> all = windows.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Integer, Window> entry = all.next();
            if (entry.getValue().isOver(now)) {
                all.remove();
                summary(entry.getKey(), entry.getValue());
            }
        }
    }

    private void line(ErrorMessage message) {
        ErrorContext context = context(message);
        ErrorMeaning meaning = ErrorCatalogue.meaning(message.errorCode(), context, message.errorMsg());
        log.atLevel(level(meaning))
                .log(
                        "broker message clientId={}{} errorCode={} name={} meaning={} action={} message={}",
                        clientId,
                        id(message, context),
                        message.errorCode(),
                        meaning.name(),
                        meaning.text(),
                        meaning.action(),
                        message.errorMsg());
    }

    private void summary(int code, Window window) {
        if (window.count > FREE) {
            log.warn(
                    "broker message repeated clientId={} errorCode={} name={} count={} since={}",
                    clientId,
                    code,
                    ErrorCode.of(code).map(ErrorCode::name).orElse("UNLISTED"),
                    window.count,
                    window.begin);
        }
    }

    private static ErrorContext context(ErrorMessage message) {
        if (message.isAboutSession()) {
            return ErrorContext.SESSION;
        }
        return GatewaySession.isRequestId(message.id()) ? ErrorContext.REQUEST : ErrorContext.WORKING_ORDER;
    }

    private static String id(ErrorMessage message, ErrorContext context) {
        return switch (context) {
            case SESSION -> "";
            case REQUEST, MARKET_DATA -> " reqId=" + message.id();
            case NEW_ORDER, MODIFIED_ORDER, CANCELLED_ORDER, WORKING_ORDER -> " orderId=" + message.id();
        };
    }

    /** Farms that are fine or idle come by the dozen, and the remark about depth with every turn of a rotation. */
    private static Level level(ErrorMeaning meaning) {
        if (meaning.code() == ErrorCode.DEPTH_EXCHANGES_MISSING.code()) {
            return Level.DEBUG;
        }
        boolean routine = meaning.severity() == ErrorSeverity.INFO
                && ErrorCode.of(meaning.code())
                        .map(code -> code.scope() == ErrorScope.SESSION)
                        .orElse(false);
        return switch (meaning.severity()) {
            case INFO -> routine ? Level.DEBUG : Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR -> Level.ERROR;
        };
    }
}
