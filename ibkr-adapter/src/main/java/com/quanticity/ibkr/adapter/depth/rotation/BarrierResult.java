package com.quanticity.ibkr.adapter.depth.rotation;

/** What became of the question asked after a cancel. */
public enum BarrierResult {
    /** The gateway has read everything before it. */
    ANSWERED,
    /** Sent, and no answer in time. */
    UNANSWERED,
    /** Not sent; says nothing about the gateway. */
    NOT_ASKED
}
