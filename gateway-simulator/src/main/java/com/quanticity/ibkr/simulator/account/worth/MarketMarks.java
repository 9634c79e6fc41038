package com.quanticity.ibkr.simulator.account.worth;

import com.quanticity.ibkr.simulator.contract.ContractMaster;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.market.Market;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Marks taken from the simulated market. */
public record MarketMarks(Market market, ContractMaster contracts) implements Marks {

    @Override
    public @Nullable BigDecimal of(ListedContract contract) {
        return market.of(contract).map(SymbolMarket::mark).orElse(null);
    }

    @Override
    public @Nullable BigDecimal tradable(ListedContract contract, boolean isBuying) {
        return market.of(contract)
                .map(symbol -> (isBuying ? symbol.ask() : symbol.bid()).price())
                .orElse(null);
    }

    @Override
    public @Nullable BigDecimal underlyingOf(ListedContract contract) {
        return contract.derivation() == null
                ? of(contract)
                : contracts
                        .ofId(Instruments.underlyingId(contract))
                        .map(this::of)
                        .orElse(null);
    }
}
