package com.quanticity.ibkr.simulator.margin;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.margin.Product.Future;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuturesScanTest {

    private static final FuturesScan SCAN =
            FuturesScan.defaults((option, underlying, factor) -> Math.max(0, underlying - 5000));

    private static Holding future(String quantity, int month) {
        return Holding.of(
                new Future("ES", LocalDate.of(2026, month, 18), BigDecimal.valueOf(50), new BigDecimal("0.06")),
                new BigDecimal(quantity),
                new BigDecimal("5000"));
    }

    @Test
    void scansInThePublishedOrder() {
        List<List<String>> published = Examples.rows("span-scenarios.csv");

        assertThat(SCAN.scenarios()).hasSameSizeAs(published);
        for (int i = 0; i < 14; i++) {
            String move = published.get(i).get(1);
            double thirds = move.equals("0") ? 0 : Double.parseDouble(move.replace("/3", ""));
            assertThat(SCAN.scenarios().get(i).priceMove().doubleValue())
                    .isEqualTo(thirds / 3, org.assertj.core.api.Assertions.within(1e-9));
            assertThat(SCAN.scenarios().get(i).volatilityMove() > 0)
                    .isEqualTo(published.get(i).get(2).equals("up"));
        }
    }

    @Test
    void asksForOneScanRangeAndATenthMoreAtFirst() {
        Requirement required = SCAN.of(List.of(future("2", 6)), false);

        assertThat(required.maintenance()).isEqualByComparingTo("30000");
        assertThat(required.initial()).isEqualByComparingTo("33000");
    }

    @Test
    void letsMonthsOfOneUnderlyingOffset() {
        assertThat(SCAN.of(List.of(future("2", 6), future("-2", 9)), false).maintenance())
                .isZero();
    }

    private static Holding call(String quantity) {
        Product.Option call = new Product.Option(
                "ES",
                Product.Right.CALL,
                new BigDecimal("5000"),
                LocalDate.of(2026, 6, 18),
                BigDecimal.valueOf(50),
                UnderlyingClass.EQUITY,
                true);
        return new Holding(
                new Product.FutureOption(call, new BigDecimal("0.06")),
                new BigDecimal(quantity),
                new BigDecimal("50"),
                new BigDecimal("5000"));
    }

    @Test
    void scansOptionsOnFuturesWithTheirFutures() {
        assertThat(SCAN.of(List.of(call("-1")), false).maintenance())
                .as("250 points lost and 50 to buy it back")
                .isEqualByComparingTo("15000");
        assertThat(SCAN.of(List.of(call("-1")), true).maintenance()).isEqualByComparingTo("12500");
        assertThat(SCAN.of(List.of(call("1")), false).maintenance())
                .as("paid for in full")
                .isZero();
        assertThat(SCAN.of(List.of(call("-2"), future("1", 6)), false).maintenance())
                .as("half covered")
                .isEqualByComparingTo("15000");
    }
}
