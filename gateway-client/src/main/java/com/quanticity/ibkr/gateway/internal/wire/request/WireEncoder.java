package com.quanticity.ibkr.gateway.internal.wire.request;

import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.ContractRequest;
import com.quanticity.ibkr.gateway.request.DepthRequest;
import com.quanticity.ibkr.gateway.request.DisplayGroupRequest;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.HistoryRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.request.NewsRequest;
import com.quanticity.ibkr.gateway.request.OrderQuery;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.request.ScannerRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import java.util.Optional;

/** Turns requests into frames under the layout of the agreed version. Immutable and thread-safe. */
public final class WireEncoder {

    private final int version;
    private final OrderRequestEncoder orders;

    public WireEncoder(int serverVersion) {
        this.version = serverVersion;
        this.orders = new OrderRequestEncoder(serverVersion);
    }

    /** A frame, or why there is none. */
    public sealed interface Encoded {

        /** Ready for the socket, length prefix included. Handed on once, never compared. */
        @SuppressWarnings("ArrayRecordComponent")
        record Frame(byte[] bytes) implements Encoded {}

        /** Not to be sent; not a byte of it exists. */
        record Refused(SendOutcome.Refused refusal) implements Encoded {}
    }

    /** The first message after the handshake; nothing else is accepted before it. */
    public static byte[] startApi(int clientId, String optionalCapabilities) {
        FieldWriter out = new FieldWriter();
        out.message(OutboundMessage.START_API, 2);
        out.integer(clientId);
        out.text("optionalCapabilities", optionalCapabilities);
        return out.toFrame();
    }

    public Encoded encode(GatewayRequest request) {
        Optional<String> tooNew = VersionRule.violation(request, version);
        if (tooNew.isPresent()) {
            return refused(
                    LocalRefusal.SERVER_TOO_OLD,
                    tooNew.get() + ", the gateway speaks " + version + "; leave it out or update the gateway");
        }
        FieldWriter out = new FieldWriter();
        try {
            write(out, request);
        } catch (UnsendableException e) {
            return refused(e.refusal(), e.message());
        }
        return new Encoded.Frame(out.toFrame());
    }

    private static Encoded refused(LocalRefusal refusal, String message) {
        return new Encoded.Refused(new SendOutcome.Refused(refusal, message));
    }

    private void write(FieldWriter out, GatewayRequest request) {
        switch (request) {
            case SessionRequest session -> AccountEncoder.write(out, session);
            case AccountRequest account -> AccountEncoder.write(out, account);
            case MarketDataRequest data -> MarketDataEncoder.write(out, data);
            case DepthRequest depth -> MarketDataEncoder.write(out, depth);
            case ContractRequest contract -> ReferenceEncoder.write(out, contract);
            case HistoryRequest history -> ReferenceEncoder.write(out, history);
            case NewsRequest news -> ResearchEncoder.write(out, news);
            case ScannerRequest scanner -> ResearchEncoder.write(out, scanner);
            case DisplayGroupRequest group -> ResearchEncoder.write(out, group);
            case OrderRequest order -> orders.write(out, order);
            case OrderQuery query -> orders.write(out, query);
        }
    }
}
