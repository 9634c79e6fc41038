package com.quanticity.ibkr.adapter.audit;

import com.quanticity.ibkr.adapter.journal.AuditSink;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;

/**
 * A session whose order requests go on record as they are handed to the wire, whoever sends them. A proxy, so that whatever the session
 * can do passes through.
 */
final class RecordedSession implements InvocationHandler {

    private final GatewaySession session;
    private final AuditSink sink;
    private final WireAudit wire;
    private final Clock clock;

    private RecordedSession(GatewaySession session, AuditSink sink, WireAudit wire, Clock clock) {
        this.session = session;
        this.sink = sink;
        this.wire = wire;
        this.clock = clock;
    }

    static GatewaySession of(GatewaySession session, AuditSink sink, WireAudit wire, Clock clock) {
        return (GatewaySession) Proxy.newProxyInstance(
                GatewaySession.class.getClassLoader(),
                new Class<?>[] {GatewaySession.class},
                new RecordedSession(session, sink, wire, clock));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("send") && arguments[0] instanceof OrderRequest request) {
            return send(request);
        }
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private SendOutcome send(OrderRequest request) {
        Instant at = clock.instant();
        try {
            SendOutcome outcome = session.send(request);
            var _ = sink.record(() -> wire.sent(request, outcome, at));
            return outcome;
        } catch (RuntimeException e) {
            var _ = sink.record(() -> wire.uncertain(request, e, at));
            throw e;
        }
    }
}
