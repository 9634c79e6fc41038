package com.quanticity.ibkr.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.contract.TradingHours;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessions;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Live;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Silent;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A feed that stops in trading hours without a word from the gateway, with a real session against the simulator. */
@Timeout(60)
class SilentFeedTest {

    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final GatewaySimulator simulator = GatewaySimulator.start(SimulatorConfig.defaults());
    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GatewaySession session = GatewaySessions.create(
            settings(),
            GatewayBindings.nativeBinding(Clock.systemUTC()),
            Clock.systemUTC(),
            meters,
            _ -> new SessionListener() {
                @Override
                public void onEvents(EventBatch batch) {}

                @Override
                public void onAlarm(Alarm alarm) {
                    alarms.add(alarm);
                }
            });

    @BeforeEach
    void subscribe() {
        // Another symbol goes on all the time, so that neither the connection nor a farm looks dead; it is never
        // doubted here.
        session.subscriptions().want(level1("QQQ", "NASDAQ").withQuietAllowance(LONG));
        session.subscriptions().want(level1("SPY", "ARCA"));
        session.start();
        await().atMost(LONG).until(() -> isLive("SPY") && isLive("QQQ"));
    }

    @AfterEach
    void close() {
        session.close();
        simulator.close();
    }

    @Test
    void deadFeedRaisesOneAlarmAndClearsItWhenTheDataReturns() {
        int other = idOf("QQQ");

        simulator.faults().silence("SPY");
        await().atMost(LONG).until(() -> !session.alarms().isEmpty());
        assertThat(state("SPY")).isInstanceOfSatisfying(Silent.class, silent -> {
            assertThat(silent.code()).isNull();
            assertThat(silent.reason()).isEqualTo("no data within 0.5 s");
        });
        int before = idOf("SPY");
        await().atMost(LONG).until(() -> idOf("SPY") > before);

        simulator.faults().endSilence("SPY");
        await().atMost(LONG).until(() -> isLive("SPY"));

        await().atMost(LONG).until(() -> session.alarms().isEmpty());
        assertThat(alarms)
                .extracting(Alarm::kind, Alarm::subject, Alarm::phase)
                .containsExactly(
                        tuple(AlarmKind.SUBSCRIPTION_SILENT, "SPY", Alarm.Phase.RAISED),
                        tuple(AlarmKind.SUBSCRIPTION_SILENT, "SPY", Alarm.Phase.CLEARED));
        assertThat(idOf("QQQ")).as("the other one was left alone").isEqualTo(other);
        assertThat(lines()).containsExactlyInAnyOrder(other, idOf("SPY"));
    }

    @Test
    void deadLineIsHealedByANewRequestBeforeAnybodyIsTold() {
        int before = idOf("SPY");

        simulator.faults().silencePresentLines("SPY");
        await().atMost(LONG).until(() -> idOf("SPY") > before && isLive("SPY"));

        assertThat(alarms).isEmpty();
        assertThat(lines()).containsExactlyInAnyOrder(idOf("QQQ"), idOf("SPY"));
    }

    private List<Integer> lines() {
        return simulator.state().clients().getFirst().subscriptions().stream()
                .map(line -> line.requestId())
                .toList();
    }

    private SubscriptionState state(String key) {
        return session.subscriptions().find(key).orElseThrow().state();
    }

    private boolean isLive(String key) {
        return state(key) instanceof Live;
    }

    private int idOf(String key) {
        return session.subscriptions().find(key).orElseThrow().requestId();
    }

    private static Subscription level1(String symbol, String exchange) {
        return Subscription.of(symbol, ReqMktData.stream(0, GatewayContract.stock(symbol, exchange, "USD")));
    }

    /** The hours of a market that is open all day, as the broker writes them: what excuses silence elsewhere excuses none here. */
    private static QuietTimes inTradingHours() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String open = Stream.of(today, today.plusDays(1))
                .map(day -> "%1$tY%1$tm%1$td:0000-%2$tY%2$tm%2$td:0000".formatted(day, day.plusDays(1)))
                .collect(Collectors.joining(";"));
        TradingHours hours = TradingHours.parse("%tY%<tm%<td:CLOSED;".formatted(today.minusDays(1)) + open, "UTC");
        assertThat(hours.isOpen(Instant.now())).isTrue();
        assertThat(hours.isClosed(Instant.now().minus(Duration.ofDays(1)))).isTrue();
        return (_, at) -> hours.isClosed(at);
    }

    private SessionSettings settings() {
        return SessionSettings.of(
                        ConnectSettings.of("127.0.0.1", simulator.port(), ClientId.of(1)), "ibkr-adapter", true)
                .with(new SubscriptionSettings(
                        Duration.ofMillis(500), QUIET, Duration.ofMillis(300), QUIET, LONG, LONG, inTradingHours()));
    }
}
