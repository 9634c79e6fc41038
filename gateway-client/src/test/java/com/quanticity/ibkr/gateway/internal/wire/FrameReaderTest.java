package com.quanticity.ibkr.gateway.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    @Property(tries = 300)
    void anySplitOfTheStreamGivesTheSameFrames(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 300) Integer> lengths,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 90) Integer> chunks)
            throws IOException, FrameLengthException {
        List<byte[]> payloads = lengths.stream().map(FrameReaderTest::payload).toList();

        List<String> read = frames(new ChunkedStream(stream(payloads), chunks));

        assertThat(read)
                .isEqualTo(payloads.stream().map(HexFormat.of()::formatHex).toList());
    }

    @Test
    void readsAFrameMuchLargerThanItsBuffer() throws IOException, FrameLengthException {
        byte[] payload = payload(2_000_000);

        List<String> read = frames(new ByteArrayInputStream(stream(List.of(payload))));

        assertThat(read).containsExactly(HexFormat.of().formatHex(payload));
    }

    @Test
    void refusesALengthOfZero() {
        assertThatThrownBy(() -> frames(new ByteArrayInputStream(new byte[4])))
                .isInstanceOf(FrameLengthException.class)
                .hasMessageContaining("frame length 0");
    }

    @Test
    void refusesALengthBeyondTheLimit() {
        byte[] prefix =
                ByteBuffer.allocate(4).putInt(FrameReader.MAX_PAYLOAD + 1).array();

        assertThatThrownBy(() -> frames(new ByteArrayInputStream(prefix))).isInstanceOf(FrameLengthException.class);
    }

    @Test
    void refusesALengthThatLooksNegative() {
        byte[] prefix = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

        assertThatThrownBy(() -> frames(new ByteArrayInputStream(prefix)))
                .isInstanceOf(FrameLengthException.class)
                .hasMessageContaining("4294967295");
    }

    @Test
    void knowsThatTheStreamStoppedInsideAFrame() throws IOException, FrameLengthException {
        FrameReader reader = new FrameReader();
        ByteArrayInputStream in = new ByteArrayInputStream(new byte[] {0, 0, 0, 9, 1});
        reader.fill(in);

        assertThat(reader.next()).isFalse();
        assertThat(reader.fill(in)).isEqualTo(-1);
        assertThat(reader.hasPartialFrame()).isTrue();
    }

    @Test
    void doesNotReserveWhatAPrefixMerelyPromises() throws IOException, FrameLengthException {
        FrameReader reader = new FrameReader();
        reader.fill(new ByteArrayInputStream(
                ByteBuffer.allocate(4).putInt(FrameReader.MAX_PAYLOAD).array()));

        assertThat(reader.next()).isFalse();
        assertThat(reader.bytes().length).isLessThan(100_000);
    }

    private static List<String> frames(InputStream in) throws IOException, FrameLengthException {
        FrameReader reader = new FrameReader();
        List<String> frames = new ArrayList<>();
        while (reader.fill(in) >= 0) {
            while (reader.next()) {
                frames.add(HexFormat.of().formatHex(reader.bytes(), reader.start(), reader.end()));
            }
        }
        return frames;
    }

    private static byte[] payload(int length) {
        byte[] payload = new byte[length];
        for (int i = 0; i < length; i++) {
            payload[i] = (byte) (i * 31 + length);
        }
        return payload;
    }

    private static byte[] stream(List<byte[]> payloads) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] payload : payloads) {
            out.writeBytes(ByteBuffer.allocate(4).putInt(payload.length).array());
            out.writeBytes(payload);
        }
        return out.toByteArray();
    }

    /** Gives the bytes in chunks of the given lengths, over and over. */
    private static final class ChunkedStream extends InputStream {
        private final byte[] bytes;
        private final List<Integer> chunks;
        private int position;
        private int turn;

        ChunkedStream(byte[] bytes, List<Integer> chunks) {
            this.bytes = bytes;
            this.chunks = chunks;
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
            int count = Math.min(Math.min(chunks.get(turn++ % chunks.size()), length), bytes.length - position);
            byte[] chunk = Arrays.copyOfRange(bytes, position, position + count);
            System.arraycopy(chunk, 0, into, offset, count);
            position += count;
            return count;
        }
    }
}
