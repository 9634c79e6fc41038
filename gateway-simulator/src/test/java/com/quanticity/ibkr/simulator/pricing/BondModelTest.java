package com.quanticity.ibkr.simulator.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BondModelTest {

    @Test
    void costsItsNominalAtTheYieldOfItsCoupon() {
        assertThat(BondModel.price(4.5, 10, 0.045)).isCloseTo(100, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"4.25, 23.5, 0.05", "4.5, 0.4, 0.02", "1, 30, 0"})
    void findsTheYieldOfItsOwnPrices(double coupon, double years, double yield) {
        assertThat(BondModel.yield(coupon, years, BondModel.price(coupon, years, yield)))
                .isCloseTo(yield, within(1e-7));
    }
}
