package com.quanticity.ibkr.gateway.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.RawFrame;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.NextValidId;
import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import com.quanticity.ibkr.gateway.event.UnreadEvent.MalformedFrame;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rest is proven by the vectors. */
class EventJsonTest {

    private static final RawFrame FRAME = RawFrame.copyOf(new byte[] {'9', 0}, 0, 2);

    @Test
    void showsAFrameThatWasNotRead() {
        Map<String, @Nullable Object> line = EventJson.toMap(new MalformedFrame(9, "field version: missing", FRAME));

        assertThat(line)
                .containsEntry("callback", null)
                .containsEntry("messageId", 9)
                .containsEntry("problem", "field version: missing")
                .containsEntry("hex", "3900");
    }

    @Test
    void showsAPriceWithItsSizeAsTwoCallbacks() {
        Map<String, @Nullable Object> line = EventJson.toMap(new TickPrice(7, 1, 18910, 2, 400, 0, 0));

        assertThat(line).containsEntry("callback", "tickPrice");
        assertThat(line.get("then"))
                .isEqualTo(List.of(
                        Map.of("callback", "tickSize", "args", Map.of("reqId", 7, "tickType", 0, "size", "400"))));
    }

    @Test
    void namesThePathOfADifference() {
        Map<String, Object> vector = Map.of("callback", "nextValidId", "args", Map.of("orderId", 8));

        assertThat(EventComparison.differences(new NextValidId(7), vector)).containsExactly("args.orderId: 7 / 8");
    }

    @Test
    void takesAnEventThatWasNotReadForADifference() {
        Map<String, Object> vector = Map.of("args", Map.of());

        assertThat(EventComparison.differences(new MalformedFrame(9, "field version: missing", FRAME), vector))
                .containsExactly("problem: field version: missing / null");
    }
}
