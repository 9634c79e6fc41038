package com.quanticity.ibkr.benchmarks.throughput;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** A client that can be measured. Implementations that need a foreign library are found as services. */
public interface Subject {

    /** Short and without blanks; names it on the command line of the child process. */
    String name();

    /** What it is, for the table. */
    String description();

    /** Calls that one price frame and one size frame lead to together. */
    int callsPerPair();

    /** Logs on to a gateway on this machine; ticks are counted until closed. */
    AutoCloseable connect(int port, TickCounter counter) throws Exception;

    /** Everything that can be measured here, our own first. */
    static List<Subject> all() {
        List<Subject> all = new ArrayList<>(List.of(new NativeConnectionSubject(), new NativeSessionSubject()));
        ServiceLoader.load(Subject.class).forEach(all::add);
        return all;
    }
}
