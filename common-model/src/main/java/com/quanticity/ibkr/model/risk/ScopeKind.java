package com.quanticity.ibkr.model.risk;

/** What a limit, a restriction or a trading state is about. */
public enum ScopeKind {
    /** Everything that is traded. */
    FIRM,
    /** The strategies of one desk; {@link Limits#desks()} says which. */
    DESK,
    /** The orders of one strategy. */
    STRATEGY,
    /** The orders in one contract, by the desk's symbol. */
    INSTRUMENT,
    /** The orders that one person or service asked for. */
    USER
}
