package com.quanticity.ibkr.adapter.tickbytick;

import static com.quanticity.ibkr.adapter.tickbytick.SampleTicks.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.tickbytick.ThirdStream.Choice;
import com.quanticity.ibkr.adapter.tickbytick.ThirdStream.Chooser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ThirdStreamTest {

    private final ThirdStream third =
            new ThirdStream(List.of(TickStream.of("SPY"), TickStream.of("QQQ")), TickKind.LAST, Duration.ofSeconds(60));

    @Test
    void nobodyHasChosenAtFirst() {
        assertThat(third.at(OPEN)).isNull();
    }

    @Test
    void theFirstOrderChoosesAtOnce() {
        third.onOrder("AAPL", second(1));

        assertThat(third.at(second(1))).isEqualTo(new Choice(TickStream.of("AAPL"), Chooser.ORDERS, second(1)));
    }

    @Test
    void symbolsStreamedAnywayChangeNothing() {
        third.onOrder("AAPL", second(1));
        third.onOrder("SPY", second(2));

        assertThat(symbolAt(100)).isEqualTo("AAPL");
    }

    @Test
    void tradingInTwoSymbolsAtOnceChangesItOnceAMinuteAtMost() {
        third.onOrder("AAPL", second(0));
        assertThat(symbolAt(0)).isEqualTo("AAPL");

        third.onOrder("MSFT", second(10));
        assertThat(symbolAt(10)).isEqualTo("AAPL");
        third.onOrder("AAPL", second(20));
        third.onOrder("TSLA", second(30));
        assertThat(symbolAt(59)).isEqualTo("AAPL");
        assertThat(symbolAt(60)).isEqualTo("TSLA");
        third.onOrder("AAPL", second(61));
        assertThat(symbolAt(119)).isEqualTo("TSLA");
        assertThat(symbolAt(120)).isEqualTo("AAPL");
    }

    @Test
    void eventsReadLateDoNotTurnItBack() {
        third.onOrder("MSFT", second(10));
        third.onOrder("AAPL", second(5));

        assertThat(symbolAt(100)).isEqualTo("MSFT");
    }

    @Test
    void aPersonsChoiceHoldsUntilItIsGivenBack() {
        third.choose(new TickStream("TSLA", TickKind.BID_ASK), second(0));
        third.onOrder("AAPL", second(1));
        assertThat(third.at(second(600)))
                .isEqualTo(new Choice(new TickStream("TSLA", TickKind.BID_ASK), Chooser.REST, second(0)));

        third.follow(second(601));

        assertThat(third.at(second(601))).isEqualTo(new Choice(TickStream.of("AAPL"), Chooser.ORDERS, second(601)));
    }

    @Test
    void theSameChoiceAgainIsTheSameChoice() {
        third.choose(TickStream.of("TSLA"), second(0));
        third.choose(TickStream.of("TSLA"), second(9));

        assertThat(Objects.requireNonNull(third.at(second(9))).since()).isEqualTo(second(0));
    }

    private String symbolAt(int second) {
        return Objects.requireNonNull(third.at(second(second))).stream().symbol();
    }

    private static Instant second(int second) {
        return OPEN.plusSeconds(second);
    }
}
