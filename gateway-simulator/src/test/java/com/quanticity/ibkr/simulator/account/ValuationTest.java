package com.quanticity.ibkr.simulator.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.quanticity.ibkr.simulator.account.AccountOptions.AccountTerms;
import com.quanticity.ibkr.simulator.account.worth.OptionPrices;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.pricing.OptionModel;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuationTest {

    private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final BigDecimal TEN_THOUSAND = new BigDecimal("10000");

    private final ListedContract ibm = ContractMaster.with(List.of()).ofSymbol("IBM");
    private final TestMarks marks = new TestMarks().set("IBM", "60");
    private final Valuation valuation =
            new Valuation(marks, AccountOptions.defaults(), new OptionPrices(new OptionModel(0.04, 0), CLOCK), CLOCK);

    private static Account account(AccountKind kind) {
        return new Account(AccountTerms.of("DU1", kind, TEN_THOUSAND), () -> LocalDate.of(2026, 3, 2));
    }

    private Account holding(AccountKind kind, String shares) {
        Account account = account(kind);
        account.book("", new Trade(ibm, new BigDecimal(shares), new BigDecimal("60"), BigDecimal.ZERO));
        return account;
    }

    private Map<String, TagValue> tags(Account account) {
        return AccountTags.summary(valuation.of(account));
    }

    private static TagValue dollars(String tag, String amount) {
        return new TagValue(tag, amount, "USD");
    }

    @Test
    void lendsHalfToAMarginAccount() {
        assertThat(tags(holding(AccountKind.MARGIN, "100")))
                .containsEntry("NetLiquidation", dollars("NetLiquidation", "10000.00"))
                .containsEntry("AvailableFunds", dollars("AvailableFunds", "7000.00"))
                .containsEntry("ExcessLiquidity", dollars("ExcessLiquidity", "8500.00"))
                .containsEntry("BuyingPower", dollars("BuyingPower", "14000.00"))
                .containsEntry("Cushion", new TagValue("Cushion", "0.8500", ""))
                .containsEntry("Leverage", new TagValue("Leverage", "0.6000", ""))
                .containsEntry("SMA", dollars("SMA", "7000.00"));
    }

    @Test
    void lendsNothingToACashAccount() {
        assertThat(tags(holding(AccountKind.CASH, "100")))
                .containsEntry("AvailableFunds", dollars("AvailableFunds", "4000.00"))
                .containsEntry("BuyingPower", dollars("BuyingPower", "4000.00"));
    }

    @Test
    void asksAPortfolioAccountForItsWorstLoss() {
        assertThat(tags(holding(AccountKind.PORTFOLIO, "100")))
                .containsEntry("MaintMarginReq", dollars("MaintMarginReq", "900.00"))
                .containsEntry("InitMarginReq", dollars("InitMarginReq", "990.00"));
    }

    @Test
    void holdsTheProceedsOfACashAccountUntilTheySettle() {
        Account account = holding(AccountKind.CASH, "100");
        account.book("", new Trade(ibm, new BigDecimal("-100"), new BigDecimal("60"), BigDecimal.ZERO));

        assertThat(tags(account))
                .containsEntry("TotalCashValue", dollars("TotalCashValue", "10000.00"))
                .containsEntry("SettledCash", dollars("SettledCash", "4000.00"))
                .containsEntry("AvailableFunds", dollars("AvailableFunds", "4000.00"));
    }

    @Test
    void previewsWhatATradeAsksFor() {
        MarginPreview preview = valuation.preview(
                account(AccountKind.MARGIN), List.of(Trade.of(ibm, BigDecimal.valueOf(-50), new BigDecimal("60"))));

        assertThat(preview.initialChange()).isEqualByComparingTo("1500");
        assertThat(preview.maintenanceChange()).isEqualByComparingTo("900");
        assertThat(preview.equityChange()).isZero();
    }

    @Test
    void countsTheDaysProfitOfWhatWasHeldAndWhatWasTraded() {
        Account account = holding(AccountKind.MARGIN, "100");
        account.takeBase(marks);
        account.book("", new Trade(ibm, new BigDecimal("-40"), new BigDecimal("62"), BigDecimal.ONE));
        marks.set("IBM", "63");

        AccountValues.Profit profit = valuation.of(account).profit();

        assertThat(profit.realized()).isEqualByComparingTo("79");
        assertThat(profit.unrealized()).isEqualByComparingTo("180");
        assertThat(profit.daily()).isEqualByComparingTo("259");
    }

    @Test
    void reportsForeignMoneyInTheAccountsCurrency() {
        Account account = new Account(
                new AccountTerms(
                        "DU1", AccountKind.MARGIN, "EUR", Map.of("EUR", BigDecimal.ONE, "USD", new BigDecimal("110"))),
                () -> LocalDate.of(2026, 3, 2));

        AccountValues values = valuation.of(account);

        assertThat(values.netLiquidation()).isCloseTo(new BigDecimal("101"), within(new BigDecimal("0.001")));
        assertThat(AccountTags.ledger(account, values, "USD"))
                .contains(
                        new TagValue("CashBalance", "110.00", "USD"), new TagValue("ExchangeRate", "0.9090909", "USD"));
        assertThat(AccountTags.ledger(account, values, "BASE"))
                .contains(new TagValue("CashBalance", "101.00", "BASE"), new TagValue("RealCurrency", "EUR", "BASE"));
    }

    @Test
    void splitsItsKeysIntoSegments() {
        Account account = holding(AccountKind.MARGIN, "100");

        assertThat(AccountTags.updates(account, valuation.of(account), true))
                .contains(
                        dollars("NetLiquidation-S", "10000.00"),
                        dollars("NetLiquidation-C", "0.00"),
                        dollars("AvailableFunds-S", "7000.00"),
                        dollars("InitMarginReq-P", "0.00"),
                        new TagValue("AccountReady", "true", ""),
                        new TagValue("StockMarketValue", "6000.00", "BASE"))
                .doesNotHaveDuplicates();
    }
}
