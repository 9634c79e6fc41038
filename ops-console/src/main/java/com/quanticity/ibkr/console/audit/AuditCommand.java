package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.console.audit.DayFile.Manifest;
import com.quanticity.ibkr.console.audit.DayFile.Verdict;
import com.quanticity.ibkr.console.compliance.ExecutionExtract;
import com.quanticity.ibkr.console.compliance.ExtractFormat;
import com.quanticity.ibkr.console.compliance.RowSink;
import com.quanticity.ibkr.model.audit.AuditLink;
import com.quanticity.ibkr.model.audit.ChainCheck;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;

/**
 * {@code ./audit}: verifies and exports the audit chain while the platform runs or not. Ends with 0 when the chain is whole, 1 when it is
 * broken, 2 when it could not be looked at.
 */
public final class AuditCommand {

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int CANNOT = 2;
    private static final String HELP = """
            Verifies, exports and restores the audit chain, and extracts executions of it.

              ./audit verify [--day YYYY-MM-DD] [--against MANIFEST]   the chain in the database, whole or one day (UTC); with a manifest
                                                                       noted elsewhere it also tells that the end was cut off
              ./audit verify --file audit-YYYY-MM-DD.jsonl             an exported day and its manifest, without any database
              ./audit export --day YYYY-MM-DD --to FOLDER              writes a day that is over, once, read-only
              ./audit restore --file audit-DAY.jsonl[,…] --schema NAME loads exported days, in order, into a schema that does not exist
                                                                       yet, and verifies what is there then: the restore drill
              ./audit extract --from TIME --to TIME --out FILE         executions of an interval with their clocks and corrections, as
                                                                       .csv or .parquet by the file's name; TIME as 2026-01-05T00:00:00Z

            The database is that of the console: SPRING_DATASOURCE_URL (default jdbc:postgresql://127.0.0.1:5432/ibkr),
            SPRING_DATASOURCE_USERNAME (console) and SPRING_DATASOURCE_PASSWORD. Any role that may read console.audit_log will do.
            Ends with 0 when whole, 1 when broken, 2 when it could not look.
            """;

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;

    AuditCommand(Map<String, String> environment, Clock clock, PrintStream out) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new AuditCommand(System.getenv(), Clock.systemUTC(), System.out).run(arguments));
    }

    /** @return what to exit with */
    int run(String... arguments) {
        try {
            if (arguments.length == 0 || arguments[0].equals("--help")) {
                out.print(HELP);
                return arguments.length == 0 ? CANNOT : WHOLE;
            }
            Map<String, String> options = options(arguments);
            return switch (arguments[0]) {
                case "verify" -> verify(options);
                case "export" -> export(options);
                case "restore" -> restore(options);
                case "extract" -> extract(options);
                default ->
                    throw new IllegalArgumentException("unknown command '" + arguments[0] + "'; see ./audit --help");
            };
        } catch (FileAlreadyExistsException e) {
            return cannot(
                    e.getMessage() + " is there already and is never overwritten; verify it or choose another folder");
        } catch (DataAccessException | TransactionException | IOException | IllegalArgumentException e) {
            return cannot(String.valueOf(e.getMessage()));
        }
    }

    private int cannot(String why) {
        out.println("audit: " + why);
        return CANNOT;
    }

    private int verify(Map<String, String> options) throws IOException {
        String file = options.get("file");
        if (file != null) {
            Verdict verdict = DayFile.at(Path.of(file)).verify();
            return tell(verdict.links(), verdict.problem(), "");
        }
        AuditStore store = store("console");
        ChainCheck check = options.containsKey("day") ? store.check(day(options), _ -> {}) : store.check();
        String problem = check.broken().map(Object::toString).orElse("");
        if (problem.isEmpty() && options.containsKey("against")) {
            problem = missing(store, DayFile.manifestAt(Path.of(required(options, "against"))));
        }
        String head = check.last()
                .map(link -> ", last " + link.sequence() + " hash " + link.hash())
                .orElse("");
        return tell(check.count(), problem, head);
    }

    private static String missing(AuditStore store, Manifest manifest) {
        if (manifest.lastSequence() == 0) {
            return "";
        }
        Optional<AuditLink> noted = store.at(manifest.lastSequence());
        if (noted.isEmpty()) {
            return "the end was cut off: link " + manifest.lastSequence() + " of the manifest is not there";
        }
        return noted.get().hash().equals(manifest.headHash())
                ? ""
                : "link " + manifest.lastSequence() + " is not the one of the manifest: the chain was made anew";
    }

    private int export(Map<String, String> options) throws IOException {
        LocalDate day = day(options);
        if (!day.isBefore(LocalDate.now(clock))) {
            throw new IllegalArgumentException(day + " is not over (UTC); export it tomorrow");
        }
        Path folder = Files.createDirectories(Path.of(required(options, "to")));
        ChainCheck check = DayFile.of(folder, day).write(store("console"), day, clock.instant());
        return tell(check.count(), check.broken().map(Object::toString).orElse(""), " exported to " + folder);
    }

    private int restore(Map<String, String> options) throws IOException {
        String schema = required(options, "schema");
        List<DayFile> days = Arrays.stream(required(options, "file").split(","))
                .map(Path::of)
                .map(DayFile::at)
                .toList();
        Restore restore = new Restore(database(), store(schema), schema);
        ChainCheck check = restore.load(days);
        return tell(check.count(), check.broken().map(Object::toString).orElse(""), " restored to schema " + schema);
    }

    private int extract(Map<String, String> options) throws IOException {
        Path file = Path.of(required(options, "out"));
        ExtractFormat format = file.toString().endsWith(".parquet") ? ExtractFormat.PARQUET : ExtractFormat.CSV;
        Instant from = time(options, "from");
        Instant to = time(options, "to");
        long rows;
        try (RowSink sink = format.open(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            rows = new ExecutionExtract(new JdbcTemplate(database()), "console").read(from, to, sink);
        }
        out.println("audit: " + rows + " executions from " + from + " to " + to + " as " + format + " in " + file);
        return WHOLE;
    }

    private int tell(long links, String problem, String more) {
        if (problem.isEmpty()) {
            out.println("audit: whole, " + links + " links" + more);
            return WHOLE;
        }
        out.println("audit: BROKEN after " + links + " links that fit: " + problem);
        return BROKEN;
    }

    private AuditStore store(String schema) {
        DriverManagerDataSource database = database();
        return new AuditStore(new JdbcTemplate(database), new JdbcTransactionManager(database), clock, schema);
    }

    private DriverManagerDataSource database() {
        return new DriverManagerDataSource(
                environment.getOrDefault("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:5432/ibkr"),
                environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "console"),
                environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!name.matches("--(day|against|file|to|schema|from|out)") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("'" + name + "' is no option or has no value; see ./audit --help");
            }
            options.put(name.substring(2), arguments[i + 1]);
        }
        return options;
    }

    private static LocalDate day(Map<String, String> options) {
        String text = required(options, "day");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--day " + text + " is no day; write it as 2026-01-05", e);
        }
    }

    private static Instant time(Map<String, String> options, String name) {
        String text = required(options, name);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--" + name + " " + text + " is no time; write 2026-01-05T00:00:00Z", e);
        }
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing; see ./audit --help");
        }
        return value;
    }
}
