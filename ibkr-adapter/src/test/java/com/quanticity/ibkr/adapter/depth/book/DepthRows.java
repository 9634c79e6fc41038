package com.quanticity.ibkr.adapter.depth.book;

import com.quanticity.ibkr.gateway.event.DepthEvent.Row;
import com.quanticity.ibkr.gateway.event.DepthEvent.UpdateMktDepth;
import com.quanticity.ibkr.gateway.event.DepthEvent.UpdateMktDepthL2;
import java.math.BigDecimal;

/** Depth messages for tests, by their wire codes. */
public final class DepthRows {

    public static final int INSERT = 0;
    public static final int UPDATE = 1;
    public static final int DELETE = 2;
    public static final int ASK = 0;
    public static final int BID = 1;

    private DepthRows() {}

    public static Row row(int id, int position, int operation, int side, String price, String size) {
        BigDecimal exactPrice = new BigDecimal(price);
        BigDecimal exactSize = new BigDecimal(size);
        return new UpdateMktDepth(
                id,
                position,
                operation,
                side,
                exactPrice.unscaledValue().longValueExact(),
                exactPrice.scale(),
                exactSize.unscaledValue().longValueExact(),
                exactSize.scale());
    }

    public static Row smart(int id, int position, String maker, int operation, int side, String price, String size) {
        Row row = row(id, position, operation, side, price, size);
        return new UpdateMktDepthL2(
                id,
                position,
                maker,
                operation,
                side,
                row.unscaledPrice(),
                row.priceScale(),
                row.unscaledSize(),
                row.sizeScale(),
                true);
    }
}
