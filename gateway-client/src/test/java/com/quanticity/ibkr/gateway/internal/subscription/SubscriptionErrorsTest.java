package com.quanticity.ibkr.gateway.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.TickEvent.MarketDataTypeNotice;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqRealTimeBars;
import com.quanticity.ibkr.gateway.request.WhatToShow;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Delayed;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Live;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Refused;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Requested;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Silent;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each error under a subscription's id does. Source: wire specification, behaviour sections 4 to 6. */
class SubscriptionErrorsTest extends RegisterFixture {

    @BeforeEach
    void subscribe() {
        want("AAPL", "MSFT");
        ready();
    }

    @Test
    void delayedDataNoticeIsALabelAndNoEnd() {
        hear(error(FIRST, 10167, "Requested market data is not subscribed. Displaying delayed market data."));
        assertThat(state("AAPL")).isEqualTo(new Requested());

        hear(new MarketDataTypeNotice(FIRST, 3), tick(FIRST));
        assertThat(state("AAPL")).isEqualTo(new Delayed());

        hear(new MarketDataTypeNotice(FIRST, 1));
        assertThat(state("AAPL")).isEqualTo(new Live());
    }

    @ParameterizedTest
    @ValueSource(ints = {10089, 10090, 10091, 300, 2152, 317})
    void streamLivesOn(int code) {
        hear(tick(FIRST), error(FIRST, code, "text"), tick(FIRST));

        assertThat(state("AAPL")).isEqualTo(new Live());
        assertThat(idOf("AAPL")).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(ints = {354, 10168, 10186, 10092, 200, 321})
    void brokerSaidNoAndIsAskedAgainSeldom(int code) {
        hear(error(FIRST, code, "Requested market data is not subscribed."));

        assertThat(state("AAPL")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.reason()).isNotBlank();
        });
        advance(Duration.ofMinutes(4));
        assertThat(requested()).filteredOn(id -> id != FIRST + 1).hasSize(1 + healingsOf("MSFT"));
        hear(tick(FIRST));
        assertThat(state("AAPL")).isInstanceOf(Refused.class);
    }

    @Test
    void refusedOneIsAskedForAgainWhenItsPauseIsOverAndNobodyIsAlarmed() {
        hear(tick(FIRST + 1), error(FIRST, 354, "Requested market data is not subscribed."));
        register.unwant("MSFT");

        advance(Duration.ofMinutes(5));

        assertThat(requested()).containsExactly(FIRST, FIRST + 1, FIRST + 2);
        assertThat(state("AAPL")).isEqualTo(new Requested());
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "102, Duplicate ticker ID",
        "322, Error processing request.-'bS' : cause - Duplicate ticker id",
        "10225, bust event",
        "10182, Failed to request live updates (disconnected).",
    })
    void asksAgainAtOnceUnderANewId(int code, String text) {
        hear(error(FIRST, code, text));
        advance(Duration.ofMillis(250));

        assertThat(idOf("AAPL")).isEqualTo(FIRST + 2);
        assertThat(cancelled()).isEmpty();

        hear(error(FIRST + 2, code, text));
        assertThat(state("AAPL")).as("the second time in a row it waits").isInstanceOf(Silent.class);
    }

    @Test
    void waitsForALineAndTakesTheOneThatIsGivenBack() {
        hear(error(FIRST, 101, "Max number of tickers has been reached"));
        assertThat(state("AAPL")).isInstanceOf(Waiting.class);

        register.unwant("MSFT");

        assertThat(requested()).containsExactly(FIRST, FIRST + 1, FIRST + 2);
        hear(tick(FIRST + 2));
        assertThat(state("AAPL")).isEqualTo(new Live());
    }

    @Test
    void triesAgainForALineAfterAWhile() {
        hear(tick(FIRST + 1), error(FIRST, 101, "Max number of tickers has been reached"));

        advance(Duration.ofSeconds(31));

        assertThat(idOf("AAPL")).isEqualTo(FIRST + 2);
        assertThat(silent).isEmpty();
    }

    @Test
    void competingSessionIsOverWhenDataComesAndTheOthersFollow() {
        hear(error(FIRST, 10197, "No market data during competing live session"));
        hear(error(FIRST + 1, 10197, "No market data during competing live session"));
        assertThat(state("AAPL"))
                .isInstanceOfSatisfying(
                        Silent.class, state -> assertThat(state.code()).isEqualTo(10197));
        assertThat(silent).as("one alarm of the session, not one each").isEmpty();

        advance(Duration.ofSeconds(20));
        hear(tick(FIRST));
        assertThat(state("AAPL")).isEqualTo(new Live());
        advance(Duration.ofSeconds(3));

        assertThat(requested()).containsExactly(FIRST, FIRST + 1, FIRST + 2);
    }

    @Test
    void competingSessionPutsThoseInDoubtThatAreNotRefusedThemselves() {
        hear(tick(FIRST), tick(FIRST + 1));
        hear(error(FIRST, 10197, "No market data during competing live session"));

        assertThat(state("MSFT")).isInstanceOf(Silent.class);
        hear(tick(FIRST + 1));
        assertThat(state("MSFT")).as("sent before it began").isInstanceOf(Silent.class);
        advance(Duration.ofSeconds(1));
        hear(tick(FIRST + 1));

        assertThat(state("MSFT")).isEqualTo(new Live());
        assertThat(state("AAPL")).isInstanceOf(Silent.class);
    }

    @Test
    void refusalWhileAFarmIsBrokenIsTheFarms() {
        hear(notice(2103, "Market data farm connection is broken:usfarm"));
        hear(error(FIRST, 354, "Requested market data is not subscribed."));

        assertThat(state("AAPL").why()).startsWith("market data farm usfarm is broken; 354");
        hear(notice(2104, "Market data farm connection is OK:usfarm"));

        assertThat(requested()).as("asked for at once").containsExactly(FIRST, FIRST + 1, FIRST + 2);
        assertThat(silent).isEmpty();
    }

    @Test
    void advisoryOfLevel1EndsBars() {
        register.want(Subscription.of(
                "bars", ReqRealTimeBars.of(0, GatewayContract.stock("AAPL", "NASDAQ", "USD"), WhatToShow.TRADES)));

        hear(error(FIRST + 2, 10089, "additional subscription"));

        assertThat(state("bars")).isInstanceOf(Refused.class);
    }

    @Test
    void lateErrorOfACancelledIdChangesNothing() {
        register.unwant("AAPL");
        want("AAPL");

        hear(error(FIRST, 354, "not subscribed"), error(FIRST, 300, "Can't find EId"));

        assertThat(state("AAPL")).isEqualTo(new Requested());
    }

    /** The other one gets no data in these tests and is asked for again and again. */
    private int healingsOf(String key) {
        return Math.max(
                0, (int) requested().stream().filter(id -> id > FIRST + 1).count());
    }
}
