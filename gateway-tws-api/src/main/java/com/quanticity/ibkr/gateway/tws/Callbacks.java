package com.quanticity.ibkr.gateway.tws;

import com.ib.client.DefaultEWrapper;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Receives what the official client says: about a call that is being made on the calling thread, about a frame that is being read on
 * the reader thread. The client tells both through one method, so the calling thread is remembered.
 */
class Callbacks extends DefaultEWrapper {

    private static final int UNKNOWN_MESSAGE = 505;
    private static final int VERSION_WITH_ERROR_TIME = 194;

    private List<GatewayEvent> events = new ArrayList<>();
    private int serverVersion;
    private @Nullable String problem;
    private boolean unknown;

    private volatile @Nullable Thread caller;
    private SendOutcome.@Nullable Refused refusal;

    final void agreed(int version) {
        serverVersion = version;
    }

    final int serverVersion() {
        return serverVersion;
    }

    final void startCall() {
        refusal = null;
        caller = Thread.currentThread();
    }

    final void endCall() {
        caller = null;
    }

    final SendOutcome.@Nullable Refused takeRefusal() {
        SendOutcome.Refused taken = refusal;
        refusal = null;
        return taken;
    }

    final void startFrame(List<GatewayEvent> into) {
        events = into;
        problem = null;
        unknown = false;
    }

    /** Everything a frame had to say has been said. */
    void endFrame() {}

    final void fail(String what) {
        problem = what;
    }

    final Optional<String> takeProblem() {
        return Optional.ofNullable(problem);
    }

    final boolean takeUnknown() {
        return unknown;
    }

    final void add(GatewayEvent event) {
        events.add(event);
    }

    @Override
    public final void error(int id, long errorTime, int errorCode, String errorMsg, @Nullable String rejectJson) {
        if (Thread.currentThread() == caller) {
            refusal = new SendOutcome.Refused(refusalOf(errorCode), errorCode + " " + errorMsg);
        } else if (errorCode == UNKNOWN_MESSAGE && id == ErrorMessage.SESSION) {
            unknown = true;
        } else {
            add(new ErrorMessage(
                    id,
                    errorCode,
                    errorMsg == null ? "" : errorMsg,
                    rejectJson == null ? "" : rejectJson,
                    serverVersion < VERSION_WITH_ERROR_TIME || errorTime == 0
                            ? null
                            : Instant.ofEpochMilli(errorTime)));
        }
    }

    @Override
    public final void error(Exception failure) {
        fail(String.valueOf(failure));
    }

    @Override
    public final void error(String message) {
        fail(message);
    }

    private static LocalRefusal refusalOf(int code) {
        for (LocalRefusal refusal : LocalRefusal.values()) {
            if (refusal.code() == code && code != 0) {
                return refusal;
            }
        }
        return LocalRefusal.NOT_IN_BINDING;
    }
}
