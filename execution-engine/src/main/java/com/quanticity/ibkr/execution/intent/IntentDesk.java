package com.quanticity.ibkr.execution.intent;

import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.execution.parent.InvalidWishException;
import com.quanticity.ibkr.execution.parent.ParentDesk;
import com.quanticity.ibkr.execution.parent.Wishes;
import com.quanticity.ibkr.model.execution.ExecutionEvent.IntentAnswered;
import com.quanticity.ibkr.model.intent.SignalIntent;
import com.quanticity.ibkr.model.stream.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes intents and answers each one. A delivery that was cut off by a crash is taken up again: the parent's key is the intent, so it is
 * never stored twice. Belongs to the consumer's thread.
 */
final class IntentDesk {

    private static final Logger LOG = LoggerFactory.getLogger(IntentDesk.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,57}");
    private static final String PREFIX = "intent:";

    private final Intents intents;
    private final Wishes wishes;
    private final ParentDesk parents;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final Clock clock;

    IntentDesk(
            Intents intents,
            Wishes wishes,
            ParentDesk parents,
            Outbox outbox,
            TransactionOperations transactions,
            Clock clock) {
        this.intents = intents;
        this.wishes = wishes;
        this.parents = parents;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    void handle(SignalIntent intent) {
        String fingerprint = Wishes.fingerprint(intent.wish());
        Optional<Intents.Answered> before = intents.find(intent.intentId());
        if (before.isPresent()) {
            repeated(intent, fingerprint, before.get());
        } else {
            IntentAnswered answer = answer(intent, fingerprint);
            transactions.executeWithoutResult(_ -> {
                intents.insert(fingerprint, answer);
                tell(answer);
            });
        }
    }

    /** The same intent gets the same answer; another one under its id is refused, and the first one's answer stays on record. */
    private void repeated(SignalIntent intent, String fingerprint, Intents.Answered before) {
        IntentAnswered answer = before.fingerprint().equals(fingerprint)
                ? before.answer()
                : refused(
                        intent,
                        "INTENT_ID_TAKEN",
                        "this intentId belongs to an intent with other terms; use a new one");
        transactions.executeWithoutResult(_ -> tell(answer));
    }

    private IntentAnswered answer(SignalIntent intent, String fingerprint) {
        if (!ID.matcher(intent.intentId()).matches()) {
            return refused(
                    intent,
                    "INVALID_INTENT",
                    "intentId must be 1 to 57 letters, digits, underscores, dots, colons or hyphens");
        }
        IdempotencyKey key = IdempotencyKey.of(PREFIX + intent.intentId());
        ParentDesk.Submission before = parents.repeated(key, fingerprint);
        if (before != null) {
            return answer(intent, before);
        }
        if (clock.instant().isAfter(intent.validUntil())) {
            return refused(
                    intent,
                    "INTENT_EXPIRED",
                    "it was valid until " + intent.validUntil() + "; look at the market and send a new one");
        }
        try {
            return answer(intent, parents.submit(key, fingerprint, wishes.terms(intent.wish(), key.text())));
        } catch (InvalidWishException e) {
            return refused(intent, e.code(), e.detail());
        }
    }

    private IntentAnswered answer(SignalIntent intent, ParentDesk.Submission submission) {
        return switch (submission) {
            case ParentDesk.Submission.Stored(var parent) -> answered(intent, "", "", parent.parentOrderId());
            case ParentDesk.Submission.Repeated(var parent) -> answered(intent, "", "", parent.parentOrderId());
            case ParentDesk.Submission.KeyTaken(String parentOrderId) ->
                refused(intent, "INTENT_ID_TAKEN", "this intentId belongs to parent " + parentOrderId);
            case ParentDesk.Submission.Refused(var refusal) -> refused(intent, refusal.code(), refusal.detail());
        };
    }

    private IntentAnswered refused(SignalIntent intent, String code, String reason) {
        return answered(intent, code, reason, null);
    }

    private IntentAnswered answered(SignalIntent intent, String code, String reason, @Nullable String parentOrderId) {
        String strategy = intent.wish().strategy();
        Instant now = clock.instant();
        return new IntentAnswered(
                intent.intentId(),
                strategy == null ? "manual" : strategy,
                code.isEmpty(),
                code,
                reason,
                parentOrderId,
                now);
    }

    private void tell(IntentAnswered answer) {
        outbox.append(Topics.EXECUTION_EVENT, answer.intentId(), answer);
        LOG.info(
                "intent answered intentId={} strategy={} accepted={}{}{}",
                answer.intentId(),
                answer.strategy(),
                answer.accepted(),
                answer.accepted() ? " parentOrderId=" + answer.parentOrderId() : " code=" + answer.code(),
                answer.reason().isEmpty() ? "" : " reason=" + answer.reason());
    }
}
