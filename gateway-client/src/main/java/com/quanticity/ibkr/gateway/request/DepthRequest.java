package com.quanticity.ibkr.gateway.request;

import com.quanticity.ibkr.gateway.TagValue;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import java.util.List;

/** Order books. */
public sealed interface DepthRequest extends GatewayRequest {

    /** Asks which exchanges offer depth, and of which kind. */
    record ReqMktDepthExchanges() implements DepthRequest {}

    /**
     * Starts depth: the book as inserts, then updates, without a mark between them.
     *
     * @param numRows rows a side
     * @param isSmartDepth aggregated over exchanges, for contracts routed through SMART
     */
    record ReqMktDepth(
            int reqId, GatewayContract contract, int numRows, boolean isSmartDepth, List<TagValue> mktDepthOptions)
            implements DepthRequest, WithId {

        public ReqMktDepth {
            mktDepthOptions = List.copyOf(mktDepthOptions);
        }

        /** Ends this subscription. */
        public CancelMktDepth cancel() {
            return new CancelMktDepth(reqId, isSmartDepth);
        }
    }

    /** {@code isSmartDepth} must be that of the request. */
    record CancelMktDepth(int reqId, boolean isSmartDepth) implements DepthRequest, WithId {}
}
