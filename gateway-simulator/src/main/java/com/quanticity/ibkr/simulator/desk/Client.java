package com.quanticity.ibkr.simulator.desk;

import com.quanticity.ibkr.simulator.wire.Event;

/** One connected client as a desk sees it; compared by identity. Event loop only. */
public interface Client {

    int clientId();

    /** The agreed server version. */
    int version();

    /** Queues an event; one for a client that is gone is dropped. */
    void send(Event event);

    /** Queues a frame that is already spelled, length prefix included. */
    void send(byte[] frame);

    /**
     * An error, warning or notice.
     *
     * @param id a request or order id, -1 for the session
     */
    void sendMessage(int id, int code, String text);

    /**
     * The same with details of a reject that the client may override.
     *
     * @param advancedJson empty for none
     */
    void sendMessage(int id, int code, String text, String advancedJson);
}
