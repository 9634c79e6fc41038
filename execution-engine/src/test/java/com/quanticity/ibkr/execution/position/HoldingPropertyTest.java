package com.quanticity.ibkr.execution.position;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Money and quantity are conserved by every sequence of trades. */
class HoldingPropertyTest {

    @Property
    void quantityIsTheSignedSumOfTheTrades(@ForAll("trades") List<Traded> trades) {
        BigDecimal sum = trades.stream().map(Traded::signed).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(after(trades).quantity()).isEqualByComparingTo(sum);
    }

    @Property
    void realisedProfitAndOpenCostExplainEveryCent(@ForAll("trades") List<Traded> trades) {
        BigDecimal cash = trades.stream()
                .map(trade -> trade.signed().multiply(trade.price).negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Holding holding = after(trades);

        assertThat(holding.realizedPnl().subtract(holding.cost())).isEqualByComparingTo(cash);
    }

    @Property
    void costHasTheSignOfTheQuantity(@ForAll("trades") List<Traded> trades) {
        Holding holding = after(trades);

        assertThat(holding.cost().signum()).isEqualTo(holding.quantity().signum());
    }

    @Property
    void anOpeningTradeRealisesNothing(@ForAll("trades") List<Traded> trades, @ForAll("trade") Traded next) {
        Holding before = after(trades);
        Side opening = before.quantity().signum() < 0 ? Side.SELL : Side.BUY;

        Holding after = before.after(opening, next.quantity, next.price);

        assertThat(after.realizedPnl()).isEqualByComparingTo(before.realizedPnl());
    }

    @Provide
    Arbitrary<List<Traded>> trades() {
        return trade().list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<Traded> trade() {
        return Combinators.combine(
                        Arbitraries.of(Side.class),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.000000001"), new BigDecimal("5000"))
                                .ofScale(9),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.01"), new BigDecimal("9000"))
                                .ofScale(4))
                .as(Traded::new);
    }

    private static Holding after(List<Traded> trades) {
        Holding holding = Holding.FLAT;
        for (Traded trade : trades) {
            holding = holding.after(trade.side, trade.quantity, trade.price);
        }
        return holding;
    }

    /** One trade. */
    record Traded(Side side, BigDecimal quantity, BigDecimal price) {

        BigDecimal signed() {
            return side == Side.BUY ? quantity : quantity.negate();
        }
    }
}
