package com.quanticity.ibkr.chaos.proof;

/**
 * How much was compared.
 *
 * @param brackets of all
 * @param bracketsLeft those of them whose stop or target traded
 * @param parents of algorithms
 */
public record Checked(
        long orders, long fills, long changes, long brackets, long bracketsLeft, long parents, long auditEntries) {

    public static final Checked NOTHING = new Checked(0, 0, 0, 0, 0, 0, 0);

    public Checked plus(Checked other) {
        return new Checked(
                orders + other.orders,
                fills + other.fills,
                changes + other.changes,
                brackets + other.brackets,
                bracketsLeft + other.bracketsLeft,
                parents + other.parents,
                auditEntries + other.auditEntries);
    }
}
