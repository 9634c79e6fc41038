package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.internal.thread.HandOver;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import com.quanticity.ibkr.gateway.session.FarmStatus;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.session.SessionEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the application is told besides events: on the consumer thread, in the order it was said. Callable on every thread. */
final class Application {

    private final HandOver handOver;
    private @Nullable SessionListener listener;

    Application(HandOver handOver) {
        this.handOver = handOver;
    }

    /** Set once, before the session starts. */
    void listener(SessionListener applicationListener) {
        listener = applicationListener;
    }

    SessionListener listener() {
        SessionListener present = listener;
        if (present == null) {
            throw new IllegalStateException("the session has no listener yet");
        }
        return present;
    }

    void onStateChange(SessionEvent event) {
        handOver.post(() -> listener().onStateChange(event));
    }

    void onFarm(FarmStatus farm) {
        handOver.post(() -> listener().onFarm(farm));
    }

    void onAlarm(Alarm alarm) {
        handOver.post(() -> listener().onAlarm(alarm));
    }

    /** Probes are the session's own and are not told. */
    void onUnsent(List<GatewayRequest> unsent) {
        List<GatewayRequest> ofTheApplication = unsent.stream()
                .filter(request -> !(request instanceof SessionRequest.ReqCurrentTime))
                .toList();
        if (!ofTheApplication.isEmpty()) {
            handOver.post(() -> listener().onUnsent(ofTheApplication));
        }
    }
}
