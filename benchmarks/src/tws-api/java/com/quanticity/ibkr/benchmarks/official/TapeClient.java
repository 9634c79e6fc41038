package com.quanticity.ibkr.benchmarks.official;

import com.ib.client.EClientSocket;
import com.ib.client.EReaderSignal;
import com.ib.client.EWrapper;
import com.quanticity.ibkr.benchmarks.frames.EndlessTape;
import com.quanticity.ibkr.benchmarks.frames.Tape;
import java.io.IOException;

/** IB's client whose socket, once it has logged on, is replaced by frames in memory. */
final class TapeClient extends EClientSocket {

    private final EndlessTape tape = new EndlessTape(Tape.levelOne());
    private volatile boolean fromMemory;

    TapeClient(EWrapper wrapper, EReaderSignal signal) {
        super(wrapper, signal);
    }

    void readFromMemory() {
        fromMemory = true;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return fromMemory ? tape.read(buffer, offset, length) : super.read(buffer, offset, length);
    }

    @Override
    public int readInt() throws IOException {
        return fromMemory
                ? tape.read() << 24 | tape.read() << 16 | tape.read() << 8 | tape.read()
                : super.readInt();
    }
}
