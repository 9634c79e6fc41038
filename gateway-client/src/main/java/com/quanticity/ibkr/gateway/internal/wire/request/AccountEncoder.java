package com.quanticity.ibkr.gateway.internal.wire.request;

import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;

/** Requests about the session, accounts, positions, profit and loss. */
final class AccountEncoder {

    private AccountEncoder() {}

    static void write(FieldWriter out, SessionRequest request) {
        switch (request) {
            case SessionRequest.ReqIds(int numIds) -> {
                out.message(OutboundMessage.REQ_IDS, 1);
                out.integer(numIds);
            }
            case SessionRequest.ReqCurrentTime() -> out.message(OutboundMessage.REQ_CURRENT_TIME, 1);
            case SessionRequest.ReqCurrentTimeInMillis() -> out.message(OutboundMessage.REQ_CURRENT_TIME_IN_MILLIS);
            case SessionRequest.SetServerLogLevel(var logLevel) -> {
                out.message(OutboundMessage.SET_SERVER_LOGLEVEL, 1);
                out.integer(logLevel.wireCode());
            }
            case SessionRequest.ReqManagedAccts() -> out.message(OutboundMessage.REQ_MANAGED_ACCTS, 1);
            case SessionRequest.ReqUserInfo(int reqId) -> {
                out.message(OutboundMessage.REQ_USER_INFO);
                out.integer(reqId);
            }
            case SessionRequest.ReqFamilyCodes() -> out.message(OutboundMessage.REQ_FAMILY_CODES);
            case SessionRequest.ReqSoftDollarTiers(int reqId) -> {
                out.message(OutboundMessage.REQ_SOFT_DOLLAR_TIERS);
                out.integer(reqId);
            }
        }
    }

    static void write(FieldWriter out, AccountRequest request) {
        switch (request) {
            case AccountRequest.ReqAccountSummary(int reqId, String group, String tags) -> {
                out.message(OutboundMessage.REQ_ACCOUNT_SUMMARY, 1);
                out.integer(reqId);
                out.text("group", group);
                out.text("tags", tags);
            }
            case AccountRequest.CancelAccountSummary(int reqId) -> {
                out.message(OutboundMessage.CANCEL_ACCOUNT_SUMMARY, 1);
                out.integer(reqId);
            }
            case AccountRequest.ReqAccountUpdates(boolean subscribe, String acctCode) -> {
                out.message(OutboundMessage.REQ_ACCOUNT_DATA, 2);
                out.bool(subscribe);
                out.text("acctCode", acctCode);
            }
            case AccountRequest.ReqAccountUpdatesMulti(int reqId, var account, var modelCode, boolean ledgerAndNLV) -> {
                out.message(OutboundMessage.REQ_ACCOUNT_UPDATES_MULTI, 1);
                out.integer(reqId);
                accountAndModel(out, account, modelCode);
                out.bool(ledgerAndNLV);
            }
            case AccountRequest.CancelAccountUpdatesMulti(int reqId) -> {
                out.message(OutboundMessage.CANCEL_ACCOUNT_UPDATES_MULTI, 1);
                out.integer(reqId);
            }
            case AccountRequest.ReqPositions() -> out.message(OutboundMessage.REQ_POSITIONS, 1);
            case AccountRequest.CancelPositions() -> out.message(OutboundMessage.CANCEL_POSITIONS, 1);
            case AccountRequest.ReqPositionsMulti(int reqId, var account, var modelCode) -> {
                out.message(OutboundMessage.REQ_POSITIONS_MULTI, 1);
                out.integer(reqId);
                accountAndModel(out, account, modelCode);
            }
            case AccountRequest.CancelPositionsMulti(int reqId) -> {
                out.message(OutboundMessage.CANCEL_POSITIONS_MULTI, 1);
                out.integer(reqId);
            }
            case AccountRequest.ReqPnL(int reqId, var account, var modelCode) -> {
                out.message(OutboundMessage.REQ_PNL);
                out.integer(reqId);
                accountAndModel(out, account, modelCode);
            }
            case AccountRequest.CancelPnL(int reqId) -> {
                out.message(OutboundMessage.CANCEL_PNL);
                out.integer(reqId);
            }
            case AccountRequest.ReqPnLSingle(int reqId, var account, var modelCode, int conId) -> {
                out.message(OutboundMessage.REQ_PNL_SINGLE);
                out.integer(reqId);
                accountAndModel(out, account, modelCode);
                out.integer(conId);
            }
            case AccountRequest.CancelPnLSingle(int reqId) -> {
                out.message(OutboundMessage.CANCEL_PNL_SINGLE);
                out.integer(reqId);
            }
            case AccountRequest.RequestFA(int faDataType) -> {
                out.message(OutboundMessage.REQ_FA, 1);
                out.integer(faDataType);
            }
            case AccountRequest.ReplaceFA(int reqId, int faDataType, String xml) -> {
                out.message(OutboundMessage.REPLACE_FA, 1);
                out.integer(faDataType);
                out.text("xml", xml);
                out.integer(reqId);
            }
        }
    }

    private static void accountAndModel(FieldWriter out, String account, String modelCode) {
        out.text("account", account);
        out.text("modelCode", modelCode);
    }
}
