package com.quanticity.ibkr.quickstart.process;

/** A component ended before it was ever ready. */
public final class ComponentFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Component component;
    private final String ending;
    private final boolean explained;

    ComponentFailedException(Component component, String ending, boolean explained) {
        super(component.name() + " did not start: " + ending);
        this.component = component;
        this.ending = ending;
        this.explained = explained;
    }

    public Component component() {
        return component;
    }

    /** How it ended, in words. */
    public String ending() {
        return ending;
    }

    /** Whether the ending says why; otherwise the component's log may. */
    public boolean isExplained() {
        return explained;
    }
}
