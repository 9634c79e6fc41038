package com.quanticity.ibkr.benchmarks.official;

import com.ib.client.EJavaSignal;
import com.ib.client.EReader;
import com.ib.client.EReaderSignal;
import com.quanticity.ibkr.benchmarks.throughput.LoopbackGateway;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The same work as {@code nativeReadPath} by IB's reader, on one thread: cut a level 1 frame out of the stream and decode it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OfficialReadPathBenchmark {

    private final EReaderSignal signal = new EJavaSignal();
    private final TapeClient client = new TapeClient(new CountingWrapper(this::count), signal);
    private @Nullable LoopbackGateway gateway;
    private @Nullable EReader reader;
    private long ticks;

    private void count() {
        ticks++;
    }

    /** Its reader exists for a logged-on client only. */
    @Setup
    public void logOn() {
        gateway = LoopbackGateway.start(Clock.systemUTC());
        client.eConnect("127.0.0.1", gateway.port(), 1);
        client.readFromMemory();
        reader = new EReader(client, signal);
    }

    @Benchmark
    public long officialReadPath() throws IOException {
        EReader started = Objects.requireNonNull(reader);
        started.putMessageToQueue();
        started.processMsgs();
        return ticks;
    }

    @TearDown
    public void logOff() throws IOException {
        if (ticks == 0) {
            throw new IllegalStateException("no tick was decoded: the figures would mean nothing");
        }
        client.eDisconnect();
        Objects.requireNonNull(gateway).close();
    }
}
