package com.quanticity.ibkr.gateway.internal.wire.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent.MalformedFrame;
import com.quanticity.ibkr.gateway.inspect.EventComparison;
import com.quanticity.ibkr.gateway.layout.EventLayouts;
import com.quanticity.ibkr.gateway.layout.ExpectedVector;
import com.quanticity.ibkr.gateway.layout.Layout;
import com.quanticity.ibkr.gateway.layout.RandomSource;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Frames made from the layout tables with random values come out as the same values under their names. */
class GeneratedEventsTest {

    @Provide
    Arbitrary<String> messages() {
        return Arbitraries.of(EventLayouts.names());
    }

    @Property(tries = 5_000)
    void decodesWhatTheTablesEncode(
            @ForAll("messages") String message,
            @ForAll @IntRange(min = 176, max = 200) int version,
            @ForAll long seed) {
        Layout layout = EventLayouts.of(message);
        RandomSource source = new RandomSource(new Random(seed));
        List<String> frame = layout.encode(version, source);

        GatewayEvent event = Frames.decode(version, frame.toArray());

        assertThat(event).isNotInstanceOf(UnreadEvent.class);
        assertThat(EventComparison.differences(event, ExpectedVector.of(layout, source.values())))
                .as("%s at %d: %s", message, version, frame)
                .isEmpty();
    }

    @Property(tries = 1_000)
    void keepsTheBytesOfAFrameThatLacksFields(
            @ForAll("messages") String message,
            @ForAll @IntRange(min = 176, max = 200) int version,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<String> frame = EventLayouts.of(message).encode(version, new RandomSource(random));
        Object[] shortened = frame.subList(0, random.nextInt(frame.size())).toArray();

        GatewayEvent event = Frames.decode(version, shortened);

        if (event instanceof MalformedFrame malformed) {
            assertThat(malformed.frame().toByteArray()).isEqualTo(Frames.payload(shortened));
            assertThat(malformed.problem()).startsWith("field ");
        } else {
            assertThat(message)
                    .as("only messages without members of their own can be cut")
                    .endsWith("_END");
        }
    }
}
