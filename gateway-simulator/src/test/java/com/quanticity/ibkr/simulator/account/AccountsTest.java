package com.quanticity.ibkr.simulator.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.simulator.account.AccountChoice.Chosen;
import com.quanticity.ibkr.simulator.account.AccountChoice.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {

    private static Accounts accounts(String text) {
        return new Accounts(AccountOptions.parse(text).accounts().stream()
                .map(terms -> new Account(terms, () -> LocalDate.of(2026, 3, 2)))
                .toList());
    }

    @Test
    void takesAnOrderWithoutAccountWhenThereIsOne() {
        assertThat(accounts("DU100").forOrder("")).isInstanceOf(Chosen.class);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"DU1,DU2 | '' | 435", "DF1,DU1 | '' | 436", "DF1,DU1 | DF1 | 436", "DU1,DU2 | DU3 | 321"},
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true)
    void refusesAnOrderWithoutItsAccount(String login, String account, int code) {
        assertThat(accounts(login.replace("DF1", "DF100")
                                .replace("DU1", "DU100")
                                .replace("DU2", "DU200"))
                        .forOrder(account.replace("DF1", "DF100")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void readsAccountsFromText() {
        AccountOptions options =
                AccountOptions.parse("DU100:margin:1000000,DU200:cash:50000,U300:portfolio:250000:EUR");

        assertThat(options.accounts())
                .extracting(
                        terms -> terms.code() + " " + terms.kind() + " " + terms.startCash() + " " + terms.currency())
                .containsExactly(
                        "DU100 MARGIN 1000000.00 USD", "DU200 CASH 50000.00 USD", "U300 PORTFOLIO 250000.00 EUR");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "DU100:gold | account kind gold is unknown: choose from cash, margin, portfolio",
                "DU100:cash:much | account DU100:cash:much has an amount that is not readable: write it like DU1:margin:50000.00",
                "DU100,DU100 | account DU100 is given twice: give it once",
                "DU100:cash:1:XXX | account DU100 holds XXX, which has no exchange rate: add the rate",
                "du1 | account must look like DU1234567, not du1"
            },
            delimiter = '|')
    void saysWhatIsWrongWithAnAccount(String text, String message) {
        assertThatThrownBy(() -> AccountOptions.parse(text)).hasMessage(message);
    }

    @Test
    void paysInterestOnceAMonth() {
        CashLedger ledger = new CashLedger(java.util.Map.of("USD", new BigDecimal("36000")));

        ledger.accrue(new BigDecimal("0.03"), new BigDecimal("0.06"));
        assertThat(ledger.accruedInterest("USD")).isEqualByComparingTo("3");

        ledger.payInterest();
        assertThat(ledger.balance("USD")).isEqualByComparingTo("36003");
        assertThat(ledger.accruedInterest("USD")).isZero();
    }

    @Test
    void countsRoundTripsOfADayOverFiveDays() {
        DayTrades trades = new DayTrades();
        LocalDate monday = LocalDate.of(2026, 3, 2);

        trades.onTrade(1, BigDecimal.ZERO, BigDecimal.TEN, monday);
        trades.onTrade(1, BigDecimal.TEN, BigDecimal.TEN.negate(), monday);
        assertThat(trades.remaining(BigDecimal.TEN)).isEqualTo(2);
        assertThat(trades.remaining(DayTrades.PATTERN_EQUITY)).isEqualTo(-1);

        trades.startDay(monday.plusDays(1));
        trades.onTrade(2, BigDecimal.TEN, BigDecimal.TEN.negate(), monday.plusDays(1));
        assertThat(trades.remaining(BigDecimal.TEN)).isEqualTo(2);

        trades.startDay(monday.plusDays(7));
        assertThat(trades.remaining(BigDecimal.TEN)).isEqualTo(3);
    }
}
