package com.quanticity.ibkr.gateway.internal.connection;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.internal.wire.FrameLengthException;
import com.quanticity.ibkr.gateway.internal.wire.FrameReader;
import com.quanticity.ibkr.gateway.internal.wire.Handshake;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a gateway for its version and leaves: no API is started, so no client id is taken. */
public final class HandshakeProbe {

    private HandshakeProbe() {}

    /** True when the gateway agreed on a version in time. Blocks. */
    public static boolean answers(ConnectSettings settings) {
        Deadline deadline = Deadline.in(settings.timeout());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), deadline.remainingMillis());
            socket.getOutputStream()
                    .write(Handshake.hello(settings.minVersion(), settings.maxVersion(), settings.connectOptions()));
            FrameReader frames = new FrameReader();
            while (!frames.next()) {
                socket.setSoTimeout(deadline.remainingMillis());
                if (frames.fill(socket.getInputStream()) < 0) {
                    return false;
                }
            }
            return Handshake.readAck(frames.bytes(), frames.start(), frames.end())
                    .isPresent();
        } catch (IOException | FrameLengthException e) {
            return false;
        }
    }
}
