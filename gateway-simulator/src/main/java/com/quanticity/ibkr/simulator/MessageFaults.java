package com.quanticity.ibkr.simulator;

import com.quanticity.ibkr.simulator.fault.EventRule;
import com.quanticity.ibkr.simulator.fault.RequestRule;
import com.quanticity.ibkr.simulator.session.Gateway;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.witness.SubscriptionKind;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can happen to single messages of one gateway. Names are those of tws-wire, such as {@code COMMISSION_REPORT}; {@code *_END} means
 * every end marker. A null client means all clients, null times means until it is ended. Thread-safe.
 */
public final class MessageFaults {

    private static final Logger log = LoggerFactory.getLogger(MessageFaults.class);

    private static final Duration STORM_STEP = Duration.ofMillis(10);
    private static final int STEPS_A_SECOND = 100;
    private static final int HARDEST_STORM = 100_000;

    private final EventLoop loop;
    private final Gateway gateway;
    private EventLoop.@Nullable Timer storm;

    MessageFaults(EventLoop loop, Gateway gateway) {
        this.loop = loop;
        this.gateway = gateway;
    }

    /** Events never arrive. */
    public void withhold(String event, @Nullable Integer clientId, @Nullable Integer times) {
        rule(event, clientId, times, EventRule.Withheld::new);
    }

    /** Events arrive late; others overtake them. */
    public void delay(String event, @Nullable Integer clientId, @Nullable Integer times, Duration by) {
        rule(event, clientId, times, () -> new EventRule.Late(by));
    }

    /** Events arrive several times in a row. */
    public void duplicate(String event, @Nullable Integer clientId, @Nullable Integer times, int copies) {
        rule(event, clientId, times, () -> new EventRule.Repeated(copies));
    }

    /** Events wait until the next of another kind has gone out. */
    public void putAfter(String event, @Nullable Integer clientId, @Nullable Integer times, String other) {
        rule(event, clientId, times, () -> new EventRule.After(other));
    }

    private void rule(String event, @Nullable Integer clientId, @Nullable Integer times, Supplier<EventRule> rule) {
        does(
                "event rule event=" + event + " client=" + clientId + " times=" + times,
                () -> gateway.faults().rules().add(event, clientId, times, rule.get()));
    }

    /** Requests are never answered and have no effect. */
    public void ignore(String request, @Nullable Integer clientId, @Nullable Integer times) {
        requestRule(request, clientId, times, new RequestRule.Ignored());
    }

    /** Requests are answered by an error under their own id and have no effect. */
    public void refuse(String request, @Nullable Integer clientId, @Nullable Integer times, int code, String text) {
        requestRule(request, clientId, times, new RequestRule.Refused(code, text));
    }

    /** Requests are served late; later requests overtake them. */
    public void answerLate(String request, @Nullable Integer clientId, @Nullable Integer times, Duration by) {
        requestRule(request, clientId, times, new RequestRule.Late(by));
    }

    private void requestRule(String request, @Nullable Integer clientId, @Nullable Integer times, RequestRule rule) {
        does(
                "request rule request=" + request + " client=" + clientId + " times=" + times,
                () -> gateway.faults().rules().add(request, clientId, times, rule));
    }

    /** Ends every rule about messages of a name. */
    public void end(String name) {
        does("message rules ended name=" + name, () -> gateway.faults().rules().end(name));
    }

    /** Ends every rule about messages. */
    public void end() {
        does("all message rules ended", () -> gateway.faults().rules().clear());
    }

    /** Sends an error, warning or notice that has no cause; {@code id} is -1 for the session. */
    public void send(@Nullable Integer clientId, int id, int code, String text) {
        does(
                "message sent client=" + clientId + " id=" + id + " code=" + code,
                () -> gateway.sendMessage(clientId, id, code, text));
    }

    /** Sends a message under the id of every open subscription of a kind; they stay open. */
    public void toSubscriptions(SubscriptionKind kind, @Nullable Integer clientId, int code, String text) {
        does(
                "subscription message sent kind=" + kind + " client=" + clientId + " code=" + code,
                () -> gateway.messageSubscriptions(kind, clientId, code, text));
    }

    /** Sends a next order id nobody asked for; null for the true one. */
    public void sendNextId(@Nullable Integer clientId, @Nullable Integer orderId) {
        does("next id sent client=" + clientId + " id=" + orderId, () -> gateway.sendNextId(clientId, orderId));
    }

    /** Floods every client with farm notices, so many in a second of the simulator's clock. */
    public void storm(int perSecond, @Nullable Duration length) {
        if (perSecond < 1 || perSecond > HARDEST_STORM) {
            throw new IllegalArgumentException(
                    "a storm cannot have " + perSecond + " messages a second: give 1 to " + HARDEST_STORM);
        }
        does("storm perSecond=" + perSecond + " length=" + length, () -> {
            cancelStorm();
            long last = length == null ? Long.MAX_VALUE : length.toMillis() / STORM_STEP.toMillis();
            gateway.faults().setStorm(perSecond);
            blow(perSecond, 0, last);
        });
    }

    /** The n-th gust brings as many as are missing, so that slow storms are exact, too. */
    private void blow(int perSecond, long step, long last) {
        if (step == last) {
            cancelStorm();
            return;
        }
        long due = (step + 1) * perSecond / STEPS_A_SECOND - step * perSecond / STEPS_A_SECOND;
        for (long i = 0; i < due; i++) {
            gateway.announce(FarmNotice.MARKET_DATA_OK.code(), FarmNotice.MARKET_DATA_OK.about("usfarm"));
        }
        storm = loop.after(STORM_STEP, () -> blow(perSecond, step + 1, last));
    }

    /** The storm is over. */
    public void endStorm() {
        does("storm over", this::cancelStorm);
    }

    private void cancelStorm() {
        gateway.faults().setStorm(0);
        if (storm != null) {
            storm.cancel();
            storm = null;
        }
    }

    private void does(String what, Runnable action) {
        log.info("simulator fault {}", what);
        loop.call(() -> {
            action.run();
            return null;
        });
    }
}
