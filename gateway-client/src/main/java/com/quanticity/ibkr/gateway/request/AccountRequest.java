package com.quanticity.ibkr.gateway.request;

import com.quanticity.ibkr.gateway.event.AccountEvent;

/** Account values, positions, profit and loss. */
public sealed interface AccountRequest extends GatewayRequest {

    /**
     * Starts {@link AccountEvent.AccountSummary}, first all, then {@link AccountEvent.AccountSummaryEnd}, then changes every three
     * minutes. Two subscriptions at most.
     *
     * @param group {@code All} or an advisor's group
     * @param tags comma separated; also {@code $LEDGER}, {@code $LEDGER:EUR}, {@code $LEDGER:ALL}
     */
    record ReqAccountSummary(int reqId, String group, String tags) implements AccountRequest, WithId {}

    record CancelAccountSummary(int reqId) implements AccountRequest, WithId {}

    /**
     * Starts or stops values and portfolio of one account, first all, then {@link AccountEvent.AccountDownloadEnd}, then changes; a
     * new account replaces the one before.
     *
     * @param acctCode may be empty with a single account
     */
    record ReqAccountUpdates(boolean subscribe, String acctCode) implements AccountRequest {}

    /**
     * Starts {@link AccountEvent.AccountUpdateMulti}, first all, then {@link AccountEvent.AccountUpdateMultiEnd}, then changes.
     *
     * @param ledgerAndNLV the light set: ledger and net liquidation
     */
    record ReqAccountUpdatesMulti(int reqId, String account, String modelCode, boolean ledgerAndNLV)
            implements AccountRequest, WithId {}

    record CancelAccountUpdatesMulti(int reqId) implements AccountRequest, WithId {}

    /** Starts {@link AccountEvent.Position}, first all, then {@link AccountEvent.PositionEnd}, then changes at once. */
    record ReqPositions() implements AccountRequest {}

    record CancelPositions() implements AccountRequest {}

    /** Starts {@link AccountEvent.PositionMulti}, first all, then {@link AccountEvent.PositionMultiEnd}, then changes. */
    record ReqPositionsMulti(int reqId, String account, String modelCode) implements AccountRequest, WithId {}

    record CancelPositionsMulti(int reqId) implements AccountRequest, WithId {}

    /** Starts {@link AccountEvent.Pnl}, about once a second. */
    record ReqPnL(int reqId, String account, String modelCode) implements AccountRequest, WithId {}

    record CancelPnL(int reqId) implements AccountRequest, WithId {}

    /** Starts {@link AccountEvent.PnlSingle} of one position. */
    record ReqPnLSingle(int reqId, String account, String modelCode, int conId) implements AccountRequest, WithId {}

    record CancelPnLSingle(int reqId) implements AccountRequest, WithId {}

    /**
     * Asks for {@link AccountEvent.ReceiveFa}: an advisor's configuration as XML. Known from the wire specification's short form only.
     *
     * @param faDataType 1 groups, 3 aliases
     */
    record RequestFA(int faDataType) implements AccountRequest {}

    /** Replaces an advisor's configuration, answered by {@link AccountEvent.ReplaceFaEnd}. Known as {@link RequestFA}. */
    record ReplaceFA(int reqId, int faDataType, String xml) implements AccountRequest, WithId {}
}
