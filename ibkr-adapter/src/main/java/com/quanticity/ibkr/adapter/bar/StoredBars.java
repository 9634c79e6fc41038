package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.Bar;
import java.time.Instant;
import java.util.Map;

/** The bars that earlier runs of this service have stored. */
@FunctionalInterface
interface StoredBars {

    /**
     * The starts of the stored bars from a moment on, with where each came from. Blocks.
     *
     * @throws org.springframework.dao.DataAccessException when the database is away
     */
    Map<Instant, Bar.Source> since(ContractId contractId, Instant from);
}
