package com.quanticity.ibkr.gateway.internal.connection;

import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectOutcome.Refused;
import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.binding.Dialect;
import com.quanticity.ibkr.gateway.binding.MessageCodec;
import com.quanticity.ibkr.gateway.capture.WireTap;
import com.quanticity.ibkr.gateway.capture.WireTap.Direction;
import com.quanticity.ibkr.gateway.internal.wire.FrameLengthException;
import com.quanticity.ibkr.gateway.internal.wire.FrameReader;
import com.quanticity.ibkr.gateway.internal.wire.Handshake;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Connects over a plain socket in the dialect of a binding. Source of the order of steps: wire specification, section 3. */
public final class SocketBinding implements GatewayBinding {

    private final String name;
    private final Supplier<Dialect> dialects;
    private final Clock clock;
    private final WireTap tap;

    /** @param dialects makes a new one for each attempt to connect */
    public SocketBinding(String name, Supplier<Dialect> dialects, Clock clock, WireTap tap) {
        this.name = name;
        this.dialects = dialects;
        this.clock = clock;
        this.tap = tap;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ConnectOutcome connect(ConnectSettings settings, GatewayListener listener) {
        Deadline deadline = Deadline.in(settings.timeout());
        listener.onPhase(ConnectPhase.SOCKET);
        Socket socket = new Socket();
        ConnectPhase phase = ConnectPhase.SOCKET;
        try {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), deadline.remainingMillis());
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            phase = ConnectPhase.VERSION;
            listener.onPhase(phase);
            return login(settings, listener, socket, deadline);
        } catch (SocketTimeoutException e) {
            return given(socket, timedOut(settings, phase));
        } catch (IOException e) {
            return given(socket, cannotConnect(settings, phase, e));
        }
    }

    private ConnectOutcome login(ConnectSettings settings, GatewayListener listener, Socket socket, Deadline deadline)
            throws IOException {
        Dialect dialect = dialects.get();
        byte[] hello = dialect.hello(settings);
        socket.getOutputStream().write(hello);
        tap(Direction.OUT, hello, 0, hello.length);
        FrameReader frames = new FrameReader();
        Optional<Handshake.Ack> answer;
        try {
            answer = awaitAck(socket, frames, deadline);
        } catch (FrameLengthException e) {
            return given(
                    socket,
                    new Refused(
                            Refused.BAD_LENGTH,
                            settings.address() + " answered with a " + e.getMessage()
                                    + "; check that it is a gateway"));
        }
        if (answer.isEmpty()) {
            return given(socket, closedWithoutAnswer(settings));
        }
        Handshake.Ack ack = answer.get();
        if (ack.serverVersion() < settings.minVersion() || ack.serverVersion() > dialect.highestVersion(settings)) {
            return given(socket, unsupported(settings, ack.serverVersion()));
        }
        listener.onPhase(ConnectPhase.START_API);
        socket.setSoTimeout(0);
        MessageCodec codec = dialect.agree(settings, ack.serverVersion(), frames.bytes(), frames.start(), frames.end());
        return new SocketConnection(settings, ack, codec, socket, frames, listener, clock, tap).start(deadline);
    }

    /** Skips whatever comes before the answer; empty when the gateway closes first. */
    private Optional<Handshake.Ack> awaitAck(Socket socket, FrameReader frames, Deadline deadline)
            throws IOException, FrameLengthException {
        while (true) {
            while (frames.next()) {
                tap(Direction.IN, frames.bytes(), frames.start() - FrameReader.PREFIX, frames.end());
                Optional<Handshake.Ack> ack = Handshake.readAck(frames.bytes(), frames.start(), frames.end());
                if (ack.isPresent()) {
                    return ack;
                }
            }
            socket.setSoTimeout(deadline.remainingMillis());
            if (frames.fill(socket.getInputStream()) < 0) {
                return Optional.empty();
            }
        }
    }

    private void tap(Direction direction, byte[] bytes, int from, int to) {
        if (tap.isOn()) {
            tap.frame(direction, clock.instant(), 0, bytes, from, to);
        }
    }

    private static ConnectOutcome given(Socket socket, ConnectOutcome outcome) {
        Sockets.close(socket);
        return outcome;
    }

    private static ConnectOutcome timedOut(ConnectSettings settings, ConnectPhase phase) {
        String message = switch (phase) {
            case SOCKET -> "no answer to the connect; check host, port and firewall";
            case VERSION, START_API ->
                "connected but silent; log the gateway in, answer its dialogs, trust this address";
        };
        return new ConnectOutcome.TimedOut(phase, settings.address() + ": " + message);
    }

    private static ConnectOutcome cannotConnect(ConnectSettings settings, ConnectPhase phase, IOException e) {
        String message = phase == ConnectPhase.SOCKET
                ? "cannot connect (" + e.getMessage() + "); start the gateway or correct ibkr.gateway.host and port"
                : "connection broke during the handshake (" + e.getMessage() + "); check the gateway's log";
        return new Refused(Refused.CANNOT_CONNECT, settings.address() + ": " + message);
    }

    private static ConnectOutcome closedWithoutAnswer(ConnectSettings settings) {
        return new Refused(
                Refused.CANNOT_CONNECT,
                settings.address()
                        + " closed without an answer; trust this address in the gateway, or its version is below "
                        + settings.minVersion());
    }

    private static ConnectOutcome unsupported(ConnectSettings settings, int serverVersion) {
        return new Refused(
                Refused.UNSUPPORTED_VERSION,
                settings.address() + " speaks version " + serverVersion + ", we accept " + settings.minVersion() + ".."
                        + settings.maxVersion() + "; update the gateway or widen ibkr.gateway.min-version");
    }
}
