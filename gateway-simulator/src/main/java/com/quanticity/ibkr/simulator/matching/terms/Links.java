package com.quanticity.ibkr.simulator.matching.terms;

/**
 * How an order hangs together with others.
 *
 * @param parentId order id of the parent with the same client, 0 for none
 * @param ocaGroup name of the group, empty for none
 * @param ocaType effect of a fill on the other members
 */
public record Links(int parentId, String ocaGroup, OcaType ocaType) {

    public static final Links NONE = new Links(0, "", OcaType.REDUCE);

    /** What a fill of one member does to the others of its group. */
    public enum OcaType {
        CANCEL,
        REDUCE_BLOCKED,
        REDUCE;

        /** Number on the wire. */
        public int code() {
            return ordinal() + 1;
        }

        public static OcaType of(int code) {
            return code >= 1 && code <= 3 ? values()[code - 1] : REDUCE;
        }
    }

    public boolean hasParent() {
        return parentId != 0;
    }

    public boolean hasGroup() {
        return !ocaGroup.isEmpty();
    }
}
