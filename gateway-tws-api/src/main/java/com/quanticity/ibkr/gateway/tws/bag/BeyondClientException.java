package com.quanticity.ibkr.gateway.tws.bag;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.TagValue;
import java.io.Serial;
import java.math.BigDecimal;

/** A value the official client cannot hold: the request is refused rather than changed. */
public final class BeyondClientException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final LocalRefusal refusal;

    private BeyondClientException(LocalRefusal refusal, String message) {
        super(message, null, false, false);
        this.refusal = refusal;
    }

    public LocalRefusal refusal() {
        return refusal;
    }

    static BeyondClientException ofDigits(BigDecimal value) {
        return new BeyondClientException(
                LocalRefusal.NOT_IN_BINDING,
                value.toPlainString()
                        + " has more digits than the official client can hold; round it or use the native binding");
    }

    static BeyondClientException ofSeparator(TagValue tag) {
        return new BeyondClientException(
                LocalRefusal.ILLEGAL_TEXT,
                "option " + tag.tag() + " holds = in its tag or ; in tag or value, where they separate; remove them");
    }

    static BeyondClientException ofCode(String member, String code) {
        return new BeyondClientException(
                LocalRefusal.NOT_IN_BINDING,
                "the official client does not know " + member + " " + code + "; correct it or use the native binding");
    }
}
