package com.quanticity.ibkr.model.order.attribute;

/** Whether an order opens or closes a position, for institutions that must say so. */
public enum OpenClose {
    OPEN("O"),
    CLOSE("C");

    private final String wireCode;

    OpenClose(String wireCode) {
        this.wireCode = wireCode;
    }

    public String wireCode() {
        return wireCode;
    }
}
