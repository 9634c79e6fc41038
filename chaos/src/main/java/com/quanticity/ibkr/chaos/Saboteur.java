package com.quanticity.ibkr.chaos;

import com.quanticity.ibkr.chaos.machine.Machine;
import com.quanticity.ibkr.chaos.machine.Program;
import com.quanticity.ibkr.chaos.plan.PlannedFault;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorFaults;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Does the faults. Each call returns when the fault is over and what was killed has been started again. Thread-safe. */
final class Saboteur {

    private static final int ADAPTER = 1;

    private final Machine machine;
    private final GatewaySimulator simulator;
    private final Map<Program, ReentrantLock> kills = new EnumMap<>(Program.class);

    Saboteur(Machine machine, GatewaySimulator simulator) {
        this.machine = machine;
        this.simulator = simulator;
        for (Program program : Program.values()) {
            kills.put(program, new ReentrantLock());
        }
    }

    void carryOut(PlannedFault fault) throws InterruptedException {
        Duration length = fault.length();
        SimulatorFaults faults = simulator.faults();
        switch (fault.kind()) {
            case KILL_ADAPTER -> kill(Program.ADAPTER, length);
            case KILL_ENGINE -> kill(Program.ENGINE, length);
            case KILL_RISK -> kill(Program.RISK, length);
            case KILL_CONSOLE -> kill(Program.CONSOLE, length);
            case KILL_REDIS -> kill(Program.REDIS, length);
            case KILL_POSTGRES -> kill(Program.POSTGRES, length);
            case LINK_CUT -> simulator.dropClient(ADAPTER);
            case FILLS_LOST -> loseFills(length);
            case HALF_OPEN -> during(length, () -> faults.goHalfOpen(ADAPTER, null), faults::endHalfOpen);
            case GATEWAY_RESTART -> during(length, () -> faults.restart(null), faults::comeBack);
            case ID_ROLL_BACK ->
                during(
                        length,
                        () -> {
                            faults.restart(null);
                            faults.rollBackOrderIds(1);
                        },
                        faults::comeBack);
            case BROKER_LOST ->
                during(length, () -> faults.loseBroker(null, length.toMillis() % 2 == 0), faults::restoreBroker);
            case TWICE -> tellTwice(length);
            case LATE_EXECUTIONS ->
                during(
                        length,
                        () -> faults.messages().delay("EXECUTION_DATA", ADAPTER, null, length.dividedBy(4)),
                        () -> faults.messages().end("EXECUTION_DATA"));
            case COMMISSION_FIRST ->
                during(
                        length,
                        () -> faults.messages().putAfter("EXECUTION_DATA", ADAPTER, null, "COMMISSION_REPORT"),
                        () -> faults.messages().end("EXECUTION_DATA"));
        }
    }

    /** Two kills of one program follow each other. */
    private void kill(Program program, Duration away) throws InterruptedException {
        ReentrantLock lock = kills.get(program);
        if (lock == null) {
            throw new IllegalStateException("no lock for " + program);
        }
        lock.lockInterruptibly();
        try {
            machine.kill(program);
            Thread.sleep(away);
            machine.start(program);
        } finally {
            lock.unlock();
        }
    }

    /** Frames that were sent and never arrived: the connection dies without having told them. */
    private void loseFills(Duration length) throws InterruptedException {
        during(
                length,
                () -> {
                    simulator.faults().messages().withhold("EXECUTION_DATA", ADAPTER, null);
                    simulator.faults().messages().withhold("COMMISSION_REPORT", ADAPTER, null);
                    simulator.faults().messages().withhold("ORDER_STATUS", ADAPTER, null);
                },
                () -> {
                    simulator.dropClient(ADAPTER);
                    simulator.faults().messages().end("EXECUTION_DATA");
                    simulator.faults().messages().end("COMMISSION_REPORT");
                    simulator.faults().messages().end("ORDER_STATUS");
                });
    }

    private void tellTwice(Duration length) throws InterruptedException {
        during(
                length,
                () -> {
                    simulator.faults().messages().duplicate("EXECUTION_DATA", ADAPTER, null, 1);
                    simulator.faults().messages().duplicate("COMMISSION_REPORT", ADAPTER, null, 1);
                    simulator.faults().messages().duplicate("ORDER_STATUS", ADAPTER, null, 1);
                },
                () -> {
                    simulator.faults().messages().end("EXECUTION_DATA");
                    simulator.faults().messages().end("COMMISSION_REPORT");
                    simulator.faults().messages().end("ORDER_STATUS");
                });
    }

    private static void during(Duration length, Runnable begin, Runnable end) throws InterruptedException {
        begin.run();
        try {
            Thread.sleep(length);
        } finally {
            end.run();
        }
    }
}
