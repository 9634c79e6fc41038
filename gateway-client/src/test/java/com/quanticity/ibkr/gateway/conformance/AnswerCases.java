package com.quanticity.ibkr.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.contract.GatewayContractDetails;
import com.quanticity.ibkr.gateway.event.AccountEvent.AccountSummary;
import com.quanticity.ibkr.gateway.event.AccountEvent.AccountSummaryEnd;
import com.quanticity.ibkr.gateway.event.AccountEvent.Position;
import com.quanticity.ibkr.gateway.event.AccountEvent.PositionEnd;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.CurrentTime;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ManagedAccounts;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.NextValidId;
import com.quanticity.ibkr.gateway.event.ContractEvent.ContractDetails;
import com.quanticity.ibkr.gateway.event.ContractEvent.ContractDetailsEnd;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.OrderClearing;
import com.quanticity.ibkr.gateway.request.AccountRequest.CancelAccountSummary;
import com.quanticity.ibkr.gateway.request.AccountRequest.CancelPositions;
import com.quanticity.ibkr.gateway.request.AccountRequest.ReqAccountSummary;
import com.quanticity.ibkr.gateway.request.AccountRequest.ReqPositions;
import com.quanticity.ibkr.gateway.request.ContractRequest.ReqContractDetails;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.request.SessionRequest.ReqCurrentTime;
import com.quanticity.ibkr.gateway.request.SessionRequest.ReqIds;
import com.quanticity.ibkr.gateway.request.SessionRequest.ReqManagedAccts;
import com.quanticity.ibkr.simulator.ConnectivityNotice;
import com.quanticity.ibkr.simulator.state.SimulatorState.PositionState;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions with an answer, messages of the gateway, and what is refused before it leaves. */
abstract class AnswerCases extends BindingCases {

    @Test
    void tellsTheGatewaysTime() {
        GatewayConnection connection = connect();

        send(connection, new ReqCurrentTime());

        assertThat(heard.await(CurrentTime.class)).isEqualTo(new CurrentTime(START));
    }

    @Test
    void tellsIdsAndAccountsAgain() {
        GatewayConnection connection = connect();

        send(connection, new ReqIds(1), new ReqManagedAccts());

        assertThat(heard.awaitMany(NextValidId.class, any -> true, 2)).hasSize(2);
        assertThat(heard.awaitMany(ManagedAccounts.class, any -> true, 2))
                .extracting(ManagedAccounts::accounts)
                .containsOnly(List.of("DU1234567"));
    }

    @ParameterizedTest
    @ValueSource(ints = {176, 181, 182, 186, 199})
    void describesAContractToItsEnd(int version) {
        speaking(version);
        GatewayConnection connection = connect();

        send(connection, new ReqContractDetails(20, SPY));
        heard.await(ContractDetailsEnd.class, end -> end.reqId() == 20);

        assertThat(all(ContractDetails.class)).singleElement().satisfies(answer -> {
            GatewayContractDetails details = answer.details();
            assertThat(answer.reqId()).isEqualTo(20);
            assertThat(details.contract().conId()).isEqualTo(756733);
            assertThat(details.contract().secType()).isEqualTo("STK");
            assertThat(details.contract().primaryExchange()).isEqualTo("ARCA");
            assertThat(details.contract().strike()).isNull();
            assertThat(details.contract().right()).isEmpty();
            assertThat(details.longName()).isEqualTo("SS SPDR S&P 500 ETF TRUST-US");
            assertThat(details.minTick()).isEqualByComparingTo("0.01");
            assertThat(details.minSize()).isEqualByComparingTo("0.0001");
            assertThat(details.suggestedSizeIncrement()).isEqualByComparingTo("100");
            assertThat(details.secIdList()).containsExactly(new TagValue("ISIN", "US78462F1030"));
            assertThat(details.timeZoneId()).isEqualTo("US/Eastern");
            assertThat(details.liquidHours()).startsWith("20260302:0930-20260302:1600;");
            assertThat(details.stockType()).isEqualTo("ETF");
            assertThat(details.fund()).isNull();
            assertThat(details.ineligibilityReasons()).isEmpty();
        });
    }

    @Test
    void findsAContractByItsIdAlone() {
        GatewayConnection connection = connect();

        send(connection, new ReqContractDetails(21, GatewayContract.ofId(265598, "SMART")));

        assertThat(heard.await(ContractDetails.class).details().contract().symbol())
                .isEqualTo("AAPL");
    }

