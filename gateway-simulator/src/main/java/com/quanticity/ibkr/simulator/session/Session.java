package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.fault.FrameGate;
import com.quanticity.ibkr.simulator.session.Handshake.Agreed;
import com.quanticity.ibkr.simulator.time.EventLoop;
import com.quanticity.ibkr.simulator.wire.DataFrames;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.MessageNames;
import com.quanticity.ibkr.simulator.wire.RequestDecoder;
import com.quanticity.ibkr.simulator.wire.TickFrames;
import com.quanticity.ibkr.simulator.witness.Witness;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** One client's connection as the event loop sees it. Event loop only. */
final class Session implements Client {

    /** How far the session is; requests before START_API are ignored. */
    enum Phase {
        CONNECTED,
        RUNNING,
        CLOSED
    }

    /** What the gateway says by itself while it has no broker: errors, ids, accounts, the time. */
    private static final Set<Integer> OWN_MESSAGES = Set.of(4, 9, 15, 49, 109);

    private final ClientConnection connection;
    private final Agreed agreed;
    private final InstantSource time;
    private final Faults faults;
    private final Witness witness;
    private final FrameGate frames;
    private final RequestDecoder decoder;
    private final MessageRate rate;
    private final Instant since;
    private Phase phase = Phase.CONNECTED;
    private int clientId = -1;
    private long messagesIn;
    private long messagesOut;
    private int violations;
    private boolean halfOpen;

    Session(
            ClientConnection connection,
            Agreed agreed,
            LimitsInForce limits,
            EventLoop loop,
            InstantSource time,
            Faults faults,
            Witness witness) {
        this.connection = connection;
        this.agreed = agreed;
        this.time = time;
        this.faults = faults;
        this.witness = witness;
        this.frames = new FrameGate(loop, faults.rules(), faults.links(), () -> clientId, this::write);
        this.decoder = new RequestDecoder(agreed.version());
        this.rate = new MessageRate(() -> limits.now().messagesPerSecond());
        this.since = time.instant();
    }

    /** The client id, -1 before START_API. */
    @Override
    public int clientId() {
        return clientId;
    }

    @Override
    public int version() {
        return agreed.version();
    }

    boolean isPaced() {
        return agreed.isPaced();
    }

    Instant since() {
        return since;
    }

    Phase phase() {
        return phase;
    }

    RequestDecoder decoder() {
        return decoder;
    }

    MessageRate rate() {
        return rate;
    }

    void start(int id) {
        clientId = id;
        connection.belongsTo(id);
        phase = Phase.RUNNING;
    }

    void closed() {
        phase = Phase.CLOSED;
    }

    void countIn() {
        messagesIn++;
    }

    long messagesIn() {
        return messagesIn;
    }

    long messagesOut() {
        return messagesOut;
    }

    int framesQueued() {
        return connection.queued();
    }

    /** One more violation of the message rate; their number so far. */
    int countViolation() {
        return ++violations;
    }

    int violations() {
        return violations;
    }

    String peer() {
        return connection.peer();
    }

    @Override
    public void send(Event event) {
        send(event.encode(agreed.version()));
    }

    @Override
    public void send(byte[] frame) {
        if (phase != Phase.CLOSED && (!faults.isBrokerLost() || OWN_MESSAGES.contains(MessageNames.idOf(frame)))) {
            passUnlessSilent(frame);
        }
    }

    private void passUnlessSilent(byte[] frame) {
        if (!faults.silencesRequests()
                || !faults.silences(clientId, DataFrames.requestIdOf(frame, 0, MessageNames.idOf(frame)))) {
            frames.send(frame);
        }
    }

    /** The answer to the version offer, as it was sent. */
    byte[] hello() {
        return TickFrames.hello(agreed.version(), agreed.connectionTime());
    }

    /** Sends bytes that are no event, whatever rules there are. */
    void sendRaw(byte[] bytes) {
        write(bytes);
    }

    private void write(byte[] bytes) {
        messagesOut++;
        witness.onSent(this, clientId, agreed.version(), bytes);
        connection.send(bytes);
    }

    /** From now on the line is dead and nobody has noticed: nothing passes either way. */
    void goHalfOpen() {
        halfOpen = true;
        frames.die();
    }

    boolean isHalfOpen() {
        return halfOpen;
    }

    @Override
    public void sendMessage(int id, int code, String text) {
        sendMessage(id, code, text, "");
    }

    @Override
    public void sendMessage(int id, int code, String text, String advancedJson) {
        if (id != -1 && faults.isBrokerLost()) {
            return;
        }
        send(Event.of("ERR_MSG")
                .with("id", id)
                .with("errorCode", code)
                .with("errorMsg", text)
                .with("advancedOrderRejectJson", advancedJson)
                .with("errorTime", time.millis()));
    }

    void close() {
        frames.die();
        connection.close();
    }

    void closeAfterSending() {
        frames.afterAll(connection::closeAfterSending);
    }
}
