package com.quanticity.ibkr.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.HistoryProgress;
import com.quanticity.ibkr.model.market.HistoryProgress.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DownloadsPanelTest {

    private static final Instant AT = Instant.parse("2026-02-27T14:30:00Z");
    private final DownloadBook book = new DownloadBook();

    @Test
    void showsWhatIsUnderWayFirst() {
        book.onProgress(progress("01", State.RUNNING, AT, 5L));
        book.onProgress(progress("02", State.DONE, AT, 0L));
        book.onProgress(progress("03", State.WAITING_PACING, AT, null));

        assertThat(book.newest(10)).extracting(HistoryProgress::jobId).containsExactly("03", "01", "02");
        assertThat(book.underWay()).isEqualTo(2);
    }

    @Test
    void anOlderWordChangesNothing() {
        book.onProgress(progress("01", State.DONE, AT, 0L));
        book.onProgress(progress("01", State.RUNNING, AT.minusSeconds(1), 1L));

        assertThat(book.newest(1)).extracting(HistoryProgress::state).containsExactly(State.DONE);
    }

    @Test
    void forgetsTheOldestThatHasEnded() {
        book.onProgress(progress("000", State.RUNNING, AT, 1L));
        for (int i = 1; i <= 200; i++) {
            book.onProgress(progress(String.format("%03d", i), State.DONE, AT, 0L));
        }

        assertThat(book.newest(300))
                .hasSize(200)
                .extracting(HistoryProgress::jobId)
                .contains("000")
                .doesNotContain("001");
    }

    @Test
    void saysWhatNobodyKnows() {
        DownloadsPanel.Row row = DownloadsPanel.row(progress("01", State.WAITING_GATEWAY, AT, null));

        assertThat(row.range()).isEqualTo("2026-02-27 – 2026-02-27");
        assertThat(row.exactRange()).isEqualTo("2026-02-27 14:30 – 2026-02-27 14:31");
        assertThat(row.requests()).isEqualTo("3 / ?");
        assertThat(row.finish()).isEqualTo("not known");
        assertThat(row.state()).isEqualTo("waiting gateway");
        assertThat(row.level()).isEqualTo("caution");
    }

    private static HistoryProgress progress(String id, State state, Instant at, @Nullable Long left) {
        return new HistoryProgress(
                id,
                "SPY",
                ContractId.of(756733),
                "1 min TRADES",
                AT,
                AT.plusSeconds(60),
                state,
                "",
                null,
                50,
                1_000,
                3,
                left,
                null,
                at);
    }
}
