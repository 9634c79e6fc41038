package com.quanticity.ibkr.gateway.internal.connection;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.binding.Dialect;
import com.quanticity.ibkr.gateway.binding.MessageCodec;
import com.quanticity.ibkr.gateway.binding.Spelling;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.internal.wire.Handshake;
import com.quanticity.ibkr.gateway.internal.wire.event.WireDecoder;
import com.quanticity.ibkr.gateway.internal.wire.request.WireEncoder;
import com.quanticity.ibkr.gateway.internal.wire.request.WireEncoder.Encoded;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import java.util.List;

/** Our own codec. */
final class NativeDialect implements Dialect {

    @Override
    public byte[] hello(ConnectSettings settings) {
        return Handshake.hello(settings.minVersion(), settings.maxVersion(), settings.connectOptions());
    }

    @Override
    public int highestVersion(ConnectSettings settings) {
        return settings.maxVersion();
    }

    @Override
    public MessageCodec agree(ConnectSettings settings, int serverVersion, byte[] bytes, int start, int end) {
        return new Codec(settings.clientId().value(), new WireDecoder(serverVersion), new WireEncoder(serverVersion));
    }

    private record Codec(int clientId, WireDecoder decoder, WireEncoder encoder) implements MessageCodec {

        @Override
        public byte[] startApi() {
            return WireEncoder.startApi(clientId, "");
        }

        @Override
        public Spelling spell(GatewayRequest request) {
            return switch (encoder.encode(request)) {
                case Encoded.Frame(byte[] bytes) -> new Spelling.Frame(bytes);
                case Encoded.Refused(var refusal) -> new Spelling.Refused(refusal);
            };
        }

        @Override
        public void read(byte[] bytes, int start, int end, List<GatewayEvent> events) {
            events.add(decoder.decode(bytes, start, end));
        }
    }
}
