package com.quanticity.ibkr.simulator.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a client's byte stream into frames, whatever the TCP chunks. Called on the connection's reader thread. */
public final class FrameReader {

    private static final byte[] PRELUDE = {'A', 'P', 'I', 0};
    private static final int LARGEST = 0xFFFFFF;

    private final DataInputStream in;

    public FrameReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 16 * 1024));
    }

    /**
     * Reads the bytes every client starts with and the version offer behind them.
     *
     * @return the offer's text, such as {@code v100..200}
     * @throws ProtocolException when the peer speaks something else
     */
    public String readHello() throws IOException {
        byte[] prelude = new byte[PRELUDE.length];
        in.readFully(prelude);
        if (!Arrays.equals(prelude, PRELUDE)) {
            throw new ProtocolException("the connection does not start with API");
        }
        return new String(readPayload(in.readInt()), StandardCharsets.US_ASCII);
    }

    /**
     * Reads the next frame.
     *
     * @return its fields, or null at the orderly end of the stream
     * @throws ProtocolException when the length is not possible
     */
    public @Nullable List<String> readFrame() throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException end) {
            return null;
        }
        return split(readPayload(length));
    }

    private byte[] readPayload(int length) throws IOException {
        if (length <= 0 || length > LARGEST) {
            throw new ProtocolException("a frame cannot have " + Integer.toUnsignedString(length) + " bytes");
        }
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException("the stream ended inside a frame");
        }
        return payload;
    }

    private static List<String> split(byte[] payload) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < payload.length; i++) {
            if (payload[i] == 0) {
                fields.add(text(payload, start, i - start));
                start = i + 1;
            }
        }
        if (start < payload.length) {
            fields.add(text(payload, start, payload.length - start));
        }
        return fields;
    }

    private static String text(byte[] payload, int start, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload, start, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(payload, start, length, StandardCharsets.ISO_8859_1);
        }
    }
}
