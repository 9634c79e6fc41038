package com.quanticity.ibkr.samples.cat;

import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topic;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.samples.RedisAddress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.connection.stream.StreamReadOptions;
import org.springframework.data.redis.core.StreamOperations;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a stream, one line an item. Reads only: it joins no group and acknowledges nothing. */
@Command(
        name = "./streamcat",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 110,
        description = "Prints a stream of the platform readably, and goes on with what is published from then on.%n",
        footer =
                "%nA wrong name lists all streams; the dead letters of each are a stream too, such as market.quote.dead.")
public final class StreamCat implements Callable<Integer> {

    private static final int PAGE = 200;
    private static final Duration BLOCK = Duration.ofSeconds(1);

    @Parameters(paramLabel = "STREAM", description = "Name of the stream, for example market.quote.")
    private String stream = "";

    @Option(names = "--redis", paramLabel = "URI", description = "Default: ${DEFAULT-VALUE}")
    private String redis = "redis://127.0.0.1:6379";

    @Option(names = "--prefix", description = "Put before the name, for example replay:7: for a replay.")
    private String prefix = "";

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "Begin with the last N entries, 0 = with the next one. Default: ${DEFAULT-VALUE}")
    private int last = 10;

    @Option(names = "--all", description = "Begin with the oldest entry that is still there.")
    private boolean all;

    @Option(
            names = "--from",
            paramLabel = "WHERE",
            description =
                    "Begin after an entry's id such as 1772202610000-0, or at a moment such as 2026-02-27T14:30:00Z.")
    private @Nullable String from;

    @Option(names = "--no-follow", description = "End when everything that is there has been printed.")
    private boolean noFollow;

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only lines with this symbol.")
    private @Nullable String symbol;

    @Option(names = "--raw", description = "The fields of each entry as they are.")
    private boolean raw;

    private PrintStream out = System.out;

    public static void main(String[] arguments) {
        System.exit(run(System.out, arguments));
    }

    static int run(PrintStream out, String... arguments) {
        StreamCat cat = new StreamCat();
        cat.out = out;
        return new CommandLine(cat).execute(arguments);
    }

    @Override
    public Integer call() {
        if (Topics.all().stream().noneMatch(this::isNamed)) {
            System.err.println("streamcat: no stream is called " + stream + "; there are "
                    + Arrays.stream(StreamName.values()).map(StreamName::text).collect(Collectors.joining(", ")));
            return 2;
        }
        if (from != null && place(from) == null) {
            System.err.println("streamcat: --from " + from
                    + " is neither an entry's id (1772202610000-0) nor a moment (2026-02-27T14:30:00Z)");
            return 2;
        }
        try (RedisAddress server = RedisAddress.of(redis)) {
            return print(server.redis().opsForStream());
        }
    }

    /** What reading begins after; null when the text says nothing. */
    private static @Nullable String place(String text) {
        if (text.matches("\\d{1,18}(-\\d{1,18})?")) {
            return text;
        }
        try {
            return Math.max(0, Instant.parse(text).toEpochMilli() - 1) + "-" + Long.MAX_VALUE;
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private boolean isNamed(Topic<?> topic) {
        return stream.equals(topic.name().text()) || stream.equals(topic.name().deadLetterText());
    }

    private int print(StreamOperations<String, String, String> streams) {
        String key = prefix + stream;
        String after = start(streams, key);
        EntryPrinter printer = new EntryPrinter(topic(), symbol, raw, out);
        while (true) {
            List<MapRecord<String, String, String>> page = page(streams, key, after);
            if (page.isEmpty() && noFollow || out.checkError()) {
                return 0;
            }
            for (MapRecord<String, String, String> entry : page) {
                printer.print(entry.getId().getValue(), entry.getValue());
                after = entry.getId().getValue();
            }
        }
    }

    /** Dead letters are shown as they are. */
    private @Nullable Topic<?> topic() {
        return Topics.all().stream()
                .filter(topic -> topic.name().text().equals(stream))
                .findFirst()
                .orElse(null);
    }

    private String start(StreamOperations<String, String, String> streams, String key) {
        if (all) {
            return "0-0";
        }
        if (from != null) {
            return String.valueOf(place(from));
        }
        List<MapRecord<String, String, String>> newest =
                streams.reverseRange(key, Range.unbounded(), Limit.limit().count(last + 1));
        if (newest == null || newest.size() <= last) {
            return "0-0";
        }
        return newest.getLast().getId().getValue();
    }

    @SuppressWarnings("unchecked") // the driver takes stream offsets as generic varargs
    private List<MapRecord<String, String, String>> page(
            StreamOperations<String, String, String> streams, String key, String after) {
        StreamReadOptions options = StreamReadOptions.empty().count(PAGE);
        List<MapRecord<String, String, String>> entries = streams.read(
                noFollow ? options : options.block(BLOCK), StreamOffset.create(key, ReadOffset.from(after)));
        return entries == null ? List.of() : entries;
    }
}
