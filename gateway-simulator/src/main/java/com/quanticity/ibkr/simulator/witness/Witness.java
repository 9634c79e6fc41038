package com.quanticity.ibkr.simulator.witness;

import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderListener;
import com.quanticity.ibkr.simulator.wire.MessageNames;
import com.quanticity.ibkr.simulator.witness.WitnessReport.ClientReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sees everything that crosses the wire and everything that happens to orders. Event loop only. */
public final class Witness {

    private static final int ERR_MSG = 4;
    private static final int TICK_SNAPSHOT_END = 57;
    private static final int FIRST_VERSION_OF_SHORT_ERRORS = 194;
    private static final int LENGTH_PREFIX = 4;

    /** Codes that say a limit was hit. Source: behaviour.md, section 3. */
    private static final Set<Integer> LIMITS = Set.of(100, 101, 309, 322, 10190);

    private final InstantSource time;
    private final OrderWitness orders;
    private final SubscriptionTally subscriptions = new SubscriptionTally();
    private final StreamTally streams = new StreamTally();
    private final Map<Integer, MessageTally> clients = new TreeMap<>();
    private final Map<Object, Long> connections = new LinkedHashMap<>();
    private final List<Consumer<Happening>> listeners = new ArrayList<>();
    private long lastConnection;
    private @Nullable Transcript transcript;

    public Witness(InstantSource time) {
        this.time = time;
        this.orders = new OrderWitness(time, this::tell);
    }

    /** Hears of orders before anybody is told. */
    public OrderListener orders() {
        return orders;
    }

    /**
     * A client connected.
     *
     * @param session identifies the connection from now on
     * @param hello the answer to its version offer
     */
    public void onConnected(Object session, byte[] hello) {
        connections.put(session, ++lastConnection);
        record(session, true, hello, LENGTH_PREFIX);
    }

    public void onStarted(int clientId) {
        tally(clientId).countSession();
        tell(new Happening(Happening.Kind.CONNECT, clientId, null, null));
    }

    /** A message came in, whether it is understood or not. */
    public void onReceived(Object session, int clientId, List<String> fields) {
        tally(clientId).countReceived(number(fields.isEmpty() ? "" : fields.getFirst()));
        if (transcript != null) {
            byte[] payload = (String.join("\0", fields) + "\0").getBytes(StandardCharsets.ISO_8859_1);
            record(session, false, payload, 0);
        }
    }

    /**
     * A request was understood and goes to its desk.
     *
     * @param symbol of a request for market data, else empty
     */
    public void onRequest(Object session, int clientId, String name, int requestId, String symbol) {
        subscriptions.onRequest(session, clientId, name, requestId);
        SubscriptionKind kind = SubscriptionKind.openedBy(name);
        if (kind != null && !symbol.isEmpty()) {
            streams.onRequest(session, clientId, kind, requestId, symbol);
        }
        tell(new Happening(Happening.Kind.REQUEST, clientId, null, name));
    }

    /** Bytes go out: one frame, or several glued together. */
    public void onSent(Object session, int clientId, int version, byte[] bytes) {
        MessageTally tally = tally(clientId);
        for (int start = 0; start + LENGTH_PREFIX < bytes.length; start = next(bytes, start)) {
            int id = MessageNames.idOf(bytes, start);
            tally.countSent(id);
            streams.onSent(session, bytes, start, next(bytes, start), id);
            if (id == ERR_MSG || id == TICK_SNAPSHOT_END) {
                look(session, tally, version, id, bytes, start);
            }
        }
        record(session, true, bytes, LENGTH_PREFIX);
    }

    /** Where the next frame starts; behind the last byte when this one has no possible length. */
    private static int next(byte[] bytes, int start) {
        int length = (bytes[start] & 0xFF) << 24
                | (bytes[start + 1] & 0xFF) << 16
                | (bytes[start + 2] & 0xFF) << 8
                | bytes[start + 3] & 0xFF;
        return length <= 0 || length > bytes.length ? bytes.length : start + LENGTH_PREFIX + length;
    }

