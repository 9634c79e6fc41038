package com.quanticity.ibkr.simulator.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.quanticity.ibkr.simulator.margin.Product.Stock;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PortfolioMarginTest {

    private static final double YEARS = 57 / 365.0;
    private static final double RATE = 0.0525;

    private static PortfolioMargin margin(OptionRevaluation options) {
        return PortfolioMargin.published(options, FuturesScan.defaults((option, underlying, factor) -> 0));
    }

    @Test
    void reproducesThePublishedExamplesOf2007() {
        SoftAssertions softly = new SoftAssertions();
        for (List<String> row : Examples.rows("portfolio-margin-examples-2007.csv")) {
            boolean isEquity = row.get(2).contains("IBM");
            Lattice lattice = new Lattice(YEARS, RATE, isEquity ? 0.012 : 0.018, isEquity);
            List<Holding> legs = Legs.listed(row.get(2), new BigDecimal(row.get(3)));

            softly.assertThat(margin(lattice).of(legs).maintenance())
                    .as(row.get(0) + " " + row.get(1))
                    .isCloseTo(new BigDecimal(row.get(5)), Percentage.withPercentage(1.8));
        }
        softly.assertAll();
    }

    @Test
    void movesEveryClassAsPublished() {
        assertThat(Examples.rows("portfolio-margin-shocks.csv"))
                .extracting(row -> Double.parseDouble(row.get(2)), row -> Double.parseDouble(row.get(3)))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                UnderlyingClass.BROAD_INDEX.down(), UnderlyingClass.BROAD_INDEX.up()),
                        org.assertj.core.groups.Tuple.tuple(
                                UnderlyingClass.SMALL_INDEX.down(), UnderlyingClass.SMALL_INDEX.up()),
                        org.assertj.core.groups.Tuple.tuple(
                                UnderlyingClass.SECTOR_INDEX.down(), UnderlyingClass.SECTOR_INDEX.up()),
                        org.assertj.core.groups.Tuple.tuple(
                                UnderlyingClass.EQUITY.down(), UnderlyingClass.EQUITY.up()));
    }

    @Test
    void asksFifteenPercentOfAStock() {
        Holding stock =
                Holding.of(new Stock("X", UnderlyingClass.EQUITY), BigDecimal.valueOf(1000), BigDecimal.valueOf(75));

        assertThat(margin((option, spot, volatility) -> 0).of(List.of(stock)).maintenance())
                .isCloseTo(BigDecimal.valueOf(11_250), within(BigDecimal.ONE));
    }
}
