package com.quanticity.ibkr.gateway.event;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import java.util.List;

/** Market scanner. */
public sealed interface ScannerEvent extends GatewayEvent {

    /** Every scan there is, as XML of hundreds of kilobytes. */
    record ScannerParameters(String xml) implements ScannerEvent {}

    /** One complete ranking, best first; the next one replaces it. Callbacks {@code scannerData} and {@code scannerDataEnd}. */
    record ScannerData(int reqId, List<Row> rows) implements ScannerEvent, WithId {
        public ScannerData {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One place of a ranking.
     *
     * @param rank from 0
     * @param distance meaning depends on the scan, as do {@code benchmark} and {@code projection}; often empty
     * @param legsStr legs of a combination, else empty
     */
    record Row(
            int rank,
            GatewayContract contract,
            String marketName,
            String distance,
            String benchmark,
            String projection,
            String legsStr) {}
}
