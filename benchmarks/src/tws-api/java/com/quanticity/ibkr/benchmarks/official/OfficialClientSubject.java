package com.quanticity.ibkr.benchmarks.official;

import com.ib.client.EClientSocket;
import com.ib.client.EJavaSignal;
import com.ib.client.EReader;
import com.ib.client.EReaderSignal;
import com.quanticity.ibkr.benchmarks.throughput.Subject;
import com.quanticity.ibkr.benchmarks.throughput.TickCounter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** IB's client as IB documents it: its reader thread fills a queue, the application's thread empties it. */
public final class OfficialClientSubject implements Subject {

    @Override
    public String name() {
        return "official-client";
    }

    @Override
    public String description() {
        return "Interactive Brokers' client, EWrapper on the processing thread";
    }

    /** A price frame becomes two calls, a size frame one. */
    @Override
    public int callsPerPair() {
        return 3;
    }

    @Override
    public AutoCloseable connect(int port, TickCounter counter) {
        EReaderSignal signal = new EJavaSignal();
        EClientSocket client = new EClientSocket(new CountingWrapper(counter::tick), signal);
        client.eConnect("127.0.0.1", port, 1);
        EReader reader = new EReader(client, signal);
        reader.start();
        Thread.ofPlatform().name("official-processing").daemon().start(() -> process(client, signal, reader));
        return client::eDisconnect;
    }

    private static void process(EClientSocket client, EReaderSignal signal, EReader reader) {
        try {
            while (client.isConnected()) {
                signal.waitForSignal();
                reader.processMsgs();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
