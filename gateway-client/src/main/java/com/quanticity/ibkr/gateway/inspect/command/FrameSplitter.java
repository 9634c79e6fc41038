package com.quanticity.ibkr.gateway.inspect.command;

import com.quanticity.ibkr.gateway.internal.wire.FrameLengthException;
import com.quanticity.ibkr.gateway.internal.wire.FrameReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Cuts one direction of a connection into frames with their length prefix; the first of a client keeps its prelude. */
final class FrameSplitter {

    private static final byte[] PRELUDE = {'A', 'P', 'I', 0};
    private static final int PREFIX = Integer.BYTES;
    private static final int SHOWN_REST = 4_096;

    private final FrameReader frames = new FrameReader();
    private final Consumer<byte[]> onFrame;
    private byte[] head = new byte[0];
    private boolean headIsOver;

    FrameSplitter(Consumer<byte[]> onFrame) {
        this.onFrame = onFrame;
    }

    static boolean startsWithPrelude(byte[] bytes) {
        return bytes.length >= PRELUDE.length && Arrays.equals(bytes, 0, PRELUDE.length, PRELUDE, 0, PRELUDE.length);
    }

    /** A payload with its length in front. */
    static byte[] framed(byte[] payload) {
        return ByteBuffer.allocate(PREFIX + payload.length)
                .putInt(payload.length)
                .put(payload)
                .array();
    }

    /** Takes the next bytes of the stream. */
    void accept(byte[] bytes, int length) throws FrameLengthException {
        try {
            take(new ByteArrayInputStream(bytes, 0, length));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail", e);
        }
    }

    /** Everything up to the end; what is left over or cannot be followed is told. */
    void readAll(InputStream in, FrameVisitor visitor) throws IOException {
        try {
            take(in);
            if (frames.hasPartialFrame() || head.length > 0) {
                visitor.broken("ends inside a frame", HexFormat.of().formatHex(rest()));
            }
        } catch (FrameLengthException e) {
            visitor.broken(
                    e.getMessage() + "; the rest cannot be followed",
                    HexFormat.of().formatHex(rest()));
        }
    }

    private void take(InputStream in) throws IOException, FrameLengthException {
        InputStream rest = headIsOver ? in : afterHead(in);
        while (frames.fill(rest) > 0) {
            while (frames.next()) {
                emit();
            }
        }
    }

    /** A prelude has no length of its own: it stays with the frame that follows. */
    private InputStream afterHead(InputStream in) throws IOException {
        byte[] more = in.readNBytes(PRELUDE.length - head.length);
        byte[] start = ByteBuffer.allocate(head.length + more.length)
                .put(head)
                .put(more)
                .array();
        if (start.length < PRELUDE.length) {
            head = start;
            return InputStream.nullInputStream();
        }
        headIsOver = true;
        if (startsWithPrelude(start)) {
            head = start;
            return in;
        }
        head = new byte[0];
        return new SequenceInputStream(new ByteArrayInputStream(start), in);
    }

    private void emit() {
        byte[] frame = Arrays.copyOfRange(frames.bytes(), frames.start() - PREFIX, frames.end());
        if (head.length > 0) {
            frame = ByteBuffer.allocate(head.length + frame.length)
                    .put(head)
                    .put(frame)
                    .array();
            head = new byte[0];
        }
        onFrame.accept(frame);
    }

    /** Enough to recognise it by. */
    private byte[] rest() {
        byte[] rest = frames.rest();
        byte[] all = ByteBuffer.allocate(head.length + rest.length)
                .put(head)
                .put(rest)
                .array();
        return all.length > SHOWN_REST ? Arrays.copyOf(all, SHOWN_REST) : all;
    }
}
