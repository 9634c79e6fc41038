package com.quanticity.ibkr.execution.position;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldingTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "opens long          | BUY 10 100                       |  10 | 100    |    0",
                "averages up         | BUY 10 100, BUY 30 104           |  40 | 103    |    0",
                "reduces a long      | BUY 10 100, SELL 4 110           |   6 | 100    |   40",
                "closes a long       | BUY 10 100, SELL 10 90           |   0 | 0      | -100",
                "crosses to short    | BUY 10 100, SELL 15 110          |  -5 | 110    |  100",
                "opens short         | SELL 10 100                      | -10 | 100    |    0",
                "reduces a short     | SELL 10 100, BUY 4 90            |  -6 | 100    |   40",
                "crosses to long     | SELL 10 100, BUY 12 90           |   2 | 90     |  100",
                "is exact when flat  | BUY 3 0.1, SELL 1 0.2, SELL 2 .3 |   0 | 0      |  0.5",
                "takes thirds        | BUY 1 1, BUY 2 2                 |   3 | 1.666666666667 | 0",
                "ignores a bust      | BUY 10 100, SELL 0 50            |  10 | 100    |    0"
            })
    void addsUp(String name, String trades, BigDecimal quantity, BigDecimal averagePrice, BigDecimal realizedPnl) {
        Holding holding = Holding.FLAT;
        for (String trade : trades.split(", ", -1)) {
            String[] words = trade.split(" ", -1);
            holding = holding.after(Side.valueOf(words[0]), new BigDecimal(words[1]), new BigDecimal(words[2]));
        }

        assertThat(holding.quantity()).isEqualByComparingTo(quantity);
        assertThat(holding.averagePrice(BigDecimal.ONE)).isEqualByComparingTo(averagePrice);
        assertThat(holding.realizedPnl()).isEqualByComparingTo(realizedPnl);
    }

    /** Two options on a hundred shares each, bought at 1.50, one of them sold at 2.10. */
    @Test
    void countsMoneyInValuesAndTellsTheAverageAsAPrice() {
        BigDecimal pointValue = new BigDecimal("100");
        Holding holding = Holding.FLAT
                .after(Side.BUY, new BigDecimal("2"), new BigDecimal("150"))
                .after(Side.SELL, BigDecimal.ONE, new BigDecimal("210"));

        assertThat(holding.cost()).isEqualByComparingTo("150");
        assertThat(holding.realizedPnl()).isEqualByComparingTo("60");
        assertThat(holding.averagePrice(pointValue)).isEqualByComparingTo("1.50");
    }
}
