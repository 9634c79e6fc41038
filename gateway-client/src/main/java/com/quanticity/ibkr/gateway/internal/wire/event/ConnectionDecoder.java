package com.quanticity.ibkr.gateway.internal.wire.event;

import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.DisplayGroupEvent;
import com.quanticity.ibkr.gateway.internal.wire.Version;
import com.quanticity.ibkr.gateway.internal.wire.field.FieldReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Errors, clock, accounts of the login, and what belongs to a TWS on a screen. */
final class ConnectionDecoder {

    private final FieldReader in;
    private final int version;

    ConnectionDecoder(FieldReader in, int version) {
        this.in = in;
        this.version = version;
    }

    ErrorMessage error() {
        if (version < Version.ERROR_TIME) {
            in.skip("version");
        }
        int id = in.integer("id");
        int code = in.integer("errorCode");
        String text = in.escapedText("errorMsg");
        String rejectJson = in.escapedText("advancedOrderRejectJson");
        Instant time = version < Version.ERROR_TIME ? null : in.millisOrNull("errorTime");
        return new ErrorMessage(id, code, text, rejectJson, time);
    }

    /** The list may end in a comma. */
    ConnectionEvent managedAccounts() {
        in.skip("version");
        List<String> accounts = new ArrayList<>();
        for (String account : in.text("accountsList").split(",", -1)) {
            if (!account.isBlank()) {
                accounts.add(account.strip());
            }
        }
        return new ConnectionEvent.ManagedAccounts(accounts);
    }

    ConnectionEvent currentTime() {
        in.skip("version");
        return new ConnectionEvent.CurrentTime(in.seconds("time"));
    }

    ConnectionEvent currentTimeInMillis() {
        return new ConnectionEvent.CurrentTimeInMillis(in.millis("timeInMillis"));
    }

    ConnectionEvent userInfo() {
        return new ConnectionEvent.UserInfo(in.integer("reqId"), in.text("whiteBrandingId"));
    }

    ConnectionEvent verification(int messageId) {
        in.skip("version");
        List<String> fields = new ArrayList<>();
        while (in.hasMore()) {
            fields.add(in.text("fields[]"));
        }
        return new ConnectionEvent.Verification(messageId, fields);
    }

    DisplayGroupEvent displayGroups() {
        in.skip("version");
        return new DisplayGroupEvent.DisplayGroupList(in.integer("reqId"), in.text("groups"));
    }

    DisplayGroupEvent displayGroupUpdated() {
        in.skip("version");
        return new DisplayGroupEvent.DisplayGroupUpdated(in.integer("reqId"), in.text("contractInfo"));
    }
}
