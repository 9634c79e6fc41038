package com.quanticity.ibkr.benchmarks.codec;

import com.quanticity.ibkr.benchmarks.frames.MessageKind;
import com.quanticity.ibkr.benchmarks.frames.Tape;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.internal.wire.event.WireDecoder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One frame to its event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBenchmark {

    /** What is decoded. */
    @Param
    public MessageKind message = MessageKind.TICK_PRICE;

    private final WireDecoder decoder = new WireDecoder(199);
    private Tape tape = Tape.of(MessageKind.TICK_PRICE);
    private int next;

    @Setup
    public void prepare() {
        tape = Tape.of(message);
    }

    @Benchmark
    public GatewayEvent decode() {
        int frame = next++ & (Tape.FRAMES - 1);
        return decoder.decode(tape.bytes(), tape.payloadStart(frame), tape.payloadEnd(frame));
    }
}
