package com.quanticity.ibkr.adapter.gate.price;

import com.quanticity.ibkr.adapter.marketdata.Level1Facts;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.Quote;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What level 1 data knows of a contract. Must not block. */
public interface Market {

    /** Why the data may not price an order now; empty when it may. */
    Optional<String> whyNotLive(ContractId contractId);

    /** The latest quote; null when there is none on a usable session. */
    @Nullable Quote quote(ContractId contractId);

    /** What is known beside the quote. */
    Level1Facts facts(ContractId contractId);
}
