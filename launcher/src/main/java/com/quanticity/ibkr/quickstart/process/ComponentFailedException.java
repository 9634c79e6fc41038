package com.quanticity.ibkr.quickstart.process;

/** A component ended before it was ever ready. */
public final class ComponentFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Component component;
    private final String ending;

    ComponentFailedException(Component component, String ending) {
        super(component.name() + " did not start: " + ending);
        this.component = component;
        this.ending = ending;
    }

    public Component component() {
        return component;
    }

    /** How it ended, in words. */
    public String ending() {
        return ending;
    }
}
