package com.quanticity.ibkr.gateway.internal.wire.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent;
import com.quanticity.ibkr.gateway.inspect.EventComparison;
import com.quanticity.ibkr.gateway.internal.wire.Handshake;
import com.quanticity.ibkr.gateway.internal.wire.Vectors;
import com.quanticity.ibkr.gateway.internal.wire.Vectors.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventVectorTest {

    static Stream<Vector> messages() {
        return Vectors.events().filter(vector -> !vector.message().equals("HELLO_ACK"));
    }

    static Stream<Vector> acks() {
        return Vectors.events().filter(vector -> vector.message().equals("HELLO_ACK"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void decodesTheFrameIntoTheCallbacksOfTheVector(Vector vector) {
        GatewayEvent event = decode(vector);

        assertThat(event).isNotInstanceOf(UnreadEvent.class);
        assertThat(EventComparison.differences(event, vector.members())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("acks")
    void readsTheHandshakeAnswer(Vector vector) {
        byte[] frame = vector.bytes();

        assertThat(Handshake.readAck(frame, 4, frame.length))
                .contains(new Handshake.Ack(
                        vector.serverVersion(), (String) vector.args().getOrDefault("connectionTime", "")));
    }

    private static GatewayEvent decode(Vector vector) {
        byte[] frame = vector.bytes();
        return new WireDecoder(vector.serverVersion()).decode(frame, 4, frame.length);
    }
}
