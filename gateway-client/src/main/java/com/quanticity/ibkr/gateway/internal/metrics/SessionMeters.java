package com.quanticity.ibkr.gateway.internal.metrics;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.error.ErrorCode;
import com.quanticity.ibkr.gateway.internal.pacing.Lane;
import com.quanticity.ibkr.gateway.session.GatewayMeter;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionGap;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Supplier;

/** The meters of one session. Thread-safe. */
public final class SessionMeters {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter events;
    private final Counter unknownMessages;
    private final Counter malformedFrames;
    private final Counter eventsDropped;

    public SessionMeters(MeterRegistry registry, ClientId clientId) {
        this.registry = registry;
        this.tags = Tags.of("client_id", clientId.toString());
        this.events = counter(GatewayMeter.EVENTS, tags);
        this.unknownMessages = counter(GatewayMeter.UNKNOWN_MESSAGES, tags);
        this.malformedFrames = counter(GatewayMeter.MALFORMED_FRAMES, tags);
        this.eventsDropped = counter(GatewayMeter.EVENTS_DROPPED, tags);
    }

    public void events(int count) {
        events.increment(count);
    }

    public void unknownMessage() {
        unknownMessages.increment();
    }

    public void malformedFrame() {
        malformedFrames.increment();
    }

    public void eventsDropped(int count) {
        eventsDropped.increment(count);
    }

    /** Codes that nobody lists share one tag value: whatever a gateway invents, the series stay countable. */
    public void orderError(int code) {
        String tag = ErrorCode.of(code).isPresent() ? Integer.toString(code) : "unlisted";
        counter(GatewayMeter.ORDER_ERROR, Tags.of("code", tag)).increment();
    }

    public void connect(String outcome) {
        counter(GatewayMeter.CONNECTS, tags.and("outcome", outcome)).increment();
    }

    public void pacingViolation(String kind) {
        counter(GatewayMeter.PACING_VIOLATIONS, tags.and("kind", kind)).increment();
    }

    public void disconnect(CloseReason.Cause cause, Duration connected) {
        timer(GatewayMeter.CONNECTION_TIME, tags).record(connected);
        counter(GatewayMeter.DISCONNECTS, tags.and("cause", lower(cause))).increment();
    }

    public void laneWait(Lane lane, Duration waited) {
        timer(GatewayMeter.LANE_WAIT, tags.and("lane", lower(lane))).record(waited);
    }

    public void probeTime(Duration answeredAfter) {
        timer(GatewayMeter.PROBE_TIME, tags).record(answeredAfter);
    }

    public void lateEvents(int count) {
        counter(GatewayMeter.LATE_EVENTS, tags).increment(count);
    }

    public void orphanStream() {
        counter(GatewayMeter.ORPHAN_STREAMS, tags).increment();
    }

    /** Counted when it ends. */
    public void gap(SessionGap gap) {
        if (!gap.isOpen()) {
            counter(GatewayMeter.GAPS, tags.and("cause", lower(gap.cause()))).increment();
        }
    }

    public void backlogGauge(Supplier<Number> value) {
        gauge(GatewayMeter.BACKLOG, tags, value);
    }

    public void subscriptionGauges(Supplier<Collection<SubscriptionState>> states) {
        for (Class<?> state : SubscriptionState.class.getPermittedSubclasses()) {
            String name = state.getSimpleName().toLowerCase(Locale.ROOT);
            gauge(
                    GatewayMeter.SUBSCRIPTIONS,
                    tags.and("state", name),
                    () -> states.get().stream().filter(state::isInstance).count());
        }
    }

    /** One gauge for each wanted subscription: the keys are the application's and few. */
    public void subscriptionAge(SubscriptionStatus status, Supplier<Number> value) {
        Tags meterTags = tags.and("key", status.key());
        Gauge known = registry.find(GatewayMeter.SUBSCRIPTION_AGE.meterName())
                .tags(meterTags)
                .gauge();
        if (status.state() instanceof SubscriptionState.Cancelled) {
            if (known != null) {
                registry.remove(known);
            }
        } else if (status.state() instanceof SubscriptionState.Waiting && known == null) {
            gauge(GatewayMeter.SUBSCRIPTION_AGE, meterTags, value);
        }
    }

    public void gauge(GatewayMeter meter, Supplier<Number> value) {
        gauge(meter, tags, value);
    }

    public void laneGauge(GatewayMeter meter, Lane lane, Supplier<Number> value) {
        gauge(meter, tags.and("lane", lower(lane)), value);
    }

    public void alarmGauge(AlarmKind kind, Supplier<Number> value) {
        gauge(GatewayMeter.ALARMS, tags.and("kind", lower(kind)), value);
    }

    private void gauge(GatewayMeter meter, Tags meterTags, Supplier<Number> value) {
        Gauge.builder(meter.meterName(), value)
                .description(meter.meaning())
                .tags(meterTags)
                .register(registry);
    }

    private Counter counter(GatewayMeter meter, Tags meterTags) {
        return Counter.builder(meter.meterName())
                .description(meter.meaning())
                .tags(meterTags)
                .register(registry);
    }

    private Timer timer(GatewayMeter meter, Tags meterTags) {
        return Timer.builder(meter.meterName())
                .description(meter.meaning())
                .tags(meterTags)
                .register(registry);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
