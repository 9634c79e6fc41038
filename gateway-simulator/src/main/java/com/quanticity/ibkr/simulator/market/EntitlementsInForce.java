package com.quanticity.ibkr.simulator.market;

/** What the user of one gateway may see now; it can change while clients are connected. Event loop only. */
public final class EntitlementsInForce {

    private Entitlements usual;
    private Entitlements now;

    public EntitlementsInForce(Entitlements usual) {
        this.usual = usual;
        this.now = usual;
    }

    public Entitlements now() {
        return now;
    }

    /** Other ones from now on, to which {@link #restore} leads back. */
    public void use(Entitlements other) {
        usual = other;
        now = other;
    }

    /** One rule more, until {@link #restore}. */
    public void add(Entitlements.Rule rule) {
        now = now.with(rule);
    }

    /** The usual ones again. */
    public void restore() {
        now = usual;
    }

    /** Whether rules were added to the usual ones. */
    public boolean isChanged() {
        return !now.equals(usual);
    }
}
