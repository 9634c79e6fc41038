package com.quanticity.ibkr.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceLadderTest {

    /** Rule 26: US stocks. */
    private static final PriceLadder STOCKS = ladder("0", "0.0001", "1", "0.01");

    /** Rule 109: options in nickels and dimes. */
    private static final PriceLadder NICKELS = ladder("0", "0.05", "3", "0.1");

    @ParameterizedTest
    @CsvSource({
        "500.01, 500.01, 500.01",
        "500.015, 500.01, 500.02",
        "0.12345, 0.1234, 0.1235",
        "0.99995, 0.9999, 1.00",
        "1.005, 1.00, 1.01",
        "-1.005, -1.01, -1.00",
        "-0.99995, -1.00, -0.9999",
        "0, 0, 0"
    })
    void namesThePricesOnBothSides(BigDecimal price, BigDecimal below, BigDecimal above) {
        assertThat(STOCKS.atOrBelow(price)).isEqualByComparingTo(below);
        assertThat(STOCKS.atOrAbove(price)).isEqualByComparingTo(above);
        assertThat(STOCKS.accepts(price)).isEqualTo(below.compareTo(above) == 0);
    }

    @Test
    void changesTheStepAtItsEdge() {
        assertThat(NICKELS.accepts(new BigDecimal("2.95"))).isTrue();
        assertThat(NICKELS.accepts(new BigDecimal("3.00"))).isTrue();
        assertThat(NICKELS.accepts(new BigDecimal("3.05"))).isFalse();
        assertThat(NICKELS.atOrAbove(new BigDecimal("2.97"))).isEqualByComparingTo("3");
        assertThat(NICKELS.incrementAt(new BigDecimal("-3"))).isEqualByComparingTo("0.1");
    }

    @Property(tries = 500)
    void validPricesAreNeighboursOfEveryPrice(@ForAll @IntRange(min = -60_000, max = 60_000) int units) {
        BigDecimal price = BigDecimal.valueOf(units, 4);

        BigDecimal below = NICKELS.atOrBelow(price);
        BigDecimal above = NICKELS.atOrAbove(price);

        assertThat(below).isLessThanOrEqualTo(price);
        assertThat(above).isGreaterThanOrEqualTo(price);
        assertThat(NICKELS.accepts(below)).isTrue();
        assertThat(NICKELS.accepts(above)).isTrue();
        assertThat(above.subtract(below)).isLessThanOrEqualTo(new BigDecimal("0.1"));
    }

    @Test
    void mustBeginAtZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> ladder("1", "0.01"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceLadder(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> ladder("0", "0"));
    }

    private static PriceLadder ladder(String... edgesAndIncrements) {
        return new PriceLadder(java.util.stream.IntStream.range(0, edgesAndIncrements.length / 2)
                .mapToObj(i -> new PriceIncrement(
                        new BigDecimal(edgesAndIncrements[2 * i]), new BigDecimal(edgesAndIncrements[2 * i + 1])))
                .toList());
    }
}
