package com.quanticity.ibkr.benchmarks.codec;

import com.quanticity.ibkr.gateway.internal.wire.request.WireEncoder;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One request to its frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EncodeBenchmark {

    /** What is encoded. */
    @Param
    public RequestKind request = RequestKind.REQ_MKT_DATA;

    private final WireEncoder encoder = new WireEncoder(200);
    private GatewayRequest value = RequestKind.REQ_MKT_DATA.request();

    @Setup
    public void prepare() {
        value = request.request();
    }

    @Benchmark
    public WireEncoder.Encoded encode() {
        return encoder.encode(value);
    }
}
