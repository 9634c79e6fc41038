package com.quanticity.ibkr.gateway.internal.session;

import com.quanticity.ibkr.gateway.internal.life.Life;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.pacing.Lane;
import com.quanticity.ibkr.gateway.session.GatewayMeter;
import com.quanticity.ibkr.model.ops.AlarmKind;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What a session shows as gauges, read when they are scraped. */
final class SessionGauges {

    private SessionGauges() {}

    static void register(SessionMeters meters, Life life, BooleanSupplier ready, BooleanSupplier connected) {
        meters.gauge(GatewayMeter.CONNECTION_STATUS, () -> ready.getAsBoolean() ? 1 : 0);
        meters.gauge(GatewayMeter.CLIENT_ID_ACTIVE, () -> connected.getAsBoolean() ? 1 : 0);
        meters.gauge(GatewayMeter.MESSAGE_RATE, () -> life.lanes().messagesInTheLastSecond());
        meters.gauge(GatewayMeter.HAND_OVER_WAITING, () -> life.handOver().waitingEvents());
        meters.gauge(GatewayMeter.PENDING_REQUESTS, () -> life.pending().size());
        meters.gauge(GatewayMeter.CLOCK_SKEW, () -> clockSkewSeconds(life));
        for (AlarmKind kind : AlarmKind.values()) {
            meters.alarmGauge(kind, () -> life.alarms().active(kind));
        }
        meters.gauge(GatewayMeter.MESSAGE_FALLBACK, () -> life.lanes().isFallback() ? 1 : 0);
        meters.gauge(GatewayMeter.LEASE_PROVEN, () -> life.lease().isProven() ? 1 : 0);
        meters.gauge(GatewayMeter.ROGUE_CLIENT_IDS, () -> life.rogues().count());
        meters.gauge(GatewayMeter.MESSAGE_SLOTS, () -> life.lanes().slots());
        for (Lane lane : Lane.values()) {
            meters.laneGauge(GatewayMeter.LANE_WAITING, lane, () -> life.lanes().waiting(lane));
            meters.laneGauge(
                    GatewayMeter.LANE_OLDEST_WAIT,
                    lane,
                    () -> seconds(life.lanes().oldestWait(lane)));
        }
    }

    private static double clockSkewSeconds(Life life) {
        Duration skew = life.heartbeat().clockSkew().last();
        return skew == null ? Double.NaN : seconds(skew);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
