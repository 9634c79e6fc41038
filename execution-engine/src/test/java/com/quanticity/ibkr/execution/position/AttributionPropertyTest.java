package com.quanticity.ibkr.execution.position;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.execution.position.StrategyPositions.Share;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.execution.LedgerPosition;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever trades, in whatever sequence: all strategies together are the account. */
class AttributionPropertyTest {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final ContractId SPY = ContractId.of(756733);

    @Property(tries = 300)
    void strategiesAddUpToTheAccount(@ForAll("trades") List<Trade> trades) {
        Holding account = Holding.FLAT;
        BigDecimal commission = BigDecimal.ZERO;
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Trade trade : trades) {
            account = account.after(trade.side(), trade.quantity(), trade.value());
            commission = commission.add(trade.commission());
            shares.put(
                    trade.strategy(),
                    shares.getOrDefault(trade.strategy(), Share.none(trade)).after(trade));
        }
        LedgerPosition position = new LedgerPosition(
                "DU1",
                SPY,
                "SPY",
                account.quantity(),
                account.averagePrice(HUNDRED),
                account.realizedPnl(),
                commission,
                Instant.EPOCH);

        List<Attribution.Sum> sums = Attribution.sums(
                List.of(new Attribution.Position(position, account.cost())), List.copyOf(shares.values()));

        assertThat(sums)
                .singleElement()
                .satisfies(sum -> assertThat(sum.agrees()).as(sum.toString()).isTrue());
    }

    @Provide
    Arbitrary<List<Trade>> trades() {
        return Combinators.combine(
                        Arbitraries.of("momentum", "carry", "external"),
                        Arbitraries.of(Side.class),
                        Arbitraries.integers().between(1, 1_000),
                        Arbitraries.integers().between(1, 99_999),
                        Arbitraries.integers().between(0, 300))
                .as((strategy, side, quantity, cents, fee) -> new Trade(
                        "DU1",
                        SPY,
                        strategy,
                        "SPY",
                        side,
                        BigDecimal.valueOf(quantity),
                        BigDecimal.valueOf(cents, 2),
                        HUNDRED,
                        BigDecimal.valueOf(fee, 2)))
                .list()
                .ofMaxSize(40);
    }
}
