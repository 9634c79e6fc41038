package com.quanticity.ibkr.adapter.marketdata;

/** Takes market data lines of the login beside level 1. Called on any thread; must not block. */
public interface LineHolder {

    /** Lines held now. */
    int linesHeld();

    /** True when they are held until somebody gives them back; false when they come free by themselves within seconds. */
    boolean isLasting();
}
