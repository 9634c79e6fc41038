package com.quanticity.ibkr.adapter.tickbytick;

import static com.quanticity.ibkr.adapter.tickbytick.SampleTicks.OPEN;
import static com.quanticity.ibkr.adapter.tickbytick.SampleTicks.trades;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.market.TickByTick.Trade;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastTicksTest {

    private final PastTicks past = new PastTicks(100);

    @Test
    void everythingOfTheFirstPrefixIsNew() {
        assertThat(news(true, "1 450", "1 450", "2 451")).containsExactly("1 450", "1 450", "2 451");
    }

    @Test
    void whatWasHeardBeforeALossIsNotToldAgain() {
        hear("1 450", "2 451", "2 451", "3 452");
        past.onRequested();

        assertThat(news(false, "2 451", "2 451", "3 452", "4 453")).containsExactly("4 453");
    }

    @Test
    void equalTradesOfOneSecondAreCounted() {
        hear("1 450", "2 451", "2 451", "2 451");
        past.onRequested();

        assertThat(news(false, "1 450", "2 451", "2 451", "2 451", "2 451", "2 451"))
                .containsExactly("2 451", "2 451");
    }

    @Test
    void aCutOffSecondThatWasNotHeardToItsEndIsToldAgain() {
        hear("1 450", "2 451", "2 452");
        past.onRequested();

        assertThat(news(true, "2 452", "3 453")).containsExactly("2 452", "3 453");
    }

    @Test
    void aCutOffSecondThatWasHeardFromBeforeToAfterIsKnown() {
        hear("1 450", "2 451", "3 452");
        past.onRequested();

        assertThat(news(true, "2 451", "3 452", "4 453")).containsExactly("4 453");
    }

    @Test
    void aTradeThatWasNotHeardIsNewWhereverItStands() {
        hear("1 450", "2 451", "3 452");
        past.onRequested();

        assertThat(news(true, "2 451", "2 999", "3 452")).containsExactly("2 999");
    }

    @Test
    void theSamePriceWrittenOtherwiseIsTheSame() {
        hear("1 450.10", "2 451");
        past.onRequested();

        assertThat(news(false, "1 450.1", "2 451")).isEmpty();
    }

    @Test
    void severalLossesInARowAddUp() {
        hear("1 450", "2 451");
        past.onRequested();
        news(false, "1 450", "2 451", "3 452");
        hear("4 453");
        past.onRequested();

        assertThat(news(true, "3 452", "4 453", "5 454")).containsExactly("5 454");
    }

    @Test
    void remembersNoMoreThanAPrefixCanHoldAndWholeSeconds() {
        PastTicks few = new PastTicks(2);
        trades(false, "1 450", "2 451", "2 452", "3 453").forEach(few::onLive);
        few.onRequested();

        assertThat(few.news(trades(true, "1 450", "2 451", "2 452", "3 453"), false))
                .extracting(PastTicksTest::text)
                .containsExactly("1 450");
    }

    private void hear(String... texts) {
        trades(false, texts).forEach(past::onLive);
    }

    private List<String> news(boolean isCutOff, String... texts) {
        return past.news(trades(true, texts), isCutOff).stream()
                .map(PastTicksTest::text)
                .toList();
    }

    private static String text(TickByTick tick) {
        return tick.brokerTime().getEpochSecond() - OPEN.getEpochSecond() + " "
                + ((Trade) tick).price().toPlainString();
    }
}