    @Test
    void endsAQueryForAnUnknownContractWithItsError() {
        GatewayConnection connection = connect();

        send(connection, new ReqContractDetails(22, GatewayContract.stock("NOSUCH", "", "USD")));

        ErrorMessage error = heard.await(ErrorMessage.class, message -> message.id() == 22);
        assertThat(error.errorCode()).isEqualTo(200);
        assertThat(error.errorMsg()).isEqualTo("No security definition has been found for the request");
        assertThat(error.advancedOrderRejectJson()).isEmpty();
        assertThat(all(ContractDetailsEnd.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {193, 194})
    void knowsTheTimeOfAnErrorFromItsVersionOn(int version) {
        speaking(version);
        connect();
        simulator().announce(ConnectivityNotice.LOST);

        ErrorMessage notice = heard.await(ErrorMessage.class, message -> message.errorCode() == 1100);

        assertThat(notice.id()).isEqualTo(ErrorMessage.SESSION);
        assertThat(notice.errorMsg()).startsWith("Connectivity between IBKR");
        assertThat(notice.errorTime()).isEqualTo(version < 194 ? null : START);
    }

    @Test
    void summarisesTheAccount() {
        GatewayConnection connection = connect();

        send(connection, new ReqAccountSummary(30, "All", "NetLiquidation,AccountType"));
        heard.await(AccountSummaryEnd.class, end -> end.reqId() == 30);
        send(connection, new CancelAccountSummary(30));
        settle(connection);

        assertThat(all(AccountSummary.class))
                .containsExactly(
                        new AccountSummary(30, "DU1234567", "AccountType", "INDIVIDUAL", ""),
                        new AccountSummary(30, "DU1234567", "NetLiquidation", "1000000.00", "USD"));
        assertThat(simulator().state().clients().getFirst().accountSummaries()).isZero();
    }

    @Test
    void tellsPositionsAndTheirChanges() {
        GatewayConnection connection = connect();
        send(connection, new ReqPositions());
        heard.await(PositionEnd.class);
        int before = all(Position.class).size();

        send(
                connection,
                new PlaceOrder(
                        1,
                        SPY,
                        GatewayOrder.market("BUY", new BigDecimal("100")).build()));
        heard.await(Position.class, position -> position.position().compareTo(new BigDecimal("100")) == 0);
        PositionState real =
                simulator().state().accounts().getFirst().positions().getFirst();
        send(connection, new CancelPositions());
        settle(connection);

        Position last = all(Position.class).getLast();
        assertThat(before).isZero();
        assertThat(last.account()).isEqualTo("DU1234567");
        assertThat(last.contract().conId()).isEqualTo(756733);
        assertThat(last.contract().strike()).isNull();
        assertThat(last.avgCost()).isEqualByComparingTo(real.averageCost());
        assertThat(simulator().state().clients().getFirst().positions()).isFalse();
    }

    @Test
    void refusesTextTheWireCannotCarryAndSendsNothing() {
        GatewayConnection connection = connect();
        long received = simulator().state().messages().received();
        GatewayRequest illegal = new ReqAccountSummary(1, "All", "Größe");

        SendOutcome outcome = connection.send(illegal);

        assertThat(outcome).isInstanceOfSatisfying(SendOutcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(LocalRefusal.ILLEGAL_TEXT);
            assertThat(refused.code()).isEqualTo(579);
            assertThat(refused.message()).isNotBlank();
        });
        assertThat(connection.check(illegal))
                .hasValueSatisfying(refused -> assertThat(refused.refusal()).isEqualTo(LocalRefusal.ILLEGAL_TEXT));
        assertThat(connection.check(new ReqCurrentTime())).isEmpty();
        settle(connection);
        assertThat(simulator().state().messages().received()).isEqualTo(received + 1);
    }

    @Test
    void refusesWhatTheAgreedVersionCannotCarry() {
        speaking(182);
        GatewayConnection connection = connect();
        GatewayOrder order = GatewayOrder.limit("BUY", BigDecimal.TEN, BigDecimal.ONE)
                .clearing(new OrderClearing("", 0, "", "", "", "CUSTOMER", false, ""))
                .build();

        assertThat(connection.send(new PlaceOrder(1, SPY, order)))
                .isInstanceOfSatisfying(SendOutcome.Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(LocalRefusal.SERVER_TOO_OLD);
                    assertThat(refused.code()).isEqualTo(503);
                    assertThat(refused.message()).isNotBlank();
                });
        settle(connection);
        assertThat(simulator().state().openOrders()).isEmpty();
    }
}
