package com.quanticity.ibkr.simulator.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionModelTest {

    private final OptionModel model = new OptionModel(0.05, 0);

    private static OptionTerms european(boolean isCall, double strike) {
        return new OptionTerms(isCall, false, strike, 1);
    }

    @Test
    void givesTheTextbookValuesOfAnOptionAtTheMoney() {
        OptionValue call = model.value(european(true, 100), 100, 0.2);

        assertThat(call.price()).isCloseTo(10.4506, within(1e-4));
        assertThat(call.delta()).isCloseTo(0.6368, within(1e-4));
        assertThat(call.gamma()).isCloseTo(0.018762, within(1e-6));
        assertThat(call.vega()).isCloseTo(0.37524, within(1e-5));
        assertThat(call.theta()).isCloseTo(-6.4140 / 365, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"80", "95", "100", "110", "140"})
    void keepsPutCallParity(double strike) {
        double call = model.price(european(true, strike), 100, 0.3);
        double put = model.price(european(false, strike), 100, 0.3);

        assertThat(call - put).isCloseTo(100 - strike * Math.exp(-0.05), within(1e-9));
    }

    @Test
    void valuesTheRightToExerciseEarly() {
        OptionTerms put = new OptionTerms(false, true, 100, 1);

        assertThat(model.price(put, 100, 0.2)).isCloseTo(6.0904, within(0.02));
        assertThat(model.price(put, 60, 0.2)).isCloseTo(40, within(1e-9));
        assertThat(model.value(put, 60, 0.2).delta()).isCloseTo(-1, within(1e-9));
    }

    @Test
    void treeAgreesWithTheFormulaForCallsWithoutDividend() {
        OptionTerms american = new OptionTerms(true, true, 105, 0.25);
        OptionValue tree = model.value(american, 100, 0.25);
        OptionValue formula = model.value(new OptionTerms(true, false, 105, 0.25), 100, 0.25);

        assertThat(tree.price()).isCloseTo(formula.price(), within(0.02));
        assertThat(tree.delta()).isCloseTo(formula.delta(), within(0.01));
        assertThat(tree.gamma()).isCloseTo(formula.gamma(), within(0.002));
        assertThat(tree.vega()).isCloseTo(formula.vega(), within(0.01));
        assertThat(tree.theta()).isCloseTo(formula.theta(), within(0.002));
    }

    @ParameterizedTest
    @CsvSource({"true, 90, 0.15", "false, 90, 0.35", "true, 120, 0.8", "false, 104, 0.22"})
    void findsTheVolatilityOfItsOwnPrices(boolean isCall, double strike, double volatility) {
        OptionTerms terms = new OptionTerms(isCall, true, strike, 0.5);
        double price = model.price(terms, 100, volatility);

        assertThat(model.impliedVolatility(terms, 100, price).orElseThrow()).isCloseTo(volatility, within(1e-4));
    }

    @Test
    void findsNoVolatilityBelowTheIntrinsicValue() {
        assertThat(model.impliedVolatility(new OptionTerms(true, true, 50, 0.5), 100, 49))
                .isEmpty();
    }

    @Test
    void isWorthItsExerciseOnceExpired() {
        OptionValue call = model.value(new OptionTerms(true, true, 90, 0), 100, 0.3);

        assertThat(call).isEqualTo(new OptionValue(10, 0.3, 1, 0, 0, 0));
    }

    @Test
    void surfaceHasSkewSmileAndTerm() {
        VolatilitySurface surface = VolatilitySurface.around(0.2);

        assertThat(surface.at(100, 90, 0.1)).isGreaterThan(surface.at(100, 100, 0.1));
        assertThat(surface.at(100, 130, 0.1)).isGreaterThan(surface.at(100, 108, 0.1));
        assertThat(surface.at(100, 100, 0.02)).isGreaterThan(surface.at(100, 100, 2));
        assertThat(surface.at(100, 90, 2) - surface.at(100, 100, 2))
                .isLessThan(surface.at(100, 90, 0.1) - surface.at(100, 100, 0.1));
    }
}
