package com.quanticity.ibkr.simulator.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.account.Account;
import com.quanticity.ibkr.simulator.account.AccountOptions;
import com.quanticity.ibkr.simulator.account.AccountOptions.AccountTerms;
import com.quanticity.ibkr.simulator.account.Accounts;
import com.quanticity.ibkr.simulator.account.Trade;
import com.quanticity.ibkr.simulator.account.worth.Instruments;
import com.quanticity.ibkr.simulator.account.worth.Marks;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ContractQuery;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {

    private static final BigDecimal START = new BigDecimal("1000000");

    private final ContractMaster contracts = ContractMaster.with(List.of());
    private final Account account = new Account(AccountTerms.margin("DU100", START), () -> LocalDate.of(2026, 1, 2));
    private final Settlements settlements = new Settlements(contracts, new AtSpot(), new Books());
    private final Lapses lapses = new Lapses();
    private final Expiry expiry = new Expiry(settlements, lapses);
    private BigDecimal spot = new BigDecimal("600");
    private final List<String> errors = new ArrayList<>();

    private ListedContract option(String symbol, String strike, String right) {
        return contracts
                .find(new ContractQuery(
                        0,
                        symbol,
                        "OPT",
                        "2026",
                        new BigDecimal(strike),
                        right,
                        "100",
                        "SMART",
                        "",
                        "USD",
                        "",
                        "",
                        false,
                        "",
                        "",
                        "",
                        List.of()))
                .getFirst();
    }

    private LocalDate lastDay(ListedContract option) {
        LocalDate day = Instruments.expiry(option);
        assertThat(day).isNotNull();
        return day == null ? LocalDate.MIN : day;
    }

    private ListedContract hold(String symbol, String strike, String right, int quantity) {
        ListedContract option = option(symbol, strike, right);
        account.book("", new Trade(option, BigDecimal.valueOf(quantity), new BigDecimal("5"), BigDecimal.ZERO));
        return option;
    }

    private BigDecimal shares(String symbol) {
        return account.position(contracts.ofSymbol(symbol)).quantity();
    }

    @ParameterizedTest
    @CsvSource({
        "550, C, 2, 200",
        "550, C, -2, -200",
        "650, P, 2, -200",
        "650, P, -2, 200",
        "650, C, 2, 0",
        "550, P, -2, 0"
    })
    void turnsStockOptionsInTheMoneyIntoShares(String strike, String right, int quantity, int expected) {
        ListedContract option = hold("SPY", strike, right, quantity);

        expiry.settle(account, lastDay(option));

        assertThat(account.position(option).isOpen()).isFalse();
        assertThat(shares("SPY")).isEqualByComparingTo(Integer.toString(expected));
    }

    @Test
    void keepsWhatHasNotExpired() {
        ListedContract option = hold("SPY", "550", "C", 1);

        expiry.settle(account, lastDay(option).minusDays(1));

        assertThat(account.position(option).isOpen()).isTrue();
    }

    @Test
    void paysIndexOptionsInMoney() {
        spot = new BigDecimal("6000");
        ListedContract option = hold("SPX", "5900", "C", 1);

        expiry.settle(account, lastDay(option));

        assertThat(account.cash()).isEqualByComparingTo("1009500");
        assertThat(account.openPositions()).isEmpty();
    }

    @Test
    void exercisesOnRequest() {
        ListedContract option = hold("SPY", "550", "C", 3);

        exercise(option, 1, 2, false);

        assertThat(errors).isEmpty();
        assertThat(shares("SPY")).isEqualByComparingTo("200");
        assertThat(account.position(option).quantity()).isEqualByComparingTo("1");
        assertThat(account.cash()).isEqualByComparingTo("888500");
    }

    @Test
    void letsLapseOnRequest() {
        ListedContract option = hold("SPY", "550", "C", 3);

        exercise(option, 2, 2, true);
        expiry.settle(account, lastDay(option));

        assertThat(shares("SPY")).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvSource({
        "SPY, 550, 1, 4, false, 322",
        "SPY, 650, 1, 1, false, 322",
        "SPY, 550, 2, 1, false, 322",
        "SPY, 550, 3, 1, false, 321",
        "SPY, 550, 1, 0, false, 321",
        "SPX, 550, 1, 1, false, 322"
    })
    void refusesWhatCannotBeExercised(
            String symbol, String strike, int action, int quantity, boolean override, String code) {
        ListedContract option = symbol.equals("SPX") ? hold("SPX", "5900", "C", 3) : hold(symbol, strike, "C", 3);

        exercise(option, action, quantity, override);

        assertThat(errors).containsExactly(code);
    }

    private void exercise(ListedContract option, int action, int quantity, boolean override) {
        new Exercises(contracts, new Accounts(List.of(account)), settlements, lapses, () -> LocalDate.of(2026, 1, 2))
                .serve(
                        new Listener(),
                        new Request.ExerciseOptions(
                                7, ContractQuery.ofId(option.conId()), action, quantity, "DU100", override));
    }

    @Test
    void settlesFuturesAtTheirLastPrice() {
        ListedContract future = contracts.ofSymbol("ES");
        account.book("", new Trade(future, BigDecimal.TWO, new BigDecimal("590"), BigDecimal.ZERO));
        assertThat(account.cash()).isEqualByComparingTo(START);

        expiry.settle(account, lastDay(future));

        assertThat(account.cash()).isEqualByComparingTo("1001000");
    }

    @Test
    void exchangesMoneyForMoney() {
        Account dollars = new Account(AccountOptions.defaults().first(), () -> LocalDate.of(2026, 1, 2));

        dollars.book(
                "",
                new Trade(
                        contracts.ofSymbol("EUR.USD"),
                        BigDecimal.valueOf(1000),
                        new BigDecimal("1.1"),
                        BigDecimal.TWO));

        assertThat(dollars.ledger().balance("EUR")).isEqualByComparingTo("1000");
        assertThat(dollars.cash()).isEqualByComparingTo("998898");
        assertThat(dollars.positions()).isEmpty();
    }

    private static final class Books implements BrokerTrades {

        @Override
        public void trade(
                Account holder, ListedContract contract, BigDecimal quantity, BigDecimal price, boolean forced) {
            holder.book("", Trade.of(contract, quantity, price));
        }

        @Override
        public void cancelOrders(Account holder) {}
    }

    private final class AtSpot implements Marks {

        @Override
        public BigDecimal of(ListedContract contract) {
            return spot;
        }

        @Override
        public @Nullable BigDecimal underlyingOf(ListedContract contract) {
            return spot;
        }
    }

    private final class Listener implements Client {

        @Override
        public int clientId() {
            return 1;
        }

        @Override
        public int version() {
            return 200;
        }

        @Override
        public void send(Event event) {}

        @Override
        public void send(byte[] frame) {}

        @Override
        public void sendMessage(int id, int code, String text) {
            sendMessage(id, code, text, "");
        }

        @Override
        public void sendMessage(int id, int code, String text, String advancedJson) {
            errors.add(Integer.toString(code));
        }
    }
}
