package com.quanticity.ibkr.simulator.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.account.AccountOptions.AccountTerms;
import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountTest {

    private final ListedContract ibm = ContractMaster.with(List.of()).ofSymbol("IBM");
    private final Account account =
            new Account(AccountTerms.margin("DU1", new BigDecimal("10000")), () -> LocalDate.of(2026, 3, 2));

    private @Nullable BigDecimal book(String shares, String price, String commission) {
        return account.book(ibm, new BigDecimal(shares), new BigDecimal(price), new BigDecimal(commission));
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
