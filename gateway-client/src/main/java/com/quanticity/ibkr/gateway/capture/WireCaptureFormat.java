package com.quanticity.ibkr.gateway.capture;

import com.quanticity.ibkr.gateway.capture.WireTap.Direction;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The file format of a wire capture: ASCII text, one frame a line, in the order in which the frames passed.
 *
 * <pre>
 * # ibkr-wire-capture 1
 * 2026-04-13T19:27:04.123456Z out 0 415049000000000976313030...
 * 2026-04-13T19:27:04.125001Z in 0 0000002432303000...
 * 2026-04-13T19:27:04.125377Z out 200 000000083731003200370000
 * # 3 frames dropped
 * </pre>
 *
 * Columns, separated by one blank: time in UTC, {@code in} (gateway to client) or {@code out}, agreed protocol level (0 during the
 * handshake), and the bytes in hex with their length prefix. The first frame of every connection is {@code out 0} and begins with the
 * prelude {@code API\0}. Lines that begin with {@code #} are remarks; the first line of a file is {@link #HEADER}. Account numbers are
 * replaced by others of the same length, so that frames stay valid.
 */
public final class WireCaptureFormat {

    /** First line of a file. */
    public static final String HEADER = "# ibkr-wire-capture 1";

    private static final HexFormat HEX = HexFormat.of();
    private static final int COLUMNS = 4;

    private WireCaptureFormat() {}

    /** The line of one frame, without a line break. */
    public static String line(CapturedFrame frame) {
        return frame.at() + " " + frame.direction().name().toLowerCase(Locale.ROOT) + " " + frame.version() + " "
                + HEX.formatHex(frame.bytes());
    }

    /** A remark that readers pass over. */
    public static String remark(String text) {
        return "# " + text.replaceAll("\\s+", " ");
    }

    /**
     * Reads one line; empty for remarks and blank lines.
     *
     * @throws IllegalArgumentException when the line is neither a frame nor a remark
     */
    public static Optional<CapturedFrame> parse(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return Optional.empty();
        }
        String[] columns = line.strip().split(" ");
        if (columns.length != COLUMNS) {
            throw unreadable(line, "has " + columns.length + " columns");
        }
        try {
            return Optional.of(new CapturedFrame(
                    Instant.parse(columns[0]),
                    direction(columns[1]),
                    Integer.parseInt(columns[2]),
                    HEX.parseHex(columns[3])));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw unreadable(line, String.valueOf(e.getMessage()));
        }
    }

    private static Direction direction(String column) {
        return switch (column) {
            case "in" -> Direction.IN;
            case "out" -> Direction.OUT;
            default -> throw new IllegalArgumentException("direction '" + column + "'");
        };
    }

    private static IllegalArgumentException unreadable(String line, String problem) {
        String shown = line.length() > 80 ? line.substring(0, 80) + "..." : line;
        return new IllegalArgumentException("not a line of a wire capture (" + problem
                + "); expected 'TIME in|out VERSION HEX', was '" + shown + "'");
    }
}
