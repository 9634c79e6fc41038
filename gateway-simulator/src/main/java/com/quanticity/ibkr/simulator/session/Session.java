package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.session.Handshake.Agreed;
import com.quanticity.ibkr.simulator.wire.Event;
import com.quanticity.ibkr.simulator.wire.RequestDecoder;
import java.time.Instant;
import java.time.InstantSource;

/** One client's connection as the event loop sees it. Event loop only. */
final class Session implements Client {

    /** How far the session is; requests before START_API are ignored. */
    enum Phase {
        CONNECTED,
        RUNNING,
        CLOSED
    }

    private final ClientConnection connection;
    private final Agreed agreed;
    private final InstantSource time;
    private final RequestDecoder decoder;
    private final MessageRate rate;
    private final Instant since;
    private Phase phase = Phase.CONNECTED;
    private int clientId = -1;
    private long messagesIn;
    private long messagesOut;
    private int violations;

    Session(ClientConnection connection, Agreed agreed, SessionLimits limits, InstantSource time) {
        this.connection = connection;
        this.agreed = agreed;
        this.time = time;
        this.decoder = new RequestDecoder(agreed.version());
        this.rate = new MessageRate(limits.messagesPerSecond());
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
        if (phase != Phase.CLOSED) {
            messagesOut++;
            connection.send(frame);
        }
    }

    @Override
    public void sendMessage(int id, int code, String text) {
        send(Event.of("ERR_MSG")
                .with("id", id)
                .with("errorCode", code)
                .with("errorMsg", text)
                .with("errorTime", time.millis()));
    }

    void close() {
        connection.close();
    }

    void closeAfterSending() {
        connection.closeAfterSending();
    }
}
