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

    /** Source: wire specification, section 3. */
    private static final int MAX_REDIRECTS = 2;

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
        ConnectSettings target = settings;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            Attempt attempt = attempt(target, listener, deadline);
            switch (attempt) {
                case Attempt.Ended(ConnectOutcome outcome) -> {
                    return outcome;
                }
                case Attempt.Redirected(String address) -> {
                    if (!settings.followRedirects() || redirects == MAX_REDIRECTS) {
                        return redirectRefused(target, address);
                    }
                    Optional<ConnectSettings> next = Addresses.redirected(target, address);
                    if (next.isEmpty()) {
                        return redirectRefused(target, address);
                    }
                    target = next.get();
                }
            }
        }
        throw new IllegalStateException("the loop above returns at its last turn");
    }

    /** How one address answered. */
    private sealed interface Attempt {
        record Ended(ConnectOutcome outcome) implements Attempt {}

        record Redirected(String address) implements Attempt {}
    }

    private Attempt attempt(ConnectSettings settings, GatewayListener listener, Deadline deadline) {
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
        } catch (RuntimeException | Error e) {
            // Nobody else knows the socket, and the gateway would go on holding the client id for it.
            Sockets.close(socket);
            throw e;
        }
    }

    private Attempt login(ConnectSettings settings, GatewayListener listener, Socket socket, Deadline deadline)
            throws IOException {
        Dialect dialect = dialects.get();
        byte[] hello = dialect.hello(settings);
        socket.getOutputStream().write(hello);
        tap(Direction.OUT, hello, 0, hello.length);
        FrameReader frames = new FrameReader();
        try {
            if (!awaitAnswer(socket, frames, deadline)) {
                return given(socket, closedWithoutAnswer(settings));
            }
        } catch (FrameLengthException e) {
            return given(socket, noGateway(settings, e));
        }
        Optional<String> redirect = Handshake.readRedirect(frames.bytes(), frames.start(), frames.end());
        if (redirect.isPresent()) {
            Sockets.close(socket);
            return new Attempt.Redirected(redirect.get());
        }
        Handshake.Ack ack = Handshake.readAck(frames.bytes(), frames.start(), frames.end())
                .orElseThrow(() -> new IllegalStateException("the answer was read as one a moment ago"));
        if (ack.serverVersion() < settings.minVersion() || ack.serverVersion() > dialect.highestVersion(settings)) {
            return given(socket, unsupported(settings, ack.serverVersion()));
        }
        listener.onPhase(ConnectPhase.START_API);
        socket.setSoTimeout(0);
        MessageCodec codec = dialect.agree(settings, ack.serverVersion(), frames.bytes(), frames.start(), frames.end());
        return new Attempt.Ended(
                new SocketConnection(settings, ack, codec, socket, frames, listener, clock, tap).start(deadline));
    }

    /** Skips whatever comes before the answer; false when the gateway closes first. */
    private boolean awaitAnswer(Socket socket, FrameReader frames, Deadline deadline)
            throws IOException, FrameLengthException {
        while (true) {
            while (frames.next()) {
                tap(Direction.IN, frames.bytes(), frames.start() - FrameReader.PREFIX, frames.end());
                if (Handshake.readAck(frames.bytes(), frames.start(), frames.end())
                                .isPresent()
                        || Handshake.readRedirect(frames.bytes(), frames.start(), frames.end())
                                .isPresent()) {
                    return true;
                }
            }
            socket.setSoTimeout(deadline.remainingMillis());
            if (frames.fill(socket.getInputStream()) < 0) {
                return false;
            }
        }
    }

    private void tap(Direction direction, byte[] bytes, int from, int to) {
        if (tap.isOn()) {
            tap.frame(direction, clock.instant(), 0, bytes, from, to);
        }
    }

    private static Attempt given(Socket socket, ConnectOutcome outcome) {
        Sockets.close(socket);
        return new Attempt.Ended(outcome);
    }

    private static ConnectOutcome noGateway(ConnectSettings settings, FrameLengthException e) {
        return new Refused(
                Refused.BAD_LENGTH,
                settings.address() + " answered with a " + e.getMessage() + "; check that it is a gateway");
    }

    private static ConnectOutcome redirectRefused(ConnectSettings settings, String address) {
        return new Refused(
                Refused.CANNOT_CONNECT,
                settings.address() + " sends us to '" + address
                        + "', which is not allowed, no address, or one redirect too many; connect to that address or set"
                        + " ibkr.gateway.follow-redirects");
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
