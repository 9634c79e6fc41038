package com.quanticity.ibkr.risk.limit;

import com.quanticity.ibkr.model.risk.LimitOverride;
import com.quanticity.ibkr.model.risk.Limits;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.risk.limit.LimitProposal.State;
import com.quanticity.ibkr.service.problem.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the limits: one person proposes, another approves, and what is approved is stored before it takes effect. Leave for a single
 * order goes the same way. Thread-safe; every change waits for the database. Source: Regulation (EU) 2017/589, article 15(6);
 * 15c3-5(d).
 */
final class LimitDesk {

    private static final Logger LOG = LoggerFactory.getLogger(LimitDesk.class);

    private final LimitStore store;
    private final Runnable onChange;
    private final Duration longestOverride;
    private final Clock clock;
    private final Ulid ids;
    private @Nullable LimitVersion current;
    private List<LimitOverride> overrides;

    /** @param onChange called after a change took effect */
    LimitDesk(
            LimitStore store,
            @Nullable LimitContent initial,
            Runnable onChange,
            Duration longestOverride,
            Clock clock) {
        this.store = store;
        this.onChange = onChange;
        this.longestOverride = longestOverride;
        this.clock = clock;
        this.ids = new Ulid(clock);
        this.current = store.current().orElseGet(() -> first(initial));
        this.overrides = store.overridesInForce(clock.instant()).stream()
                .map(OverrideRequest::override)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable LimitVersion first(@Nullable LimitContent initial) {
        if (initial == null) {
            LOG.warn("there are no limits, so every order is denied; propose some by POST /api/v1/limits/proposals");
            return null;
        }
        LimitVersion first = new LimitVersion(
                1, initial, "risk-manager", "risk-manager", "initial limits of an empty database", now());
        store.add(first, null);
        return first;
    }

    /** What is in force, to be published now; empty when there are no limits. */
    synchronized Optional<Limits> limits() {
        Instant now = clock.instant();
        overrides = overrides.stream()
                .filter(override -> now.isBefore(override.validUntil()))
                .toList();
        return Optional.ofNullable(current).map(version -> version.publishedAt(now, overrides));
    }

    synchronized @Nullable LimitVersion current() {
        return current;
    }

    synchronized LimitProposal propose(LimitContent content, String by, String reason) {
        String problem = content.problem();
        if (problem != null) {
            throw ApiException.badRequest("LIMITS_CONTRADICTORY", problem);
        }
        LimitProposal proposal =
                new LimitProposal(ids.next(), version(), content, by.strip(), reason, now(), State.OPEN, null, null);
        store.add(proposal);
        LOG.info("limits proposed id={} baseVersion={} by=\"{}\"", proposal.id(), proposal.baseVersion(), by);
        return proposal;
    }

    /** Takes effect at once; approved again by the same person it changes nothing. */
    synchronized LimitProposal approve(String id, String by) {
        LimitProposal proposal = open(id, by, State.APPROVED);
        if (proposal.state() == State.APPROVED) {
            return proposal;
        }
        if (isSame(proposal.by(), by)) {
            throw ApiException.conflict(
                    "SECOND_PERSON", "Proposed and approved by the same person; let a second person approve it.");
        }
        if (proposal.baseVersion() != version()) {
            throw ApiException.conflict(
                    "LIMITS_CHANGED",
                    "The limits are at version " + version() + " and the proposal changes version "
                            + proposal.baseVersion() + "; propose it again.");
        }
        LimitProposal approved = decided(proposal, State.APPROVED, by);
        LimitVersion next = new LimitVersion(
                version() + 1,
                proposal.content(),
                proposal.by(),
                by.strip(),
                proposal.reason(),
                Objects.requireNonNull(approved.decidedAt()));
        store.add(next, approved);
        current = next;
        LOG.info(
                "limits changed version={} proposedBy=\"{}\" approvedBy=\"{}\" reason=\"{}\"",
                next.version(),
                next.proposedBy(),
                next.approvedBy(),
                next.reason());
        onChange.run();
        return approved;
    }

    synchronized LimitProposal reject(String id, String by) {
        LimitProposal proposal = open(id, by, State.REJECTED);
        if (proposal.state() == State.REJECTED) {
            return proposal;
        }
        LimitProposal rejected = decided(proposal, State.REJECTED, by);
        store.decide(rejected);
        LOG.info("limits rejected id={} by=\"{}\"", id, by);
        return rejected;
    }

    private LimitProposal open(String id, String by, State wanted) {
        LimitProposal proposal = store.proposal(id)
                .orElseThrow(() -> ApiException.notFound(
                        "NO_SUCH_PROPOSAL", "There is no proposal " + id + "; see GET /api/v1/limits/proposals."));
        String decidedBy = proposal.decidedBy();
        boolean isRepeat = proposal.state() == wanted && decidedBy != null && isSame(decidedBy, by);
        if (proposal.state() != State.OPEN && !isRepeat) {
            throw ApiException.conflict(
                    "PROPOSAL_DECIDED", "The proposal is " + proposal.state() + " by " + decidedBy + " already.");
        }
        return proposal;
    }

    private LimitProposal decided(LimitProposal proposal, State state, String by) {
        return new LimitProposal(
                proposal.id(),
                proposal.baseVersion(),
                proposal.content(),
                proposal.by(),
                proposal.reason(),
                proposal.at(),
                state,
                by.strip(),
                now());
    }

    /** @param request without id, time and approval */
    synchronized OverrideRequest requestOverride(OverrideRequest request) {
        if (!request.reason().isOverridable()) {
            throw ApiException.badRequest(
                    "NOT_OVERRIDABLE", request.reason() + " cannot be overridden; only denials by a limit can.");
        }
        if (!request.validFor().isPositive() || request.validFor().compareTo(longestOverride) > 0) {
            throw ApiException.badRequest(
                    "TOO_LONG",
                    "validFor must be positive and at most " + longestOverride + ", was " + request.validFor());
        }
        OverrideRequest asked = new OverrideRequest(
                ids.next(),
                request.reason(),
                request.strategy(),
                request.symbol(),
                request.side(),
                request.quantity(),
                request.validFor(),
                request.by().strip(),
                request.why(),
                now(),
                null,
                null);
        store.put(asked);
        LOG.info("override asked for id={} reason={} by=\"{}\"", asked.id(), asked.reason(), asked.by());
        return asked;
    }

    /** In force from now on for as long as was asked; approved again it is not prolonged. */
    synchronized OverrideRequest approveOverride(String id, String by) {
        OverrideRequest asked = store.override(id)
                .orElseThrow(() -> ApiException.notFound(
                        "NO_SUCH_OVERRIDE", "There is no override " + id + "; see GET /api/v1/limits/overrides."));
        if (asked.approvedBy() != null) {
            return asked;
        }
        if (isSame(asked.by(), by)) {
            throw ApiException.conflict(
                    "SECOND_PERSON", "Asked for and approved by the same person; let a second person approve it.");
        }
        OverrideRequest approved = asked.approved(by.strip(), now());
        store.put(approved);
        overrides = Stream.concat(overrides.stream(), Stream.of(Objects.requireNonNull(approved.override())))
                .toList();
        LOG.warn(
                "override approved id={} reason={} strategy={} symbol={} requestedBy=\"{}\" approvedBy=\"{}\" validUntil={}",
                id,
                approved.reason(),
                approved.strategy(),
                approved.symbol(),
                approved.by(),
                approved.approvedBy(),
                approved.validUntil());
        onChange.run();
        return approved;
    }

    private long version() {
        LimitVersion version = current;
        return version == null ? 0 : version.version();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static boolean isSame(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }
}
