package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.ScannerEvent;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;

/** Market scanner. */
final class ScannerDecoder {

    private final FieldReader in;

    ScannerDecoder(FieldReader in) {
        this.in = in;
    }

    ScannerEvent parameters() {
        in.skip("version");
        return new ScannerEvent.ScannerParameters(in.text("xml"));
    }

    ScannerEvent data() {
        in.skip("version");
        return new ScannerEvent.ScannerData(in.integer("reqId"), in.group("rows#", 16, this::row));
    }

    private ScannerEvent.Row row() {
        int rank = in.integer("rows[].rank");
        GatewayContract.Builder contract = GatewayContract.builder()
                .conId(in.integer("rows[].conId"))
                .symbol(in.text("rows[].symbol"))
                .secType(in.code("rows[].secType"))
                .lastTradeDateOrContractMonth(in.text("rows[].lastTradeDateOrContractMonth"))
                .strike(in.numberOrNullIfZero("rows[].strike"))
                .right(in.right("rows[].right"))
                .exchange(in.code("rows[].exchange"))
                .currency(in.code("rows[].currency"))
                .localSymbol(in.text("rows[].localSymbol"));
        String marketName = in.text("rows[].marketName");
        contract.tradingClass(in.text("rows[].tradingClass"));
        return new ScannerEvent.Row(
                rank,
                contract.build(),
                marketName,
                in.text("rows[].distance"),
                in.text("rows[].benchmark"),
                in.text("rows[].projection"),
                in.text("rows[].legsStr"));
    }
}
