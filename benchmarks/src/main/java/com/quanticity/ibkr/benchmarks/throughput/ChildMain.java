package com.quanticity.ibkr.benchmarks.throughput;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * The measured side: logs on, says {@code ready}, then one line a round with nanoseconds from first to last tick, CPU nanoseconds
 * and allocated bytes of the whole process. Ends with its standard input.
 */
final class ChildMain {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ChildMain() {}

    public static void main(String[] arguments) throws Exception {
        Subject subject = Subject.all().stream()
                .filter(each -> each.name().equals(arguments[0]))
                .findFirst()
                .orElseThrow();
        int port = Integer.parseInt(arguments[1]);
        long frames = Long.parseLong(arguments[2]);
        TickCounter counter = new TickCounter(frames / 2 * subject.callsPerPair());
        try (AutoCloseable _ = subject.connect(port, counter)) {
            say("ready");
            long cpu = SYSTEM.getProcessCpuTime();
            long allocated = THREADS.getTotalThreadAllocatedBytes();
            while (System.in.read() >= 0) {
                long nanos = counter.awaitRound();
                long cpuNow = SYSTEM.getProcessCpuTime();
                long allocatedNow = THREADS.getTotalThreadAllocatedBytes();
                say("round " + nanos + " " + (cpuNow - cpu) + " " + (allocatedNow - allocated));
                cpu = cpuNow;
                allocated = allocatedNow;
            }
        }
        System.exit(0);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
