package com.quanticity.ibkr.adapter.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.adapter.option.PictureStore.Stored;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.OptionRight;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureStoreIT {

    private static final Instant AT = Instant.parse("2026-02-27T14:30:00Z");
    private static final SnapshotRequest REQUEST =
            new SnapshotRequest(null, LocalDate.of(2026, 3, 20), OptionRight.CALL, null, new BigDecimal("600.5"), 2);

    @Test
    void anotherStartReadsWhatWasPictured() {
        try (TestServers servers = new TestServers(Clock.systemUTC())) {
            Stored first = new Stored("key", REQUEST, view("1", "SPY", 0));
            Stored second = new Stored("other", REQUEST, view("2", "QQQ", 60));
            PictureKeeper keeper = new PictureKeeper(new PictureStore(servers.database, servers.transaction));
            keeper.keep(first);
            keeper.keep(second);
            assertThat(keeper.find("1")).as("not stored yet").contains(first.picture());
            keeper.save();
            keeper.keep(first);
            keeper.save();

            PictureKeeper later = new PictureKeeper(new PictureStore(servers.database, servers.transaction));

            assertThat(later.find("1")).contains(first.picture());
            assertThat(later.find("3")).isEmpty();
            assertThat(later.ofKey("key")).contains(first);
            assertThat(later.last(null, 9)).containsExactly(second.picture(), first.picture());
            assertThat(later.last("SPY", 9)).containsExactly(first.picture());
        }
    }

    private static SnapshotJob.View view(String id, String underlying, int second) {
        Greeks model = new Greeks(0.21, 0.5, 0.01, 0.3, -0.02, new BigDecimal("5.10"), null, new BigDecimal("600.51"));
        OptionPicture option = new OptionPicture(
                ContractId.of(77),
                underlying + " 260320C00600000",
                underlying,
                LocalDate.of(2026, 3, 20),
                new BigDecimal("600"),
                OptionRight.CALL,
                MarketDataType.LIVE,
                new BigDecimal("5.05"),
                BigDecimal.TEN,
                new BigDecimal("5.15"),
                BigDecimal.ONE,
                null,
                null,
                null,
                null,
                model,
                null,
                null,
                null,
                AT);
        return new SnapshotJob.View(
                id,
                underlying,
                SnapshotJob.State.PARTIAL,
                2,
                100,
                new BigDecimal("600.5"),
                List.of(option),
                List.of(new MissingOptions("260320C00605000", "101 no line")),
                AT.plusSeconds(second),
                AT.plusSeconds(second + 5));
    }
}
