package com.quanticity.ibkr.benchmarks.frames;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent;
import com.quanticity.ibkr.gateway.internal.wire.event.WireDecoder;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TapeTest {

    /** Otherwise a benchmark would measure how fast a frame is refused. */
    @ParameterizedTest
    @EnumSource
    void everyFrameIsOneTheDecoderReads(MessageKind kind) {
        Tape tape = Tape.of(kind);
        WireDecoder decoder = new WireDecoder(199);
        Set<Class<?>> events = new HashSet<>();

        for (int i = 0; i < Tape.FRAMES; i++) {
            GatewayEvent event = decoder.decode(tape.bytes(), tape.payloadStart(i), tape.payloadEnd(i));
            events.add(event.getClass());
        }

        assertThat(events)
                .isNotEmpty()
                .doesNotContain(UnreadEvent.MalformedFrame.class, UnreadEvent.UnknownMessage.class);
    }
}
