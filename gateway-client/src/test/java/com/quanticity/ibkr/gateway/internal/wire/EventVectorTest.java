package com.quanticity.ibkr.gateway.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent;
import com.quanticity.ibkr.gateway.internal.wire.Vectors.Vector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventVectorTest {

    private static final Set<String> SPOKEN = Set.of(
            "NEXT_VALID_ID",
            "MANAGED_ACCTS",
            "ERR_MSG",
            "CURRENT_TIME",
            "TICK_PRICE",
            "TICK_SIZE",
            "TICK_GENERIC",
            "TICK_STRING",
            "TICK_REQ_PARAMS",
            "TICK_SNAPSHOT_END",
            "MARKET_DATA_TYPE",
            "CONTRACT_DATA",
            "CONTRACT_DATA_END",
            "ACCOUNT_SUMMARY",
            "ACCOUNT_SUMMARY_END",
            "POSITION_DATA",
            "POSITION_END",
            "ORDER_STATUS",
            "OPEN_ORDER",
            "OPEN_ORDER_END",
            "COMPLETED_ORDER",
            "COMPLETED_ORDERS_END",
            "EXECUTION_DATA",
            "EXECUTION_DATA_END",
            "COMMISSION_REPORT");

    static Stream<Vector> spoken() {
        return Vectors.events().filter(vector -> SPOKEN.contains(vector.message()));
    }

    static Stream<Vector> notSpoken() {
        return Vectors.events()
                .filter(vector ->
                        !SPOKEN.contains(vector.message()) && !vector.message().equals("HELLO_ACK"));
    }

    static Stream<Vector> acks() {
        return Vectors.events().filter(vector -> vector.message().equals("HELLO_ACK"));
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void decodesTheFrameIntoTheCallbacksOfTheVector(Vector vector) {
        List<EventView> views = EventView.of(decode(vector)).stream()
                .map(EventVectorTest::comparable)
                .toList();

        assertThat(views).isEqualTo(expected(vector));
    }

    @ParameterizedTest
    @MethodSource("notSpoken")
    void reportsAMessageItDoesNotSpeakAsUnknown(Vector vector) {
        assertThat(decode(vector)).isInstanceOf(UnreadEvent.UnknownMessage.class);
    }

    @ParameterizedTest
    @MethodSource("acks")
    void readsTheHandshakeAnswer(Vector vector) {
        byte[] frame = vector.bytes();

        assertThat(Handshake.readAck(frame, 4, frame.length))
                .contains(new Handshake.Ack(
                        vector.serverVersion(), (String) vector.args().getOrDefault("connectionTime", "")));
    }

    @Test
    void coversEveryMessageOfThisCut() {
        List<String> messages = spoken().map(Vector::message).distinct().toList();

        assertThat(messages).containsAll(SPOKEN);
    }

    private static GatewayEvent decode(Vector vector) {
        byte[] frame = vector.bytes();
        return new WireDecoder(vector.serverVersion()).decode(frame, 4, frame.length);
    }

    private static List<EventView> expected(Vector vector) {
        List<EventView> views = new ArrayList<>();
        views.add(comparable(new EventView(vector.callback(), VectorMembers.ofVector(vector.args()))));
        for (Map<String, Object> next : vector.then()) {
            @SuppressWarnings("unchecked")
            Map<String, Object> args = (Map<String, Object>) next.getOrDefault("args", Map.of());
            views.add(comparable(new EventView(String.valueOf(next.get("callback")), VectorMembers.ofVector(args))));
        }
        return views;
    }

    /** Callback arguments hold zeros where our events hold null or zero; the vector's order repeats its id. */
    private static EventView comparable(EventView view) {
        Map<String, Object> args = new LinkedHashMap<>();
        view.args().forEach((name, value) -> {
            if (!isZero(value)) {
                args.put(name, value instanceof Map<?, ?> object && name.equals("order") ? order(object) : value);
            }
        });
        if (args.get("accountsList") instanceof String accounts && accounts.endsWith(",")) {
            args.put("accountsList", accounts.substring(0, accounts.length() - 1));
        }
        return new EventView(view.callback(), new java.util.TreeMap<>(args));
    }

    private static boolean isZero(Object value) {
        return value instanceof BigDecimal number && number.signum() == 0;
    }

    /** The id of an open order is in the event; an answer never says transmit, its default is true. */
    private static Map<String, Object> order(Map<?, ?> order) {
        Map<String, Object> members = new java.util.TreeMap<>();
        order.forEach((name, value) -> members.put((String) name, value));
        return new java.util.TreeMap<>(VectorMembers.without(members, "orderId"));
    }
}
