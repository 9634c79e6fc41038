package com.quanticity.ibkr.gateway.internal.connection;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.binding.MessageCodec;
import com.quanticity.ibkr.gateway.binding.Spelling;
import com.quanticity.ibkr.gateway.capture.WireTap;
import com.quanticity.ibkr.gateway.capture.WireTap.Direction;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.internal.wire.FrameLengthException;
import com.quanticity.ibkr.gateway.internal.wire.FrameReader;
import com.quanticity.ibkr.gateway.internal.wire.Handshake;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.model.session.ClientId;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection from the agreed version to its end. */
final class SocketConnection implements GatewayConnection {

    private static final Logger log = LoggerFactory.getLogger(SocketConnection.class);

    private final ConnectSettings settings;
    private final Handshake.Ack ack;
    private final Socket socket;
    private final FrameReader frames;
    private final GatewayListener listener;
    private final Clock clock;
    private final WireTap tap;
    private final MessageCodec codec;
    private final FrameWriter writer;
    private final Login login = new Login();
    private final AtomicReference<@Nullable CloseReason> closeReason = new AtomicReference<>();

    SocketConnection(
            ConnectSettings settings,
            Handshake.Ack ack,
            MessageCodec codec,
            Socket socket,
            FrameReader frames,
            GatewayListener listener,
            Clock clock,
            WireTap tap)
            throws IOException {
        this.settings = settings;
        this.ack = ack;
        this.socket = socket;
        this.frames = frames;
        this.listener = listener;
        this.clock = clock;
        this.tap = tap;
        this.codec = codec;
        this.writer = new FrameWriter(
                "gateway-writer-" + settings.clientId(), socket.getOutputStream(), this::onWritten, this::writerFailed);
    }

    /** Starts the API and both threads, and waits for the accounts and the next order id. */
    ConnectOutcome start(Deadline deadline) {
        writer.offer(codec.startApi());
        // The reader first: it is what ends the writer.
        Thread.ofPlatform()
                .name("gateway-reader-" + settings.clientId())
                .daemon()
                .start(this::read);
        writer.start();
        return switch (login.await(deadline)) {
            case Login.Outcome.Complete() -> new ConnectOutcome.Connected(this);
            case Login.Outcome.Refused(int code, String message) -> abandoned(code, message);
            case Login.Outcome.Closed(CloseReason reason) ->
                abandoned(
                        ConnectOutcome.Refused.CLIENT_ID_IN_USE,
                        "closed before the next order id (" + reason.message() + "), client id " + settings.clientId()
                                + " is probably in use; close the other session or wait");
            case Login.Outcome.TimedOut() -> {
                close();
                yield new ConnectOutcome.TimedOut(
                        ConnectPhase.START_API,
                        settings.address()
                                + ": no accounts and next order id; log the gateway in and answer its dialogs");
            }
        };
    }

    private ConnectOutcome abandoned(int code, String message) {
        close();
        return new ConnectOutcome.Refused(code, settings.address() + ": " + message);
    }

    @Override
    public ClientId clientId() {
        return settings.clientId();
    }

    @Override
    public int serverVersion() {
        return ack.serverVersion();
    }

    @Override
    public String connectionTime() {
        return ack.connectionTime();
    }

    @Override
    public Optional<SendOutcome.Refused> check(GatewayRequest request) {
        return switch (codec.spell(request)) {
            case Spelling.Frame _ -> Optional.empty();
            case Spelling.Refused(SendOutcome.Refused refusal) -> Optional.of(refusal);
        };
    }

    @Override
    public SendOutcome send(GatewayRequest request) {
        return switch (codec.spell(request)) {
            case Spelling.Frame(byte[] bytes) -> writer.offer(request, bytes);
            case Spelling.Refused(SendOutcome.Refused refusal) -> refusal;
        };
    }

    @Override
    public List<GatewayRequest> withdraw(Predicate<GatewayRequest> which) {
        return writer.withdraw(which);
    }

    @Override
    public boolean isOpen() {
        return closeReason.get() == null;
    }

    @Override
    public void close(CloseReason reason) {
        if (closeReason.compareAndSet(null, reason)) {
            Sockets.close(socket);
        }
    }

    private void read() {
        try {
            CloseReason end = readToTheEnd();
            close(end);
        } catch (IOException e) {
            close(CloseReason.of(Cause.STREAM_BROKEN, "read failed: " + e.getMessage()));
        } catch (Throwable e) {
            // An Error, too: nobody else would tell the session that its connection is dead.
            failed("listener", e);
        } finally {
            finish();
        }
    }

    private void writerFailed(Throwable e) {
        if (e instanceof IOException) {
            close(CloseReason.of(Cause.WRITE_FAILED, "write failed: " + e.getMessage()));
        } else {
            failed("writer", e);
        }
    }

    /** Closes before it logs: after an Error logging may fail as well. */
    private void failed(String what, Throwable e) {
        close(CloseReason.of(Cause.INTERNAL_ERROR, what + " failed: " + e));
        log.error("gateway {} failed clientId={} action=reconnect", what, settings.clientId(), e);
    }

    /** The frames that came with the handshake answer are read first. */
    private CloseReason readToTheEnd() throws IOException {
        try {
            do {
                deliver(clock.instant());
            } while (frames.fill(socket.getInputStream()) >= 0);
        } catch (FrameLengthException e) {
            return CloseReason.of(Cause.BAD_FRAME_LENGTH, String.valueOf(e.getMessage()));
        }
        return frames.hasPartialFrame()
                ? CloseReason.of(Cause.STREAM_BROKEN, "the stream ended inside a frame")
                : CloseReason.of(Cause.CLOSED_BY_GATEWAY, "the gateway closed the connection");
    }

    private void deliver(Instant receivedAt) throws FrameLengthException {
        List<GatewayEvent> events = new ArrayList<>();
        boolean tapped = tap.isOn();
        try {
            while (frames.next()) {
                if (tapped) {
                    tap.frame(
                            Direction.IN,
                            receivedAt,
                            serverVersion(),
                            frames.bytes(),
                            frames.start() - FrameReader.PREFIX,
                            frames.end());
                }
                codec.read(frames.bytes(), frames.start(), frames.end(), events);
            }
        } finally {
            if (!events.isEmpty()) {
                listener.onEvents(receivedAt, Collections.unmodifiableList(events));
                events.forEach(login::onEvent);
            }
        }
    }

    private void onWritten(byte[] frame) {
        if (tap.isOn()) {
            tap.frame(Direction.OUT, clock.instant(), serverVersion(), frame, 0, frame.length);
        }
    }

    private void finish() {
        CloseReason unexplained = CloseReason.of(Cause.INTERNAL_ERROR, "ended without a reason");
        close(unexplained);
        CloseReason reason = Objects.requireNonNullElse(closeReason.get(), unexplained);
        List<GatewayRequest> unsent = writer.stop();
        if (!login.onClosed(reason)) {
            listener.onClosed(reason, unsent);
        }
    }
}
