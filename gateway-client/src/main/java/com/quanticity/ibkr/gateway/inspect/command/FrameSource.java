package com.quanticity.ibkr.gateway.inspect.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.quanticity.ibkr.gateway.capture.CapturedFrame;
import com.quanticity.ibkr.gateway.capture.WireCaptureFormat;
import com.quanticity.ibkr.gateway.capture.WireTap.Direction;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Reads frames from whatever people have: a wire capture, lines of hex, or the raw bytes of one direction of a connection. Which of
 * them it is shows in the first bytes.
 *
 * @param direction of hex and raw bytes, which do not say it
 * @param version of hex and raw bytes, 0 = not given
 */
record FrameSource(Direction direction, int version) {

    private static final int LOOK_AHEAD = 64;

    void read(InputStream input, FrameVisitor visitor) throws IOException {
        BufferedInputStream in = new BufferedInputStream(input);
        in.mark(LOOK_AHEAD);
        String start = new String(in.readNBytes(LOOK_AHEAD), ISO_8859_1);
        in.reset();
        if (start.startsWith(WireCaptureFormat.HEADER)) {
            readCapture(lines(in), visitor);
            return;
        }
        if (version == 0) {
            throw new UsageException("--version is missing: write the agreed server version, 176 to 200; only a wire"
                    + " capture brings its own");
        }
        if (start.chars().anyMatch(c -> c < '\t')) {
            FrameSplitter splitter = new FrameSplitter(bytes -> visitor.frame(untimed(bytes), false));
            splitter.readAll(in, visitor);
        } else {
            readHex(lines(in), visitor);
        }
    }

    private static void readCapture(BufferedReader lines, FrameVisitor visitor) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            try {
                WireCaptureFormat.parse(line).ifPresent(frame -> visitor.frame(frame, true));
            } catch (IllegalArgumentException e) {
                visitor.broken(String.valueOf(e.getMessage()), line);
            }
        }
    }

    private void readHex(BufferedReader lines, FrameVisitor visitor) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String hex = line.replaceAll("\\s", "");
            if (!hex.isEmpty() && !hex.startsWith("#")) {
                readHexLine(hex, visitor);
            }
        }
    }

    private void readHexLine(String hex, FrameVisitor visitor) throws IOException {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            visitor.broken("not hex: " + e.getMessage(), hex);
            return;
        }
        // The text of a payload never begins with a zero byte, a length prefix always does.
        byte[] framed = bytes[0] == 0 || FrameSplitter.startsWithPrelude(bytes) ? bytes : FrameSplitter.framed(bytes);
        FrameSplitter splitter = new FrameSplitter(frame -> visitor.frame(untimed(frame), false));
        splitter.readAll(new ByteArrayInputStream(framed), visitor);
    }

    private CapturedFrame untimed(byte[] bytes) {
        return new CapturedFrame(Instant.EPOCH, direction, FrameSplitter.startsWithPrelude(bytes) ? 0 : version, bytes);
    }

    private static BufferedReader lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, ISO_8859_1));
    }
}