    private void look(Object session, MessageTally tally, int version, int id, byte[] bytes, int start) {
        String[] fields = new String(
                        bytes, start + LENGTH_PREFIX, bytes.length - start - LENGTH_PREFIX, StandardCharsets.ISO_8859_1)
                .split("\0", 5);
        if (fields.length < 4 && id == ERR_MSG || fields.length < 3) {
            return;
        }
        if (id == TICK_SNAPSHOT_END) {
            subscriptions.onSnapshotEnd(session, number(fields[2]));
        } else {
            int first = version < FIRST_VERSION_OF_SHORT_ERRORS ? 2 : 1;
            int code = number(fields[first + 1]);
            tally.countError(code);
            subscriptions.onError(session, number(fields[first]), code);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException unreadable) {
            return -1;
        }
    }

    /** A connection is gone; {@code clientId} is -1 when its session was never started. */
    public void onClosed(Object session, int clientId) {
        subscriptions.onClosed(session);
        streams.onClosed(session);
        connections.remove(session);
        if (clientId >= 0) {
            tell(new Happening(Happening.Kind.DISCONNECT, clientId, null, null));
        }
    }

    /** The broker forgot what a session had subscribed to. */
    public void onSubscriptionsLost(Object session) {
        subscriptions.onClosed(session);
    }

    /** Tells of everything that a scenario can wait for, before any client hears of it. */
    public void addListener(Consumer<Happening> listener) {
        listeners.add(listener);
    }

    private void tell(Happening happening) {
        listeners.forEach(listener -> listener.accept(happening));
    }

    /** What went out for each subscription to market data, in the order of the requests. */
    public List<WitnessReport.StreamReport> streams() {
        return streams.report();
    }

    /** Request ids that a session has open, in the order of opening. */
    public List<Integer> open(Object session, SubscriptionKind kind) {
        return subscriptions.idsOf(session, kind);
    }

    private void record(Object session, boolean toClient, byte[] bytes, int start) {
        if (transcript != null) {
            transcript.write(time.instant(), connections.getOrDefault(session, 0L), toClient, bytes, start);
        }
    }

    /** Starts to write down the bytes of every session; an earlier transcript ends. */
    public void startTranscript(@Nullable Path file) {
        endTranscript();
        transcript = file == null ? Transcript.inMemory() : Transcript.to(file);
    }

    /** Ends the transcript. */
    public void endTranscript() {
        if (transcript != null) {
            transcript.close();
            transcript = null;
        }
    }

    /** The transcript so far, one frame a line; empty when none is kept in memory. */
    public List<String> transcript() {
        return transcript == null ? List.of() : transcript.lines();
    }

    private MessageTally tally(int clientId) {
        return clients.computeIfAbsent(clientId, _ -> new MessageTally());
    }

    /** The newest order, of a client if one is given; null when there is none. */
    public @Nullable OrderKey newestOrder(@Nullable Integer clientId) {
        return orders.newest(clientId);
    }

    /** The id of the newest execution, or null. */
    public @Nullable String newestExecution() {
        return orders.newestExecution();
    }

    /** What happened until now. */
    public WitnessReport report() {
        return new WitnessReport(
                time.instant(),
                clients.entrySet().stream()
                        .map(client -> report(client.getKey(), client.getValue()))
                        .toList(),
                orders.orders(),
                orders.fills(),
                subscriptions.report(),
                limitsHit());
    }

    private ClientReport report(int clientId, MessageTally tally) {
        return new ClientReport(
                clientId,
                tally.sessions(),
                tally.received(),
                tally.sent(),
                tally.errors(),
                subscriptions.report(clientId));
    }

    private SortedMap<Integer, Long> limitsHit() {
        SortedMap<Integer, Long> hit = new TreeMap<>();
        clients.values()
                .forEach(tally -> tally.errors().forEach((code, times) -> {
                    if (LIMITS.contains(code)) {
                        hit.merge(code, times, Long::sum);
                    }
                }));
        return hit;
    }
}
