package com.quanticity.ibkr.gateway.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Cancelled;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Live;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Requested;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Silent;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Waiting;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionRegisterTest extends RegisterFixture {

    @Test
    void asksOnceTheSessionIsUsableAndBelievesDataOnly() {
        want("AAPL");
        assertThat(state("AAPL")).isInstanceOf(Waiting.class);

        ready();
        assertThat(requested()).containsExactly(FIRST);
        assertThat(state("AAPL")).isEqualTo(new Requested());

        hear(tick(FIRST));
        assertThat(state("AAPL")).isEqualTo(new Live());
        assertThat(register.find("AAPL").orElseThrow().lastDataAt()).isEqualTo(START);
    }

    @Test
    void tellsTheIdBeforeTheRequestGoesOut() {
        ready();
        want("AAPL");

        assertThat(told).extracting(SubscriptionStatus::requestId).containsExactly(0, FIRST);
        assertThat(told.getLast().connection()).isEqualTo(CONNECTION);
    }

    @Test
    void asksInOrderOfPriorityAndOnlyForAsMuchAsThereIsRoom() {
        want("LOW", "LOWER");
        register.want(level1("HIGH").withPriority(1));
        room = 2;

        ready();
        assertThat(sent)
                .extracting(request -> ((ReqMktData) request).contract().symbol())
                .containsExactly("HIGH", "LOW");
        assertThat(register.hasDue()).isTrue();

        room = 3;
        advance(Duration.ofMillis(250));
        assertThat(sent).hasSize(3);
        assertThat(register.hasDue()).isFalse();
    }

    @Test
    void wantingTheSameAgainChangesNothingAndAnotherReplacesIt() {
        ready();
        want("AAPL", "AAPL");
        hear(tick(FIRST));

        register.want(Subscription.of("AAPL", ReqMktData.stream(5, GatewayContract.stock("MSFT", "NASDAQ", "USD"))));

        assertThat(requested()).containsExactly(FIRST, FIRST + 1);
        assertThat(cancelled()).containsExactly(FIRST);
        assertThat(register.all()).hasSize(1);
    }

    @Test
    void cancelsWhatIsNotWantedAnyMore() {
        ready();
        want("AAPL");

        register.unwant("AAPL");

        assertThat(cancelled()).containsExactly(FIRST);
        assertThat(told.getLast().state()).isEqualTo(new Cancelled());
        assertThat(register.all()).isEmpty();
    }

    @Test
    void asksForEverythingUnderFreshIdsOnANewConnection() {
        want("AAPL", "MSFT");
        ready();
        hear(tick(FIRST), tick(FIRST + 1));

        register.onUnusable("session is DISCONNECTED");
        register.onStreamsLost();
        ready();
        hear(tick(FIRST));

        assertThat(requested()).containsExactly(FIRST, FIRST + 1, FIRST + 2, FIRST + 3);
        assertThat(cancelled()).isEmpty();
        assertThat(state("AAPL")).isEqualTo(new Requested());
    }

    @Test
    void keptStreamsMustProveThemselvesAndAreAskedForAnewWhenTheyDoNot() {
        want("AAPL", "MSFT");
        ready();
        hear(tick(FIRST), tick(FIRST + 1));

        register.onUnusable("session is BROKER_DOWN");
        scheduler.advance(Duration.ofSeconds(5));
        ready();
        assertThat(state("AAPL")).isEqualTo(new Requested());
        hear(tick(FIRST));
        advance(Duration.ofSeconds(10));

        assertThat(state("AAPL")).isEqualTo(new Live());
        assertThat(cancelled()).containsExactly(FIRST + 1);
        assertThat(requested()).containsExactly(FIRST, FIRST + 1, FIRST + 2);
        assertThat(silent).isEmpty();
    }

    @Test
    void dataOfAKeptStreamThatCameBeforeReadyIsProofEnough() {
        want("AAPL");
        ready();
        hear(tick(FIRST));
        register.onUnusable("session is BROKER_DOWN");
        scheduler.advance(Duration.ofSeconds(5));
        hear(tick(FIRST));

        ready();

        assertThat(state("AAPL")).isEqualTo(new Live());
    }

    @Test
    void noDataIsSilenceWithAnAlarmAndIsHealedWithGrowingPauses() {
        want("AAPL");
        ready();

        advance(Duration.ofSeconds(10));
        assertThat(state("AAPL")).isEqualTo(new Silent(null, "no data within 10 s", START.plusSeconds(15)));
        assertThat(silent).containsExactly("AAPL");

        advance(Duration.ofSeconds(5));
        assertThat(cancelled()).containsExactly(FIRST);
        assertThat(requested()).containsExactly(FIRST, FIRST + 1);
        advance(Duration.ofSeconds(10 + 10));
        assertThat(requested()).hasSize(3);

        hear(tick(FIRST + 2));
        assertThat(state("AAPL")).isEqualTo(new Live());
        assertThat(silent).hasSize(1);
        assertThat(healed).containsExactly("AAPL");
    }

    @Test
    void closedMarketIsNotSilent() {
        isQuiet.set(true);
        want("AAPL");
        ready();

        advance(Duration.ofMinutes(10));

        assertThat(state("AAPL")).isEqualTo(new Requested());
        assertThat(silent).isEmpty();
        assertThat(requested()).hasSize(1);
    }

    @Test
    void nightIsNoPauseAndAFeedThatIsDeadInTheMorningIsFoundAsSoonAsEver() {
        want("AAPL");
        ready();
        hear(tick(FIRST));
        isQuiet.set(true);
        advance(Duration.ofHours(3));
        isQuiet.set(false);

        advance(Duration.ofSeconds(59));
        assertThat(requested()).as("its first data of the day may come").hasSize(1);
        advance(Duration.ofSeconds(1));
        assertThat(requested()).hasSize(2);
        hear(tick(FIRST + 1));
        advance(Duration.ofSeconds(120 + 10));

        assertThat(silent).containsExactly("AAPL");
    }

    @Test
    void pausingStreamIsAskedForAnewBeforeAnybodyIsTold() {
        want("AAPL");
        ready();
        hear(tick(FIRST));

        advance(Duration.ofSeconds(60));
        assertThat(requested()).containsExactly(FIRST, FIRST + 1);
        assertThat(cancelled()).containsExactly(FIRST);
        assertThat(silent).isEmpty();

        hear(tick(FIRST + 1));
        advance(Duration.ofSeconds(110));
        assertThat(requested())
                .as("a quiet market is asked for less and less often")
                .hasSize(2);
        advance(Duration.ofSeconds(10));
        assertThat(requested()).hasSize(3);
    }

    @Test
    void fastStreamIsMissedSoonerAndASlowOneLater() {
        want("FAST", "SLOW");
        ready();
        for (int i = 0; i < 300; i++) {
            scheduler.advance(Duration.ofMillis(250));
            hear(tick(FIRST), tick(FIRST + 1));
        }
        advance(Duration.ofMillis(250));
        assertThat(allowedPause("FAST")).isEqualTo(Duration.ofSeconds(15));

        for (int i = 0; i < 300; i++) {
            for (int second = 0; second < 40; second += 10) {
                scheduler.advance(Duration.ofSeconds(10));
                hear(tick(FIRST));
            }
            hear(tick(FIRST + 1));
        }
        advance(Duration.ofMillis(250));

        assertThat(allowedPause("FAST")).isEqualTo(Duration.ofMillis(4 * 16_384));
        assertThat(allowedPause("SLOW")).isEqualTo(Duration.ofMillis(4 * 65_536));
        assertThat(requested()).containsExactly(FIRST, FIRST + 1);
    }

    private @Nullable Duration allowedPause(String key) {
        return register.find(key).orElseThrow().allowedPause();
    }

    @Test
    void deadStreamIsSilentSoonAfterItPaused() {
        want("AAPL");
        ready();
        hear(tick(FIRST));

        advance(Duration.ofSeconds(70));

        assertThat(silent).containsExactly("AAPL");
    }

    @Test
    void farmThatCameBackMustDeliverWithinSeconds() {
        want("AAPL", "MSFT");
        register.want(level1("ESTX").withFarm("eufarm"));
        ready();
        hear(tick(FIRST), tick(FIRST + 1), tick(FIRST + 2));

        hear(notice(2103, "Market data farm connection is broken:usfarm"));
        scheduler.advance(Duration.ofSeconds(3));
        hear(notice(2104, "Market data farm connection is OK:usfarm"));
        scheduler.advance(Duration.ofSeconds(1));
        hear(tick(FIRST + 1));
        advance(Duration.ofSeconds(3));

        assertThat(requested()).containsExactly(FIRST, FIRST + 1, FIRST + 2, FIRST + 3);
        assertThat(cancelled()).containsExactly(FIRST);
    }

    @Test
    void brokenFarmSilencesWhatItMayServeUntilDataProvesTheContrary() {
        want("AAPL", "MSFT");
        register.want(level1("ESTX").withFarm("eufarm"));
        ready();
        hear(tick(FIRST), tick(FIRST + 1), tick(FIRST + 2));

        hear(notice(2103, "Market data farm connection is broken:usfarm"));
        hear(tick(FIRST + 1));
        assertThat(state("AAPL").why()).isEqualTo("market data farm usfarm is broken");
        assertThat(state("MSFT")).as("its tick was under way").isInstanceOf(Silent.class);
        assertThat(state("ESTX")).isEqualTo(new Live());

        advance(Duration.ofSeconds(1));
        hear(tick(FIRST + 1));
        assertThat(state("MSFT")).as("served by another farm").isEqualTo(new Live());
        advance(Duration.ofSeconds(50));
        assertThat(requested()).as("nothing is asked of a broken farm").hasSize(3);

        hear(notice(2104, "Market data farm connection is OK:usfarm"), tick(FIRST));
        assertThat(state("AAPL")).isEqualTo(new Live());
        assertThat(silent).as("one alarm of the farm, not one each").isEmpty();
    }

    @Test
    void oneThatIsWantedWhileAFarmIsBrokenBlamesIt() {
        ready();
        hear(notice(2103, "Market data farm connection is broken:usfarm"));
        want("AAPL");
        advance(Duration.ofSeconds(11));

        assertThat(state("AAPL").why()).isEqualTo("market data farm usfarm is broken");
        assertThat(silent).isEmpty();
    }

    @Test
    void farmNoticesOfTheStartBurstAskForNothing() {
        want("AAPL");
        ready();
        hear(tick(FIRST));

        hear(notice(2104, "Market data farm connection is OK:usfarm"));
        advance(Duration.ofSeconds(5));

        assertThat(requested()).hasSize(1);
    }

    @Test
    void goesOnLaterWhenTheConnectionEndedMeanwhile() {
        ready();
        isConnected = false;
        want("AAPL");

        assertThat(state("AAPL")).isInstanceOf(Waiting.class);
        isConnected = true;
        advance(Duration.ofSeconds(5));
        assertThat(requested()).hasSize(1);
    }

    @Test
    void asksForNothingAfterClose() {
        register.onClose();
        ready();
        want("AAPL");
        advance(Duration.ofSeconds(5));

        assertThat(sent).isEmpty();
    }
}
