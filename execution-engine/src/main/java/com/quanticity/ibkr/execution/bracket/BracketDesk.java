package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.execution.algo.schedule.Lot;
import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.order.GroupPreview;
import com.quanticity.ibkr.execution.order.PreviewDesk;
import com.quanticity.ibkr.execution.parent.BracketTerms;
import com.quanticity.ibkr.execution.parent.ChildTerms;
import com.quanticity.ibkr.execution.parent.Children;
import com.quanticity.ibkr.execution.parent.Parent;
import com.quanticity.ibkr.execution.parent.ParentBook;
import com.quanticity.ibkr.execution.parent.ParentDesk.Submission;
import com.quanticity.ibkr.execution.parent.ParentTerms;
import com.quanticity.ibkr.execution.parent.Parents;
import com.quanticity.ibkr.execution.parent.PlanTerms;
import com.quanticity.ibkr.execution.register.Algorithms;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.parent.EndRule;
import com.quanticity.ibkr.model.parent.PlanKind;
import com.quanticity.ibkr.model.parent.Pricing;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.service.problem.ApiException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionOperations;

/** Takes brackets: stored with all their orders and the command that sends them, in one transaction. Thread-safe. */
final class BracketDesk {

    private static final List<String> ROLES = List.of("ENTRY", "STOP", "TARGET");

    private final Parents parents;
    private final Children children;
    private final ParentBook book;
    private final Algorithms algorithms;
    private final PreviewDesk previews;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Ulid ids;

    BracketDesk(
            Parents parents,
            Children children,
            ParentBook book,
            Algorithms algorithms,
            PreviewDesk previews,
            TransactionOperations transactions,
            Clock clock) {
        this.parents = parents;
        this.children = children;
        this.book = book;
        this.algorithms = algorithms;
        this.previews = previews;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = new Ulid(clock);
    }

    Submission place(IdempotencyKey key, BracketRequest request) {
        ParentTerms terms = terms(request, clock.instant());
        return transactions.execute(_ -> place(key, ModelJson.write(request), terms));
    }

    /**
     * What would come of a bracket; nothing is stored or sent.
     *
     * @throws ApiException 409 when the register refuses its algorithm, 503 when the streams are away
     */
    GroupPreview preview(BracketRequest request) {
        ParentTerms terms = terms(request, clock.instant());
        algorithms.refusal(terms.algorithm(), terms.symbol(), terms.quantity()).ifPresent(refusal -> {
            throw ApiException.conflict(refusal.code(), refusal.detail());
        });
        OrderGroup group = group(Parent.stored(ids.next(), terms, clock.instant()));
        return previews.preview(group, roles(group));
    }

    private OrderGroup group(Parent parent) {
        return BracketOrders.group(parent, () -> ClientOrderId.of(ids.next()));
    }

    private static List<String> roles(OrderGroup group) {
        return ROLES.subList(0, group.orders().size());
    }

    private Submission place(IdempotencyKey key, String fingerprint, ParentTerms terms) {
        Optional<Algorithms.Refusal> refusal = algorithms.refusal(terms.algorithm(), terms.symbol(), terms.quantity());
        if (refusal.isPresent()) {
            return new Submission.Refused(refusal.get());
        }
        Parent parent = Parent.stored(ids.next(), terms, clock.instant());
        if (!parents.insert(parent, key, fingerprint)) {
            return repeated(parents.taken(key).orElseThrow(), fingerprint);
        }
        book.tellStored(parent);
        OrderGroup group = group(parent);
        children.placeGroup(parent.parentOrderId(), group, roles(group));
        return new Submission.Stored(book.save(parent, parent));
    }

    private Submission repeated(Parents.Taken taken, String fingerprint) {
        return taken.fingerprint().equals(fingerprint)
                ? parents.find(taken.parentOrderId())
                        .<Submission>map(Submission.Repeated::new)
                        .orElseGet(() -> new Submission.KeyTaken(taken.parentOrderId()))
                : new Submission.KeyTaken(taken.parentOrderId());
    }

    private static ParentTerms terms(BracketRequest request, Instant now) {
        BigDecimal quantity = Columns.canonical(request.quantity());
        return new ParentTerms(
                request.account() == null ? "" : request.account(),
                request.symbol(),
                request.side(),
                quantity,
                request.strategy() == null ? "manual" : request.strategy(),
                request.algorithm() == null ? "bracket" : request.algorithm(),
                request.person(),
                "",
                // No schedule: a bracket lives until its position is closed.
                new PlanTerms(
                        PlanKind.BRACKET,
                        now,
                        now.plus(Duration.ofDays(1)),
                        EndRule.LEAVE_REST,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                new ChildTerms(Pricing.MARKET, null, 0, Set.of(), null, new Lot(quantity, quantity, quantity), null),
                new BracketTerms(
                        request.entryLimitPrice(),
                        request.stopPrice(),
                        request.stopLimitPrice(),
                        request.targetPrice()));
    }
}
