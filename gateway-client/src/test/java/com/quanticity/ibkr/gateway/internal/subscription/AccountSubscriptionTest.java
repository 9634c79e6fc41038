package com.quanticity.ibkr.gateway.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.subscription.Subscription;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Live;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Requested;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Account data: confirmed by the end of an answer, renewed before it gets old. */
class AccountSubscriptionTest extends RegisterFixture {

    @Test
    void oneWithoutAnIdIsConfirmedByTheEndOfItsAnswer() {
        register.want(Subscription.of("positions", new AccountRequest.ReqPositions()));
        ready();
        assertThat(sent).containsExactly(new AccountRequest.ReqPositions());

        hear(new AccountEvent.PositionEnd());

        assertThat(state("positions")).isEqualTo(new Live());
    }

    @Test
    void renewalEndsTheOldRequestWhenTheNewOneIsConfirmed() {
        register.want(Subscription.of("summary", new AccountRequest.ReqAccountSummary(0, "All", "NetLiquidation"))
                .renewedEvery(Duration.ofSeconds(55)));
        ready();
        hear(new AccountEvent.AccountSummaryEnd(FIRST));

        advance(Duration.ofSeconds(55));
        assertThat(state("summary")).isEqualTo(new Live());
        assertThat(idOf("summary")).isEqualTo(FIRST + 1);
        assertThat(sent).hasSize(2);

        hear(new AccountEvent.AccountSummaryEnd(FIRST + 1));
        assertThat(sent).last().isEqualTo(new AccountRequest.CancelAccountSummary(FIRST));
        advance(Duration.ofSeconds(30));
        assertThat(sent).hasSize(3);
    }

    @Test
    void renewalThatIsNotAnsweredIsSilence() {
        register.want(Subscription.of("summary", new AccountRequest.ReqAccountSummary(0, "All", "NetLiquidation"))
                .renewedEvery(Duration.ofSeconds(55)));
        ready();
        hear(new AccountEvent.AccountSummaryEnd(FIRST));

        advance(Duration.ofSeconds(66));
        assertThat(silent).containsExactly("summary");
        advance(Duration.ofSeconds(5));
        hear(new AccountEvent.AccountSummaryEnd(FIRST + 2));

        assertThat(sent)
                .filteredOn(AccountRequest.CancelAccountSummary.class::isInstance)
                .containsExactly(
                        new AccountRequest.CancelAccountSummary(FIRST + 1),
                        new AccountRequest.CancelAccountSummary(FIRST));
        assertThat(healed).containsExactly("summary");
    }

    @Test
    void renewalOfOneWithoutAnIdIsConfirmedByItsAnswer() {
        register.want(
                Subscription.of("positions", new AccountRequest.ReqPositions()).renewedEvery(Duration.ofSeconds(55)));
        ready();
        hear(new AccountEvent.PositionEnd());
        advance(Duration.ofSeconds(55));
        assertThat(sent)
                .containsExactly(
                        new AccountRequest.ReqPositions(),
                        new AccountRequest.CancelPositions(),
                        new AccountRequest.ReqPositions());

        hear(new AccountEvent.PositionEnd());
        advance(Duration.ofSeconds(20));

        assertThat(state("positions")).isEqualTo(new Live());
        assertThat(silent).isEmpty();
    }

    @Test
    void accountDataThatWasNeverAnsweredIsNotBelievedAfterTheBrokerKeptIt() {
        register.want(Subscription.of("summary", new AccountRequest.ReqAccountSummary(0, "All", "NetLiquidation")));
        ready();
        register.onUnusable("session is BROKER_DOWN");
        ready();
        assertThat(state("summary")).isEqualTo(new Requested());

        advance(Duration.ofSeconds(10));
        assertThat(idOf("summary")).as("asked for anew").isEqualTo(FIRST + 1);
        hear(new AccountEvent.AccountSummaryEnd(FIRST + 1));
        assertThat(state("summary")).isEqualTo(new Live());
    }

    @Test
    void accountDataThatWasAnsweredIsBelievedAfterTheBrokerKeptIt() {
        register.want(Subscription.of("summary", new AccountRequest.ReqAccountSummary(0, "All", "NetLiquidation")));
        ready();
        hear(new AccountEvent.AccountSummaryEnd(FIRST));
        register.onUnusable("session is BROKER_DOWN");
        ready();

        assertThat(state("summary")).isEqualTo(new Live());
    }

    @Test
    void answerToSomebodyElsesQuestionConfirmsNothing() {
        ready();
        isConnected = false;
        register.want(Subscription.of("positions", new AccountRequest.ReqPositions()));
        isConnected = true;

        hear(new AccountEvent.PositionEnd());
        assertThat(state("positions")).isInstanceOf(Waiting.class);
        advance(Duration.ofSeconds(5));

        assertThat(sent).containsExactly(new AccountRequest.ReqPositions());
    }
}
