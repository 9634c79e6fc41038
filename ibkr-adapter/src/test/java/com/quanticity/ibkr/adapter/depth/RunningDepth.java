package com.quanticity.ibkr.adapter.depth;

import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.RegularCheck;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.ContractEvent.ContractDetails;
import com.quanticity.ibkr.gateway.request.ContractRequest.ReqContractDetails;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.FarmStatus;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessions;
import com.quanticity.ibkr.gateway.session.ReconnectSettings;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.session.SessionFanOut;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionGap;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.witness.SubscriptionKind;
import com.quanticity.ibkr.simulator.witness.WitnessReport.SubscriptionReport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Depth of one session against a simulated gateway; its time is the test's, everything on the wire is real. */
final class RunningDepth implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final GatewaySimulator gateway = GatewaySimulator.start(SimulatorConfig.defaults());
    private final MovableClock movable = new MovableClock();
    private final boolean isRealTime;
    private final Clock clock;
    private final RegularCheck time;
    final GatewaySession session;
    final TestDepth depth;

    RunningDepth(Map<String, Object> settings) {
        this(settings, false);
    }

    /** Everything takes the time it takes. */
    static RunningDepth inRealTime(Map<String, Object> settings) {
        return new RunningDepth(settings, true);
    }

    private RunningDepth(Map<String, Object> settings, boolean realTime) {
        Clock real = Clock.systemUTC();
        isRealTime = realTime;
        clock = realTime ? real : movable;
        SessionFanOut all = new SessionFanOut();
        session = GatewaySessions.create(
                SessionSettings.of(
                                ConnectSettings.of("127.0.0.1", gateway.port(), ClientId.of(1)), "ibkr-adapter", true)
                        .with(new ReconnectSettings(Duration.ofMillis(100), Duration.ofMillis(300), 0)),
                GatewayBindings.nativeBinding(real),
                real,
                new SimpleMeterRegistry(),
                _ -> all);
        // Late rows carry the real time, which must not lie ahead.
        movable.advance(Duration.between(movable.instant(), real.instant()).plusDays(1));
        depth = new TestDepth(session, TestDepth.settings(settings), clock);
        all.join(List.of(new Retimed(), new Resolver()));
        gateway.witness().startTranscript();
        time = new RegularCheck("depth", Duration.ofMillis(100), depth.desk::check);
        if (isRealTime) {
            time.start();
        }
        session.start();
    }

    /** Makes the contracts known by what the simulator calls them. */
    private final class Resolver implements SessionParticipant {

        @Override
        public void onStateChange(SessionEvent event) {
            if (event.state().isUsable()) {
                TestDepth.CONTRACTS.forEach(contract -> ask(contract.symbol()));
            }
        }

        @Override
        public void onEvents(EventBatch batch) {}

        private void ask(String symbol) {
            ReqContractDetails query =
                    new ReqContractDetails(session.nextRequestId(), GatewayContract.stock(symbol, "", "USD"));
            session.ask(query, PATIENCE).thenAccept(outcome -> {
                if (outcome instanceof RequestOutcome.Answered answered) {
                    int id = answered.events(ContractDetails.class)
                            .getFirst()
                            .details()
                            .contract()
                            .conId();
                    depth.resolve(List.of(TestContracts.stock(id, symbol, "ARCA", "USD")));
                }
            });
        }
    }

    /** Gives the desk everything at its own time. */
    private final class Retimed implements SessionParticipant {

        @Override
        public void onStateChange(SessionEvent event) {
            depth.desk.onStateChange(event);
        }

        @Override
        public void onGap(SessionGap gap) {
            depth.desk.onGap(gap);
        }

        @Override
        public void onFarm(FarmStatus farm) {
            depth.desk.onFarm(farm);
        }

        @Override
        public void onEvents(EventBatch batch) {
            depth.desk.onEvents(new EventBatch(batch.connection(), clock.instant(), batch.events()));
        }
    }

    /** Lets twenty milliseconds of the desk's time pass in one of the gateway's until it is so. */
    void until(BooleanSupplier condition) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    if (!isRealTime) {
                        movable.advance(STEP);
                        depth.desk.check();
                    }
                    return condition.getAsBoolean();
                });
    }

    boolean isServed(String symbol) {
        return depth.desk.book(symbol).isValid();
    }

    long servedTurns() {
        return depth.desk.turns(1_000).stream()
                .filter(turn -> turn.firstRowAt() != null)
                .count();
    }

    SubscriptionReport atGateway() {
        return gateway.witness().report().subscriptions(SubscriptionKind.DEPTH);
    }

    /** Requests for depth and their cancels as the gateway received them, {@code +9001} and {@code -9001}. */
    List<String> received() {
        return gateway.witness().transcript().stream()
                .filter(line -> line.contains(" < 10|5|") || line.contains(" < 11|1|"))
                .map(line -> line.substring(line.indexOf(" < ") + 3).split("\\|"))
                .map(fields -> (fields[0].equals("10") ? "+" : "-") + fields[2])
                .toList();
    }

    @Override
    public void close() {
        time.close();
        session.close();
        gateway.close();
    }
}
