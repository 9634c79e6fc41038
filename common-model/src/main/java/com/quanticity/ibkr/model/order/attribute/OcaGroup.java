package com.quanticity.ibkr.model.order.attribute;

/**
 * One cancels all: orders of the same group at the broker.
 *
 * @param name any text, unique for ever; the broker compares it
 * @param type what a fill of one member does to the others
 */
public record OcaGroup(String name, OcaType type) {

    public OcaGroup {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an OCA group needs a name; give the same one to all its orders");
        }
    }
}
