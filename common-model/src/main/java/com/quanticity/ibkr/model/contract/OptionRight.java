package com.quanticity.ibkr.model.contract;

/** What an option lets its holder do. */
public enum OptionRight {
    CALL("C"),
    PUT("P");

    private final String wireCode;

    OptionRight(String wireCode) {
        this.wireCode = wireCode;
    }

    /** One letter, as the broker and option symbols spell it. */
    public String wireCode() {
        return wireCode;
    }

    /**
     * Reads {@code C}, {@code CALL}, {@code P} or {@code PUT}.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public static OptionRight of(String text) {
        return switch (text) {
            case "C", "CALL" -> CALL;
            case "P", "PUT" -> PUT;
            default ->
                throw new IllegalArgumentException("'" + text + "' is no right; write C for a call or P for a put");
        };
    }
}
