package com.quanticity.ibkr.simulator.margin;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.margin.Product.Right;
import com.quanticity.ibkr.simulator.margin.Product.Stock;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegulationTTest {

    private static final BigDecimal SPOT = new BigDecimal("100");

    private final RegulationT rule = new RegulationT(FuturesScan.defaults((option, underlying, factor) -> 0));

    private static Holding stock(String quantity, String price) {
        return Holding.of(new Stock("X", UnderlyingClass.EQUITY), new BigDecimal(quantity), new BigDecimal(price));
    }

    private static Holding option(String quantity, Right right, String strike, String price) {
        return Legs.option(quantity, right, strike, price, SPOT, UnderlyingClass.EQUITY);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 50, 2500, 1250",
        "-100, 50, 2500, 1500",
        "-100, 10, 500, 500",
        "-100, 4, 400, 400",
        "-100, 2, 250, 250"
    })
    void asksForStockAsTheTableSays(String quantity, String price, String initial, String maintenance) {
        Requirement required = rule.of(List.of(stock(quantity, price)));

        assertThat(required.initial()).isEqualByComparingTo(initial);
        assertThat(required.maintenance()).isEqualByComparingTo(maintenance);
    }

    @Test
    void reproducesTheWorkedExamplesOfShortOptions() {
        SoftAssertions softly = new SoftAssertions();
        for (List<String> row : Examples.rows("reg-t-examples.csv")) {
            if (row.get(1).equals("short call") || row.get(1).equals("short put")) {
                String spot = row.get(2).substring(row.get(2).indexOf("stock ") + 6);
                Requirement required = rule.of(Legs.plain(row.get(2), new BigDecimal(spot)));
                softly.assertThat(required.initial()).as(row.get(0)).isEqualByComparingTo(row.get(4));
            }
        }
        softly.assertAll();
    }

    @Test
    void reproducesTheWorkedExampleOfAPutSpread() {
        List<Holding> legs = Examples.rows("reg-t-examples.csv").stream()
                .filter(row -> row.get(1).equals("put spread"))
                .flatMap(row -> Legs.plain(row.get(2), new BigDecimal("130")).stream())
                .toList();

        BigDecimal paid =
                legs.stream().filter(Holding::isLong).map(Holding::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(rule.of(legs).initial().add(paid)).isEqualByComparingTo("580");
    }

    @Test
    void reproducesTheWorkedMarginPurchase() {
        Examples.rows("reg-t-examples.csv");
        Requirement required = rule.of(List.of(stock("1000", "12")));

        assertThat(required.maintenance()).isEqualByComparingTo("3000");
    }

    @Test
    void reproducesTheStrategyColumnOf2007() {
        SoftAssertions softly = new SoftAssertions();
        for (List<String> row : Examples.rows("portfolio-margin-examples-2007.csv")) {
            List<Holding> legs = Legs.listed(row.get(2), new BigDecimal(row.get(3)));
            BigDecimal premiums = legs.stream()
                    .filter(leg -> leg.product() instanceof Product.Option)
                    .map(Holding::value)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);

            softly.assertThat(rule.of(legs).initial().add(premiums))
                    .as(row.get(0) + " " + row.get(1))
                    .isCloseTo(new BigDecimal(row.get(4)), Percentage.withPercentage(0.3));
        }
        softly.assertAll();
    }

    @Test
    void asksForTheGreaterSideOfAStraddleAndThePremiumOfTheOther() {
        Requirement required =
                rule.of(List.of(option("-1", Right.CALL, "100", "4"), option("-1", Right.PUT, "95", "2")));

        assertThat(required.initial()).isEqualByComparingTo("2600");
    }

    @Test
    void valuesCoveredStockAtMostAtTheStrike() {
        Requirement required = rule.of(List.of(stock("100", "100"), option("-1", Right.CALL, "90", "11")));

        assertThat(required).isEqualTo(new Requirement(new BigDecimal("6000.00"), new BigDecimal("3250.00")));
    }

    @Test
    void asksForTheWorstCaseOfASpreadOnlyWhileTheLongLegLasts() {
        Holding sold = option("-1", Right.CALL, "100", "4");
        Holding bought = option("1", Right.CALL, "105", "2");

        assertThat(rule.of(List.of(sold, bought)).maintenance()).isEqualByComparingTo("500");
        assertThat(rule.of(List.of(sold)).maintenance()).isEqualByComparingTo("2400");
    }

    @Test
    void asksNothingForAnOptionThatIsPaidFor() {
        assertThat(rule.of(List.of(option("3", Right.PUT, "100", "4"))).initial())
                .isZero();
    }
}
