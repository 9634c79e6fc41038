package com.quanticity.ibkr.benchmarks.codec;

import com.quanticity.ibkr.benchmarks.frames.EndlessTape;
import com.quanticity.ibkr.benchmarks.frames.Tape;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.internal.wire.FrameLengthException;
import com.quanticity.ibkr.gateway.internal.wire.FrameReader;
import com.quanticity.ibkr.gateway.internal.wire.event.WireDecoder;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** All that the reader thread does for one level 1 frame but for the socket: cut the frame out of the stream, decode it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadPathBenchmark {

    private final EndlessTape stream = new EndlessTape(Tape.levelOne());
    private final FrameReader frames = new FrameReader();
    private final WireDecoder decoder = new WireDecoder(199);

    @Benchmark
    public GatewayEvent nativeReadPath() throws IOException, FrameLengthException {
        while (!frames.next()) {
            frames.fill(stream);
        }
        return decoder.decode(frames.bytes(), frames.start(), frames.end());
    }
}
