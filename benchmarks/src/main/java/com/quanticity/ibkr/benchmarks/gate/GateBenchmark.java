package com.quanticity.ibkr.benchmarks.gate;

import com.quanticity.ibkr.adapter.gate.GateDecision;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The order gate alone, beside the state of {@link GateState}: what one decision costs, and what an order costs that comes and goes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GateBenchmark {

    private final GateState state = new GateState();
    private final Order limit = state.order("S0", Side.BUY, "500.00");
    private final Order market = state.order("S0", Side.BUY, null);
    private final Order tooLarge =
            state.order("S0", Side.BUY, "500.00").withQuantity(new BigDecimal(GateState.FAR_AWAY).add(BigDecimal.ONE));
    private Order working = limit;
    private Order changed = limit;

    /** Builds the gate and what it looks at. */
    @Setup
    public void setUp() {
        state.fill();
        state.passing(limit);
        state.passing(market);
        working = state.order("S1", Side.BUY, "499.00");
        state.works("S1", working);
        changed = working.withQuantity(new BigDecimal("12"));
    }

    /** Every check passes. */
    @Benchmark
    public GateDecision limitOrder() {
        return state.decide(limit);
    }

    /** The same without a price of its own. */
    @Benchmark
    public GateDecision marketOrder() {
        return state.decide(market);
    }

    /** A larger quantity of an order that works. */
    @Benchmark
    public GateDecision change() {
        return state.decideChange(changed);
    }

    /** Denied by a limit, the message with value and limit made. */
    @Benchmark
    public GateDecision deniedByALimit() {
        return state.decide(tooLarge);
    }

    /** As an order meets it: asked before the journal and before the wire, counted, and not counted any more when it ended. */
    @Benchmark
    public GateDecision wholeLife() {
        state.decide(limit);
        GateDecision last = state.decide(limit);
        state.works("S0", limit);
        state.ends("S0", limit);
        return last;
    }
}
