package com.quanticity.ibkr.simulator.fault;

/** Bytes that are no proper message. */
public enum BrokenFrame {
    /** A frame of proper length whose payload is noise. */
    GARBAGE(0, 0, 0, 8, 0x8F, 0xFF, 0x17, 0x00, 0xC3, 0x28, 0x7F, 0x00),
    /** A length of 16 MiB, one above what clients accept, and some bytes. */
    OVERSIZED(1, 0, 0, 0, '4', 0),
    /** A length of zero. */
    EMPTY(0, 0, 0, 0),
    /** Message id 999, which no version knows. */
    UNKNOWN_MESSAGE(0, 0, 0, 6, '9', '9', '9', 0, '1', 0),
    /** An ORDER_STATUS that ends after its order id. */
    CUT_SHORT(0, 0, 0, 4, '3', 0, '7', 0),
    /** Half an error message; the connection is cut behind it. */
    HALF(0, 0, 0, 40, '4', 0, '-', '1', 0, '2', '1', '0');

    private final byte[] bytes;

    BrokenFrame(int... values) {
        this.bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
    }

    /** What goes out. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether nothing can follow. */
    public boolean endsTheConnection() {
        return this == HALF;
    }
}
