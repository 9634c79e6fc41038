package com.quanticity.ibkr.gateway.internal.wire.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent;
import com.quanticity.ibkr.gateway.inspect.EventJson;
import com.quanticity.ibkr.gateway.internal.wire.Vectors;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes: one event, in time, with memory in proportion. The usual suite takes the golden frames, as they are and with
 * fields replaced. Real fuzzing, guided by coverage: {@code JAZZER_FUZZ=1 ./mvnw -pl gateway-client -am test -Dtest=DecoderFuzzTest}.
 */
class DecoderFuzzTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int VERSIONS = 25;
    private static final int LOWEST_VERSION = 176;

    /** What an event weighs, whatever the frame; instrumented classes weigh more. */
    private static final long FIXED_BYTES = 100_000;

    /** Empty elements of the smallest group weigh the most: an object of a few fields for each byte or two. */
    private static final long BYTES_FOR_EACH_BYTE = 200;

    private static final List<byte[]> GOLDEN = goldenFrames().toList();
    private static final List<String> NASTY = List.of(
            "",
            "-",
            ".",
            "-1",
            "-2",
            "2000000000",
            "2147483647",
            "99999999999999999999",
            "-9223372036854775808",
            "1E999999999",
            "1E-400",
            "1.7976931348623157E308",
            "NaN",
            "-Infinity",
            "0x10",
            "\\u00",
            "1".repeat(500),
            "\u00ff\u00fe",
            "None");

    /** One frame of each message: a byte for the version, then the payload. */
    static Stream<byte[]> goldenFrames() {
        Set<String> seen = new HashSet<>();
        return Vectors.events()
                .filter(vector -> !vector.message().equals("HELLO_ACK") && seen.add(vector.message()))
                .map(vector -> {
                    byte[] seed = Arrays.copyOfRange(vector.bytes(), 3, vector.bytes().length);
                    seed[0] = (byte) (vector.serverVersion() - LOWEST_VERSION);
                    return seed;
                });
    }

    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    @MethodSource("goldenFrames")
    @FuzzTest(maxDuration = "4m")
    void makesOneEventOfAnyPayload(byte[] input) {
        check(input);
    }

    @ParameterizedTest
    @MethodSource("goldenFrames")
    void makesOneEventOfAGoldenFrame(byte[] input) {
        check(input);
    }

    @Property(tries = 3_000)
    void makesOneEventOfABentFrame(@ForAll long seed) {
        Random random = new Random(seed);
        List<byte[]> golden = GOLDEN;
        byte[] input = golden.get(random.nextInt(golden.size()));
        String[] fields = new String(input, 1, input.length - 1, ISO_8859_1).split("\0", -1);
        for (int i = random.nextInt(3); i >= 0; i--) {
            fields[1 + random.nextInt(fields.length - 1)] = NASTY.get(random.nextInt(NASTY.size()));
        }
        check(("\0" + String.join("\0", fields))
                .replaceFirst("\0", String.valueOf((char) random.nextInt(VERSIONS)))
                .getBytes(ISO_8859_1));
    }

    private static void check(byte[] input) {
        if (input.length == 0) {
            return;
        }
        WireDecoder decoder = new WireDecoder(LOWEST_VERSION + Math.floorMod(input[0], VERSIONS));

        GatewayEvent event = decoder.decode(input, 1, input.length);

        // The first time also loads classes.
        long before = THREADS.getCurrentThreadAllocatedBytes();
        GatewayEvent again = decoder.decode(input, 1, input.length);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).isLessThan(FIXED_BYTES + BYTES_FOR_EACH_BYTE * input.length);
        assertThat(again).isEqualTo(event);
        if (event instanceof UnreadEvent unread) {
            assertThat(unread.frame().toByteArray()).isEqualTo(Arrays.copyOfRange(input, 1, input.length));
        }
        assertThat(EventJson.toMap(event)).containsKey("callback");
        assertThat(event.toString()).isNotEmpty();
    }
}
