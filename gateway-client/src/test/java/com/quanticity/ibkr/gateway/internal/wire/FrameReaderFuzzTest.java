package com.quanticity.ibkr.gateway.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes and however they are cut: the frames of a straightforward reading, or the refusal of a length. Real fuzzing:
 * {@code JAZZER_FUZZ=1 ./mvnw -pl gateway-client -am test -Dtest=FrameReaderFuzzTest}.
 */
class FrameReaderFuzzTest {

    /** A byte for the chunk size, then the stream. */
    static Stream<byte[]> goldenStreams() {
        return Vectors.events().limit(40).map(vector -> {
            byte[] frame = vector.bytes();
            return ByteBuffer.allocate(1 + 2 * frame.length)
                    .put((byte) (frame.length % 7))
                    .put(frame)
                    .put(frame)
                    .array();
        });
    }

    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    @MethodSource("goldenStreams")
    @FuzzTest(maxDuration = "2m")
    void cutsAnyStreamAsAPlainReaderDoes(byte[] input) throws IOException {
        check(input);
    }

    @ParameterizedTest
    @MethodSource("goldenStreams")
    void cutsAGoldenStreamAsAPlainReaderDoes(byte[] input) throws IOException {
        check(input);
    }

    private static void check(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] stream = Arrays.copyOfRange(input, 1, input.length);

        assertThat(read(stream, 1 + Math.floorMod(input[0], 64))).isEqualTo(plainly(stream));
    }

    private static List<String> read(byte[] stream, int chunk) throws IOException {
        FrameReader reader = new FrameReader();
        List<String> frames = new ArrayList<>();
        InputStream in = new SmallChunks(stream, chunk);
        try {
            do {
                while (reader.next()) {
                    frames.add(Arrays.toString(Arrays.copyOfRange(reader.bytes(), reader.start(), reader.end())));
                }
            } while (reader.fill(in) >= 0);
        } catch (FrameLengthException e) {
            frames.add("refused");
        }
        return frames;
    }

    private static List<String> plainly(byte[] stream) {
        List<String> frames = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(stream);
        while (rest.remaining() >= Integer.BYTES) {
            int length = rest.getInt();
            if (length <= 0 || length > FrameReader.MAX_PAYLOAD) {
                frames.add("refused");
                return frames;
            }
            if (length > rest.remaining()) {
                return frames;
            }
            byte[] payload = new byte[length];
            rest.get(payload);
            frames.add(Arrays.toString(payload));
        }
        return frames;
    }

    private static final class SmallChunks extends InputStream {
        private final byte[] bytes;
        private final int chunk;
        private int position;

        SmallChunks(byte[] bytes, int chunk) {
            this.bytes = bytes;
            this.chunk = chunk;
        }

        @Override
        public int read() {
            return position == bytes.length ? -1 : bytes[position++] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (position == bytes.length) {
                return -1;
            }
            int count = Math.min(Math.min(chunk, length), bytes.length - position);
            System.arraycopy(bytes, position, into, offset, count);
            position += count;
            return count;
        }
    }
}
