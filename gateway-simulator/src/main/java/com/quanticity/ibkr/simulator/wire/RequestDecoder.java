package com.quanticity.ibkr.simulator.wire;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns the fields of a received frame into a {@link Request}. Takes both official spellings of unset values. */
public final class RequestDecoder {

    /** Messages that older versions do not know. Source: tws-wire requests.md, "What a client must refuse locally". */
    private static final Map<String, Integer> SINCE = Map.of("REQ_CURRENT_TIME_IN_MILLIS", 197);

    private final int version;

    /** A decoder for one connection's agreed version. */
    public RequestDecoder(int version) {
        this.version = version;
    }

    public Decoded decode(List<String> frame) {
        String first = frame.isEmpty() ? "" : frame.getFirst();
        if (first.isEmpty() || !FieldType.INT.accepts(first)) {
            return new Decoded.Garbage("message id '" + first + "' is not a number");
        }
        int id = Integer.parseInt(first);
        Layout layout = Layouts.REQUESTS.withId(id);
        if (layout == null || version < SINCE.getOrDefault(layout.name(), 0)) {
            return new Decoded.Unknown(id);
        }
        try {
            Fields fields = layout.read(version, new Cursor(frame.subList(1, frame.size())));
            return new Decoded.Understood(RequestRecords.of(layout.name(), fields));
        } catch (LayoutMismatch mismatch) {
            return new Decoded.Unreadable(idOf(mismatch.readSoFar()), String.valueOf(mismatch.getMessage()));
        }
    }

    private static int idOf(Fields fields) {
        return Stream.of("reqId", "orderId")
                .filter(fields::has)
                .findFirst()
                .map(fields::integer)
                .orElse(-1);
    }
}
