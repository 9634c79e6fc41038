package com.quanticity.ibkr.gateway.request;

import com.quanticity.ibkr.gateway.TagValue;
import java.util.List;

/** Market scanners. */
public sealed interface ScannerRequest extends GatewayRequest {

    /** Asks for the XML that lists all scanners and filters; hundreds of kilobytes. */
    record ReqScannerParameters() implements ScannerRequest {}

    /**
     * Starts a scanner: its whole list, and again whenever it changes.
     *
     * @param subscriptionOptions normally empty
     * @param filterOptions for example {@code changePercAbove} with value 5
     */
    record ReqScannerSubscription(
            int reqId,
            ScannerSubscription subscription,
            List<TagValue> subscriptionOptions,
            List<TagValue> filterOptions)
            implements ScannerRequest, WithId {

        public ReqScannerSubscription {
            subscriptionOptions = List.copyOf(subscriptionOptions);
            filterOptions = List.copyOf(filterOptions);
        }
    }

    record CancelScannerSubscription(int reqId) implements ScannerRequest, WithId {}
}
