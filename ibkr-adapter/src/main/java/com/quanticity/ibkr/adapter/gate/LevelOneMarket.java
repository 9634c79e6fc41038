package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.gate.price.Market;
import com.quanticity.ibkr.adapter.marketdata.LatestQuotes;
import com.quanticity.ibkr.adapter.marketdata.Level1Facts;
import com.quanticity.ibkr.adapter.marketdata.SubscriptionDesk;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.Quote;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The market as this service's own level 1 data shows it. */
record LevelOneMarket(SubscriptionDesk desk, LatestQuotes latest) implements Market {

    @Override
    public Optional<String> whyNotLive(ContractId contractId) {
        return desk.whyNotLive(contractId);
    }

    @Override
    public @Nullable Quote quote(ContractId contractId) {
        return latest.quote(contractId).orElse(null);
    }

    @Override
    public Level1Facts facts(ContractId contractId) {
        return latest.facts(contractId);
    }
}
