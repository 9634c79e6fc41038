package com.quanticity.ibkr.simulator.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.account.AccountOptions.AccountTerms;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountTest {

    private final ListedContract ibm = ContractMaster.with(List.of()).ofSymbol("IBM");
    private final Account account = fresh();

    private static Account fresh() {
        return new Account(AccountTerms.margin("DU1", new BigDecimal("10000")), () -> LocalDate.of(2026, 3, 2));
    }

    private @Nullable BigDecimal book(String shares, String price, String commission) {
        return account.book("", trade(shares, price, commission));
    }

    private Trade trade(String shares, String price, String commission) {
        return new Trade(ibm, new BigDecimal(shares), new BigDecimal(price), new BigDecimal(commission));
    }

    private void assertPosition(String quantity, String averageCost) {
        assertThat(account.position(ibm).quantity()).isEqualByComparingTo(quantity);
        assertThat(account.position(ibm).averageCost()).isEqualByComparingTo(averageCost);
    }

    @Test
    void averagesTheCostOfWhatIsBoughtWithItsCommission() {
        assertThat(book("10", "100", "1")).isNull();
        book("10", "110", "1");

        assertPosition("20", "105.1");
        assertThat(account.cash()).isEqualByComparingTo("7898");
    }

    @Test
    void realizesTheClosedPartNetOfCommissions() {
        book("10", "100", "1");

        BigDecimal realized = book("-4", "110", "1");

        assertThat(realized).isEqualByComparingTo("38.6");
        assertPosition("6", "100.1");
    }

    @Test
    void turnsLongIntoShort() {
        book("10", "100", "0");

        BigDecimal realized = book("-15", "90", "3");

        assertThat(realized).isEqualByComparingTo("-102");
        assertPosition("-5", "89.8");
        assertThat(account.cash()).isEqualByComparingTo("10347");
    }

    @Test
    void realizesTheProfitOfAShortPosition() {
        book("-10", "100", "1");

        assertThat(book("10", "95", "1")).isEqualByComparingTo("48");
        assertPosition("0", "0");
        assertThat(account.cash()).isEqualByComparingTo("10048");
    }

    @Test
    void putsTheCorrectedPriceInThePlaceOfTheEarlierOne() {
        account.book("1.01", trade("10", "100", "1"));
        account.book("2.01", trade("10", "110", "1"));

        assertThat(account.correct("1.01", trade("10", "100", "1"), "1.02", trade("10", "102", "1")))
                .isNull();

        assertPosition("20", "106.1");
        assertThat(account.cash()).isEqualByComparingTo("7878");
        account.correct("1.02", trade("10", "102", "1"), "1.03", trade("10", "100", "1"));
        assertPosition("20", "105.1");
        assertThat(account.cash()).isEqualByComparingTo("7898");
    }

    @Test
    void leavesTheCostOfWhatIsHeldWhenASaleIsCorrected() {
        account.book("1.01", trade("10", "100", "1"));
        account.book("2.01", trade("-4", "110", "1"));

        assertThat(account.correct("2.01", trade("-4", "110", "1"), "2.02", trade("-4", "105", "1")))
                .isEqualByComparingTo("18.6");

        assertPosition("6", "100.1");
        assertThat(account.cash()).isEqualByComparingTo("9418");
    }

    @Test
    void takesABustedTradeOutOfTheCost() {
        account.book("1.01", trade("10", "100", "1"));
        account.book("2.01", trade("10", "110", "1"));

        account.bust("1.01", trade("10", "100", "1"));

        assertPosition("10", "110.1");
        assertThat(account.cash()).isEqualByComparingTo("8899");
    }

    @Test
    void booksACorrectionOfATradeItDoesNotKnow() {
        account.restore(Map.of("USD", new BigDecimal("10000")), List.of());

        account.correct("1.01", trade("-10", "100", "1"), "1.02", trade("-10", "102", "1"));

        assertPosition("0", "0");
        assertThat(account.cash()).isEqualByComparingTo("10020");
    }

    @Test
    void endsWhereItWouldHaveEndedWithTheCorrectedTrades() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 50; round++) {
            Account corrected = fresh();
            Account straight = fresh();
            List<Trade> trades = random.ints(20, 1, 400)
                    .mapToObj(shares -> trade(
                            Integer.toString(random.nextBoolean() ? shares : -shares),
                            "100." + random.nextInt(10, 99),
                            "1.25"))
                    .toList();
            int wrong = random.nextInt(20);
            Trade was = trade(trades.get(wrong).quantity().toPlainString(), "99.5", "1.25");
            for (int i = 0; i < 20; i++) {
                corrected.book(i + ".01", i == wrong ? was : trades.get(i));
                straight.book(i + ".01", trades.get(i));
            }

            corrected.correct(wrong + ".01", was, wrong + ".02", trades.get(wrong));

            assertThat(corrected.position(ibm)).isEqualTo(straight.position(ibm));
            assertThat(corrected.cash()).isEqualByComparingTo(straight.cash());
            assertThat(corrected.profit().realized(ibm.conId()))
                    .isEqualByComparingTo(straight.profit().realized(ibm.conId()));
        }
    }

    @Test
    void accountsForEveryCentOverManyTrades() {
        SplittableRandom random = new SplittableRandom(7);
        BigDecimal realized = BigDecimal.ZERO;
        for (int i = 0; i < 500; i++) {
            String shares = Integer.toString(random.nextInt(1, 400) * (random.nextBoolean() ? 1 : -1));
            BigDecimal part = book(shares, "100." + random.nextInt(10, 99), "1.25");
            realized = part == null ? realized : realized.add(part);
        }
        BigDecimal open = account.position(ibm).quantity();
        BigDecimal last = book(open.negate().toPlainString(), "100.50", "1.25");

        assertThat(last).isNotNull();
        assertThat(realized.add(last == null ? BigDecimal.ZERO : last))
                .isEqualByComparingTo(account.cash().subtract(new BigDecimal("10000")));
    }

    @Test
    void chargesTheOrderNotTheFill() {
        Commission commission = Commission.defaults();

        assertThat(commission.ofOrder(new BigDecimal("100"), new BigDecimal("18000")))
                .isEqualByComparingTo("1");
        assertThat(commission.ofOrder(new BigDecimal("500"), new BigDecimal("90000")))
                .isEqualByComparingTo("2.5");
        assertThat(commission.ofOrder(BigDecimal.ONE, new BigDecimal("13.90"))).isEqualByComparingTo("0.139");
    }
}
