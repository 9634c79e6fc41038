package com.quanticity.ibkr.adapter.depth;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.adapter.depth.rotation.RotationWishes;
import com.quanticity.ibkr.adapter.depth.rotation.RotationWishes.Pin;
import com.quanticity.ibkr.adapter.depth.rotation.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DepthStoreIT {

    private static final Instant AT = Instant.parse("2026-02-27T14:30:00Z");

    @Test
    void turnsAndOrdersOutliveTheService() {
        try (TestServers servers = new TestServers(Clock.systemUTC())) {
            DepthStore store = new DepthStore(servers.database);
            List<Turn> turns = List.of(turn("SPY", 9001, 0, null), turn("QQQ", 5, 10, AT), turn("QQQ", 7, 20, AT));
            store.save(turns);
            store.save(turns);

            assertThat(store.turns(new DepthStore.Query(null, null, 10))).containsExactlyElementsOf(turns.reversed());
            assertThat(store.turns(new DepthStore.Query("QQQ", AT.plusSeconds(20), 10)))
                    .containsExactly(turns.get(1));

            assertThat(store.kept()).isEmpty();
            DepthStore.Kept kept = new DepthStore.Kept(
                    List.of("QQQ", "IWM"),
                    new RotationWishes(
                            List.of("IWM"),
                            List.of("IWM"),
                            List.of(new Pin("TSLA", AT), new Pin("NVDA", null)),
                            List.of("IWM"),
                            "looking"));
            store.save(new DepthStore.Kept(List.of(), kept.wishes()), AT);
            store.save(kept, AT);
            assertThat(store.kept()).contains(kept);
        }
    }

    private static Turn turn(String symbol, int requestId, int second, @Nullable Instant firstRowAt) {
        Instant asked = AT.plusSeconds(second);
        return new Turn(
                2,
                symbol,
                requestId,
                asked,
                Duration.ofMillis(3),
                firstRowAt,
                asked.plusMillis(9_500),
                17,
                Turn.End.SERVED,
                "");
    }
}
