package com.quanticity.ibkr.console.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.console.streams.StreamStatusBook.Line;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.DepthTurn;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.MarketStatus.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamsPanelTest {

    private static final Instant AT = Instant.parse("2026-02-27T14:30:00Z");
    private static final DepthTurn PERMANENT = new DepthTurn(1, null);
    private static final DepthTurn TURN = new DepthTurn(2, AT.plusSeconds(10));
    private final StreamStatusBook book = new StreamStatusBook();

    @Test
    void showsSlotsFirstAndThenWhatIsNotWell() {
        tell("AAPL", "LEVEL_1", State.LIVE, "", AT);
        tell("TSLA", "LEVEL_1", State.BEHIND, "", AT);
        tell("IWM", "DEPTH", State.WAITING, "", AT);
        turn("QQQ", State.REQUESTED, "", TURN, AT);
        turn("SPY", State.LIVE, "", PERMANENT, AT);

        assertThat(book.shown()).extracting(line -> line.status().symbol()).containsExactly("SPY", "QQQ", "TSLA");
        assertThat(book.count()).isEqualTo(5);
    }

    @Test
    void saysHowLongATurnLasts() {
        turn("SPY", State.LIVE, "", PERMANENT, AT);
        turn("QQQ", State.LIVE, "", TURN, AT);

        assertThat(rows(AT.plusSeconds(7))).extracting(StreamsPanel.Row::left).containsExactly("permanent", "3.0 s");
        assertThat(rows(AT.plusSeconds(10))).extracting(StreamsPanel.Row::left).containsExactly("permanent", "over");
        assertThat(rows(AT)).extracting(StreamsPanel.Row::kind).containsExactly("depth, slot 1", "depth, slot 2");
    }

    @Test
    void aSlotThatFallsBehindKeepsItsTurnAndAGapEndsIt() {
        turn("QQQ", State.LIVE, "", TURN, AT);
        turn("QQQ", State.BEHIND, "90000 of 262144 events wait in the adapter", TURN, AT.plusSeconds(1));
        StreamsPanel.Row behind = rows(AT.plusSeconds(1)).getFirst();
        tell("QQQ", "DEPTH", State.GAP, "the session ended", AT.plusSeconds(2));
        StreamsPanel.Row gap = rows(AT.plusSeconds(2)).getFirst();

        assertThat(behind.left()).isEqualTo("9.0 s");
        assertThat(behind.reason()).startsWith("90000");
        assertThat(behind.level()).isEqualTo("caution");
        assertThat(gap.left()).isEmpty();
        assertThat(gap.level()).isEqualTo("serious");
    }

    @Test
    void anOlderWordChangesNothingAndWhatIsNotWantedIsForgotten() {
        tell("SPY", "LEVEL_1", State.SILENT, "", AT);
        tell("SPY", "LEVEL_1", State.LIVE, "", AT.minusSeconds(1));
        assertThat(book.shown()).singleElement().matches(Line::isTrouble);

        tell("SPY", "LEVEL_1", State.CANCELLED, "", AT.plusSeconds(1));
        assertThat(book.count()).isZero();
    }

    @Test
    void whatIsWellMakesRoomForWhatIsNot() {
        tell("BAD", "LEVEL_1", State.REFUSED, "354 not subscribed", AT);
        for (int i = 0; i < 5_000; i++) {
            tell("S" + i, "LEVEL_1", State.LIVE, "", AT);
        }

        assertThat(book.shown()).extracting(line -> line.status().symbol()).containsExactly("BAD");
        assertThat(book.count()).isLessThanOrEqualTo(5_000);
    }

    private List<StreamsPanel.Row> rows(Instant now) {
        return book.shown().stream().map(line -> StreamsPanel.row(line, now)).toList();
    }

    private void turn(String symbol, State state, String reason, DepthTurn turn, Instant at) {
        book.onStatus(new MarketStatus(symbol, ContractId.of(1), "DEPTH", state, reason, 1, null, null, turn, at));
    }

    private void tell(String symbol, String kind, State state, String reason, Instant at) {
        book.onStatus(new MarketStatus(symbol, ContractId.of(1), kind, state, reason, 1, null, null, at));
    }
}
