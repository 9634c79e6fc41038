package com.quanticity.ibkr.simulator.control;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.state.SimulatorState;
import com.quanticity.ibkr.simulator.state.SimulatorState.ClientState;
import com.quanticity.ibkr.simulator.state.SimulatorState.SymbolState;
import com.quanticity.ibkr.simulator.witness.WitnessReport;
import com.quanticity.ibkr.simulator.witness.WitnessReport.SubscriptionReport;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** Every meter of the simulator, without tags. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
enum SimulatorMeter {
    CLIENTS(
            "simulator.clients",
            "running sessions",
            false,
            state -> state.clients().size()),
    FRAMES_QUEUED(
            "simulator.frames.queued",
            "frames that clients have not taken yet",
            false,
            state ->
                    state.clients().stream().mapToInt(ClientState::framesQueued).sum()),
    OPEN_ORDERS(
            "simulator.orders.open",
            "orders that can still trade",
            false,
            state -> state.openOrders().size()),
    MESSAGES_RECEIVED(
            "simulator.messages.received",
            "messages of all clients",
            true,
            state -> state.messages().received()),
    MESSAGES_UNREADABLE(
            "simulator.messages.unreadable",
            "messages that do not fit their layout",
            true,
            state -> state.messages().unreadable()),
    MESSAGES_TOO_FAST(
            "simulator.messages.too.fast",
            "messages lost to the message rate",
            true,
            state -> state.messages().tooFast()),
    MESSAGES_IGNORED(
            "simulator.messages.ignored",
            "messages the simulator does not serve",
            true,
            state -> state.messages().ignored().values().stream()
                    .mapToLong(Long::longValue)
                    .sum()),
    MARKET_ROWS(
            "simulator.market.rows",
            "quote rows played",
            true,
            state -> state.market().symbols().stream()
                    .mapToLong(SymbolState::rowsPlayed)
                    .sum()),
    FAILED_TASKS(
            "simulator.tasks.failed", "unexpected failures, each is in the log", true, SimulatorState::failedTasks),
    TICK_FRAMES(
            "simulator.market.frames",
            "tick frames sent",
            true,
            state -> state.market().symbols().stream()
                    .mapToLong(SymbolState::framesSent)
                    .sum()),
    FAULTS_ACTIVE(
            "simulator.faults.active",
            "kinds of faults that are switched on, over all gateways",
            false,
            state -> state.gateways().stream()
                    .mapToInt(gateway -> gateway.activeFaults().size())
                    .sum()),
    ORDERS_SEEN(
            "simulator.witness.orders",
            "orders accepted since the start",
            report -> report.orders().size()),
    FILLS_SEEN(
            "simulator.witness.fills",
            "executions that stand, busted ones left out",
            report -> report.fills().size()),
    LIMITS_HIT(
            "simulator.witness.limits.hit",
            "requests answered by the code of a limit",
            report -> report.limitsHit().values().stream()
                    .mapToLong(Long::longValue)
                    .sum()),
    SUBSCRIPTIONS_OPENED(
            "simulator.witness.subscriptions",
            "subscriptions of all kinds opened since the start",
            report -> report.subscriptions().values().stream()
                    .mapToLong(SubscriptionReport::ever)
                    .sum()),
    MESSAGES_SENT(
            "simulator.witness.messages.sent",
            "messages that really went out to clients",
            report -> report.clients().stream()
                    .flatMap(client -> client.sent().values().stream())
                    .mapToLong(Long::longValue)
                    .sum());

    private final String meterName;
    private final String meaning;
    private final boolean onlyGrows;
    private final ToDoubleFunction<GatewaySimulator> value;

    SimulatorMeter(String meterName, String meaning, boolean onlyGrows, ToDoubleFunction<SimulatorState> value) {
        this.meterName = meterName;
        this.meaning = meaning;
        this.onlyGrows = onlyGrows;
        this.value = from -> value.applyAsDouble(from.state());
    }

    /** A count of the witness. */
    SimulatorMeter(String meterName, String meaning, ToDoubleFunction<WitnessReport> value) {
        this.meterName = meterName;
        this.meaning = meaning;
        this.onlyGrows = true;
        this.value = from -> value.applyAsDouble(from.witness().report());
    }

    static void bindAll(GatewaySimulator simulator, MeterRegistry registry) {
        for (SimulatorMeter meter : values()) {
            meter.bind(simulator, registry);
        }
    }

    private void bind(GatewaySimulator simulator, MeterRegistry registry) {
        if (onlyGrows) {
            FunctionCounter.builder(meterName, simulator, value)
                    .description(meaning)
                    .register(registry);
        } else {
            Gauge.builder(meterName, simulator, value).description(meaning).register(registry);
        }
    }
}
