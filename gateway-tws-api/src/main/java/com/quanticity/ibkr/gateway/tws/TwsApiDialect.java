package com.quanticity.ibkr.gateway.tws;

import com.ib.client.EClientSocket;
import com.ib.client.EJavaSignal;
import com.ib.client.EReader;
import com.ib.client.EReaderSignal;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.binding.Dialect;
import com.quanticity.ibkr.gateway.binding.MessageCodec;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The handshake as the official client does it. The client has one version offer and cannot be told another. */
final class TwsApiDialect implements Dialect {

    private final MemorySocket socket = new MemorySocket();
    private final Callbacks callbacks = new EventCallbacks();
    private final EReaderSignal signal = new EJavaSignal();
    private final EClientSocket client = new EClientSocket(callbacks, signal);

    @Override
    public byte[] hello(ConnectSettings settings) {
        client.setAsyncEConnect(true);
        if (!settings.connectOptions().isEmpty()) {
            client.setConnectOptions(settings.connectOptions());
        }
        try {
            client.eConnect(socket, settings.clientId().value());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written", impossible);
        }
        return socket.takeWritten();
    }

    /** From 201 on the protocol is another one, which the client speaks by itself: the highest setting means no limit. */
    @Override
    public int highestVersion(ConnectSettings settings) {
        return settings.maxVersion() == ConnectSettings.HIGHEST_VERSION ? Integer.MAX_VALUE : settings.maxVersion();
    }

    @Override
    public MessageCodec agree(ConnectSettings settings, int serverVersion, byte[] bytes, int start, int end) {
        callbacks.agreed(serverVersion);
        EReader reader = new EReader(client, signal);
        TwsApiCodec codec = new TwsApiCodec(client, reader, socket, callbacks);
        codec.readHandshake(bytes, start, end);
        return codec;
    }
}
