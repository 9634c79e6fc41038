package com.quanticity.ibkr.chaos.proof;

/** What must hold after every run. */
public enum Invariant {
    RECOVERS("when the faults are over, every service can trade again by itself and answers"),
    NO_ORDER_TWICE("no order reaches the broker twice, and none that nobody placed"),
    ORDER_NOT_LOST("every order, group, bracket and parent that was answered is in the ledger, once"),
    ORDER_ENDS_ALIKE(
            "an order ends in the ledger as it ended at the broker, with the quantity it was changed to; what lives, lives in both"),
    PARENT_WITHIN(
            "an algorithm's orders fill no more than its parent asked for, and its roll-up says what they filled"),
    PROTECTED(
            "a bracket's stop is as large as its position, and once the entry has ended no larger; judged over its whole life at the broker, "
                    + "a moment of it wrong for longer than ten calm seconds counts"),
    NEVER_REVERSED("stop and target of a bracket never trade more than its entry did, at no moment"),
    NO_FILL_LOST("every execution of the broker is in the ledger"),
    NO_FILL_DOUBLED("the ledger holds no execution the broker does not know, and each once"),
    FILL_EQUAL("order, quantity, price and commission of a fill are the broker's"),
    POSITION_EQUAL("positions of engine, risk-manager and broker are equal"),
    IDS_UNIQUE("order ids and permanent ids name one order each, and the broker never saw one again"),
    AUDIT_WHOLE(
            "the audit chain is unbroken and has the request and an answer of every order, and every execution of the broker; a tampered copy is found out"),
    NOTHING_UNHANDLED("no event is left unapplied or in a dead-letter stream");

    private final String text;

    Invariant(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
