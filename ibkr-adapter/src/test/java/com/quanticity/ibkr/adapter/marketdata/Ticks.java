package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.gateway.TickType;
import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import com.quanticity.ibkr.gateway.event.TickEvent.TickSize;
import com.quanticity.ibkr.gateway.event.TickEvent.TickString;
import java.math.BigDecimal;

/** Ticks for tests, of request {@link #ID} unless another is given. */
final class Ticks {

    static final int ID = 1_000_000_000;

    private Ticks() {}

    static TickPrice price(TickType type, String price, String size) {
        return price(ID, type, price, size);
    }

    static TickPrice price(int requestId, TickType type, String price, String size) {
        BigDecimal exactPrice = new BigDecimal(price);
        BigDecimal exactSize = new BigDecimal(size);
        return new TickPrice(
                requestId,
                type.code(),
                exactPrice.unscaledValue().longValueExact(),
                exactPrice.scale(),
                exactSize.unscaledValue().longValueExact(),
                exactSize.scale(),
                0);
    }

    static TickPrice priceWithoutSize(TickType type, String price) {
        BigDecimal exact = new BigDecimal(price);
        return new TickPrice(
                ID, type.code(), exact.unscaledValue().longValueExact(), exact.scale(), TickPrice.ABSENT, 0, 0);
    }

    static TickPrice noPrice(TickType type) {
        return new TickPrice(ID, type.code(), TickPrice.ABSENT, 0, 0, 0, 0);
    }

    static TickSize size(TickType type, String size) {
        BigDecimal exact = new BigDecimal(size);
        return new TickSize(ID, type.code(), exact.unscaledValue().longValueExact(), exact.scale());
    }

    static TickString text(TickType type, String value) {
        return new TickString(ID, type.code(), value);
    }
}
