package com.quanticity.ibkr.benchmarks.reconcile;

import com.quanticity.ibkr.benchmarks.platform.DataServers;
import com.quanticity.ibkr.benchmarks.platform.ServiceProcess;
import com.quanticity.ibkr.benchmarks.platform.ServiceProcess.Timed;
import com.quanticity.ibkr.benchmarks.report.Machine;
import com.quanticity.ibkr.benchmarks.report.Section;
import com.quanticity.ibkr.model.stream.RedisKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures the reconciliation of fills in the shipped execution-engine: executions that both sides hold lie in the tables, and each round
 * looks at all of them, or at what changed.
 */
public final class ReconcileRun {

    private static final String TIMER = "execution_fills_compared_seconds";

    /** A round each fifth of a second measures sooner than one each two seconds; its work is the same. */
    private static final String EVERY = "200ms";

    private static final int NEW_FILLS_A_ROUND = 9;

    private final boolean quick;
    private final StringBuilder text = new StringBuilder();

    public ReconcileRun(boolean quick) {
        this.quick = quick;
    }

    /** Prints what it measured, and writes it into the document when there is one. */
    public boolean run(@Nullable Path document) throws IOException, InterruptedException, SQLException {
        text.append("\nMeasured ").append(Machine.here(Clock.systemUTC())).append(".\n");
        text.append(
                "\n| executions | each round | rounds | mean ms | engine CPU ms a round |\n|---:|---|---:|---:|---:|\n");
        for (int executions : quick ? List.of(1_000) : List.of(29_000, 300_000)) {
            measure(executions);
        }
        System.out.print(text);
        if (document != null) {
            new Section("reconcile").replaceIn(document, text.toString());
            System.err.println("written to " + document);
        }
        return true;
    }

    private void measure(int executions) throws IOException, InterruptedException, SQLException {
        try (DataServers servers = DataServers.start();
                Witness witness = new Witness(servers)) {
            try (ServiceProcess engine = engine(servers, "1ms")) {
                witness.sees(1, executions);
                witness.isComplete();
                settled(engine, witness);
                row(executions, "all, as it was", engine, witness, 0);
            }
            try (ServiceProcess engine = engine(servers, "1h")) {
                settled(engine, witness);
                row(executions, "what changed: nothing", engine, witness, 0);
                row(executions, "what changed: 45 fills/s", engine, witness, NEW_FILLS_A_ROUND);
            }
        }
    }

    private static ServiceProcess engine(DataServers servers, String fullEvery)
            throws IOException, InterruptedException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ibkr.reconcile.every", EVERY);
        settings.put("ibkr.reconcile.full-every", fullEvery);
        ServiceProcess engine = ServiceProcess.start("execution-engine", servers, settings);
        engine.awaitHealth("readiness");
        return engine;
    }

    /** The first rounds settle what was written, and Java compiles. */
    private void settled(ServiceProcess engine, Witness witness) throws IOException, InterruptedException {
        int rounds = quick ? 5 : 30;
        engine.await("a settled state", () -> {
            witness.repeat();
            return engine.timed(TIMER).count() > rounds && engine.meter("execution_fills_unsettled") == 0;
        });
    }

    private void row(int executions, String what, ServiceProcess engine, Witness witness, int newFills)
            throws IOException, InterruptedException, SQLException {
        int rounds = quick ? 5 : 60;
        Timed before = engine.timed(TIMER);
        long cpu = engine.cpu().toMillis();
        while (engine.timed(TIMER).count() - before.count() < rounds) {
            if (newFills > 0) {
                witness.sees(witness.seen() + 1, newFills);
            }
            witness.repeat();
            TimeUnit.MILLISECONDS.sleep(200);
        }
        Timed after = engine.timed(TIMER);
        double times = after.count() - before.count();
        String row = String.format(
                Locale.ROOT,
                "| %,d | %s | %.0f | %.1f | %.1f |%n",
                executions,
                what,
                times,
                after.meanMicrosSince(before) / 1_000,
                (engine.cpu().toMillis() - cpu) / times);
        text.append(row);
        System.err.print(row);
    }

    /** Writes both sides, and keeps the drop copy's open orders known: none. */
    private static final class Witness implements AutoCloseable {

        private final Connection database;
        private final DataServers servers;
        private int seen;

        Witness(DataServers servers) throws SQLException {
            this.servers = servers;
            this.database = servers.database();
        }

        int seen() {
            return seen;
        }

        /** In one transaction, so that no round sees one side alone. */
        void sees(int from, int count) throws SQLException {
            seen = from + count - 1;
            database.setAutoCommit(false);
            execute("""
                    insert into execution.fills (exec_id, exec_family, revision, place, current, strategy, account, contract_id, symbol,
                        side, quantity, price, exchange, client_id, order_id, recorded_at)
                    select n || '.1.01', n || '.1', 1, nextval('execution.fill_place'), true, 's', 'DU1', 1 + n %% 100, 'S' || n %% 100,
                        'BUY', 100, 10, 'ARCA', 1, n, now()
                    from generate_series(%1$d, %2$d) n""".formatted(from, seen));
            execute("""
                    insert into execution.witnessed_fills (exec_id, exec_family, revision, origin, order_ref, account, contract_id,
                        symbol, side, quantity, price, data, heard_at)
                    select n || '.1.01', n || '.1', 1, 'PLATFORM', '', 'DU1', 1 + n %% 100, 'S' || n %% 100, 'BUY', 100, 10,
                        jsonb_build_object('execution', jsonb_build_object('execId', n, 'padding', repeat('x', 400))), now()
                    from generate_series(%1$d, %2$d) n""".formatted(from, seen));
            database.commit();
            database.setAutoCommit(true);
        }

        void isComplete() throws SQLException {
            repeat();
            execute("update execution.drop_copy_marks set complete_at = now() - interval '1 day'");
            execute("analyze execution.fills");
            execute("analyze execution.witnessed_fills");
        }

        void repeat() {
            servers.redis()
                    .opsForValue()
                    .set(
                            RedisKeys.DROP_COPY_ORDERS_AS_OF,
                            Clock.systemUTC().instant().toString());
        }

        @Override
        public void close() throws SQLException {
            database.close();
        }

        private void execute(String sql) throws SQLException {
            try (Statement statement = database.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
