package com.quanticity.ibkr.model.order.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where the borrowed shares of a short sale come from.
 *
 * @param source who holds them
 * @param location the third party, empty for the clearing broker
 * @param exemptCode rule exemption, null = none
 * @param locate our evidence of the borrow, for example the locate's number; kept here, never sent; null = none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShortSale(
        Source source,
        String location,
        @Nullable Integer exemptCode,
        @Nullable String locate) {

    /** Who holds the shares. */
    public enum Source {
        CLEARING_BROKER,
        THIRD_PARTY
    }
}
