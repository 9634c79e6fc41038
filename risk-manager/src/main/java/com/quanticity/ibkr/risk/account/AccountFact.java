package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.stream.Envelope;

/** Something that leaves for Redis or the database. */
sealed interface AccountFact {

    /** A figure changed. */
    record OfValue(Envelope<AccountValue> message) implements AccountFact {}

    /** A position changed. */
    record OfPosition(Envelope<Position> message) implements AccountFact {}

    /** The Redis key of the summary is to show the present view. */
    record SummaryKey() implements AccountFact {}

    /** The Redis keys of the positions are to show the present view. */
    record PositionsKey() implements AccountFact {}
}
