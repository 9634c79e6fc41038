package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.wire.FrameReader;
import com.quanticity.ibkr.simulator.wire.TickFrames;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's socket: the handshake, then frames in and out. Moves bytes only; knows nothing of their meaning. */
final class ClientConnection {

    private static final Logger log = LoggerFactory.getLogger(ClientConnection.class);

    private static final long LAST_READ_MILLIS = 1000;

    /** What the connection tells; called on its reader thread. */
    interface Listener {

        void onConnected(ClientConnection connection, Handshake.Agreed agreed);

        void onFrame(ClientConnection connection, List<String> fields);

        void onClosed(ClientConnection connection);
    }

    private final Socket socket;
    private final Handshake handshake;
    private final PauseGate gate;
    private final Faults faults;
    private final Listener listener;
    private final Outbox outbox;
    private volatile int clientId = -1;
    private final CountDownLatch readerDone = new CountDownLatch(1);

    ClientConnection(
            Socket socket, Handshake handshake, PauseGate gate, Faults faults, Backlog backlog, Listener listener) {
        this.socket = socket;
        this.handshake = handshake;
        this.gate = gate;
        this.faults = faults;
        this.listener = listener;
        this.outbox = new Outbox(gate, () -> faults.links().of(clientId).chunkBytes(), backlog);
    }

    void start() {
        Thread.ofVirtual().name("client-reader-" + socket.getPort()).start(this::read);
        Thread.ofVirtual().name("client-writer-" + socket.getPort()).start(this::write);
    }

    /** Tells whose link this is. */
    void belongsTo(int id) {
        clientId = id;
    }

    /** Queues a frame; a client that does not read is disconnected. */
    void send(byte[] frame) {
        if (!outbox.offer(frame)) {
            log.warn("client disconnected reason=reads_too_slowly peer={} queued={}", peer(), outbox.queued());
            close();
        }
    }

    /** Closes once everything queued is sent. */
    void closeAfterSending() {
        outbox.finish();
    }

    void close() {
        outbox.finish();
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            log.debug("socket close failed peer={}", peer(), alreadyBroken);
        }
    }

    int queued() {
        return outbox.queued();
    }

    String peer() {
        return socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
    }

    private void read() {
        try {
            socket.setTcpNoDelay(true);
            FrameReader frames = new FrameReader(socket.getInputStream());
            if (agree(frames)) {
                readFrames(frames);
            }
        } catch (ProtocolException | EOFException garbage) {
            log.info("client disconnected reason=unreadable peer={} detail={}", peer(), garbage.getMessage());
        } catch (IOException gone) {
            log.debug("client connection ended peer={} detail={}", peer(), gone.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            readerDone.countDown();
            close();
            listener.onClosed(this);
        }
    }

    private boolean agree(FrameReader frames) throws IOException, InterruptedException {
        if (faults.login() == LoginFault.CLOSED_AT_ONCE) {
            log.info("client refused reason=closed_at_once peer={}", peer());
            return false;
        }
        String offer = frames.readHello();
        gate.await();
        if (faults.login() == LoginFault.UNANSWERED) {
            waitForTheClientToLeave(frames);
            return false;
        }
        Optional<Handshake.Agreed> agreed = handshake.answer(offer);
        if (agreed.isEmpty()) {
            log.info("client refused reason=no_common_version offer={} peer={}", offer, peer());
            return false;
        }
        send(TickFrames.hello(agreed.get().version(), agreed.get().connectionTime()));
        listener.onConnected(this, agreed.get());
        return true;
    }

    private void waitForTheClientToLeave(FrameReader frames) throws IOException {
        log.info("client left unanswered peer={}", peer());
        while (frames.readFrame() != null) {
            // what it sends before an answer is lost
        }
    }

    private void readFrames(FrameReader frames) throws IOException, InterruptedException {
        for (@Nullable List<String> frame = frames.readFrame(); frame != null; frame = frames.readFrame()) {
            gate.await();
            listener.onFrame(this, frame);
        }
    }

    /** A socket closed with unread input resets the connection, and the client could lose what was sent last. */
    private void letTheClientReadTheLast() throws IOException, InterruptedException {
        if (!socket.isClosed()) {
            socket.shutdownOutput();
            boolean _ = readerDone.await(LAST_READ_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void write() {
        try {
            outbox.sendTo(socket.getOutputStream());
            letTheClientReadTheLast();
        } catch (IOException gone) {
            log.debug("client cannot be written to peer={} detail={}", peer(), gone.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            outbox.end();
            close();
        }
    }
}
