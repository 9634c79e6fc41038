package com.quanticity.ibkr.adapter.audit;

import com.quanticity.ibkr.adapter.journal.AuditSink;
import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.stream.StreamHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts order commands on record, under the id of their message. A command is not acknowledged before its entry is safe: one that comes
 * again after a crash is recorded once.
 */
public final class RequestAudit {

    private static final String SERVICE = ClientIdOwner.IBKR_ADAPTER.component();

    private final AuditSink sink;
    private final Clock clock;

    RequestAudit(AuditSink sink, Clock clock) {
        this.sink = sink;
        this.clock = clock;
    }

    /** The handler, with every command recorded first. */
    public StreamHandler<OrderCommand> before(StreamHandler<OrderCommand> handler) {
        return messages -> {
            Instant now = clock.instant();
            CompletableFuture<?>[] recorded = messages.stream()
                    .flatMap(message -> entries(message, now))
                    .map(sink::record)
                    .toArray(CompletableFuture[]::new);
            handler.handle(messages);
            CompletableFuture.allOf(recorded).get();
        };
    }

    /** One for each order that the command names; the first holds the whole command. */
    private static Stream<Supplier<AuditEntry>> entries(Envelope<OrderCommand> message, Instant now) {
        if (!(message.data() instanceof OrderCommand.SubmitGroup submit)) {
            return Stream.of(() -> entry(message, message.id(), reference(message.data()), message.data(), now));
        }
        return IntStream.range(0, submit.group().orders().size()).mapToObj(i -> () -> {
            Order order = submit.group().orders().get(i);
            String id = i == 0 ? message.id() : Ulid.derived(message.id(), i);
            return entry(message, id, reference(order, submit.group().groupId()), i == 0 ? submit : order, now);
        });
    }

    private static AuditEntry entry(
            Envelope<OrderCommand> message, String id, AuditReference reference, Object payload, Instant now) {
        return AuditEntry.of(
                id,
                AuditKind.ORDER_REQUEST,
                SERVICE,
                message.data().by(),
                message.type(),
                Outcome.REQUESTED,
                reference,
                "",
                ModelJson.write(payload),
                AuditTimes.of(now));
    }

    private static AuditReference reference(OrderCommand command) {
        return switch (command) {
            case OrderCommand.Submit submit -> reference(submit.order(), null);
            case OrderCommand.SubmitGroup submit ->
                reference(submit.group().orders().getFirst(), submit.group().groupId());
            case OrderCommand.Preview preview -> reference(preview.order(), null);
            case OrderCommand.PreviewGroup preview ->
                reference(preview.group().orders().getFirst(), preview.group().groupId());
            case OrderCommand.Modify modify ->
                new AuditReference(modify.key(), null, null, null, null, modify.modificationId(), null);
            case OrderCommand.Cancel cancel -> AuditReference.toOrder(cancel.key(), null);
            case OrderCommand.CancelAll _ -> AuditReference.NONE;
        };
    }

    private static AuditReference reference(Order order, @Nullable String groupId) {
        return new AuditReference(order.clientOrderId().value(), null, null, null, null, groupId, order.account());
    }
}
