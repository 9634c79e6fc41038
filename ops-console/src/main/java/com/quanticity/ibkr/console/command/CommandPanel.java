package com.quanticity.ibkr.console.command;

import com.quanticity.ibkr.console.freshness.Ages;
import com.quanticity.ibkr.console.freshness.Stamp;
import com.quanticity.ibkr.console.live.Panel;
import com.quanticity.ibkr.console.live.Part;
import com.quanticity.ibkr.console.live.Piece;
import com.quanticity.ibkr.model.ops.OpsReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command under way and the request that waits for its second person. */
final class CommandPanel implements Panel {

    /** How long a complete command stays on the page. */
    private static final Duration LINGERS = Duration.ofSeconds(30);

    /** How long an incomplete one does. */
    private static final Duration LINGERS_INCOMPLETE = Duration.ofMinutes(5);

    private final CommandTracker tracker;
    private final ResumeDesk resume;
    private final ResumeCheck check;

    CommandPanel(CommandTracker tracker, ResumeDesk resume, ResumeCheck check) {
        this.tracker = tracker;
        this.resume = resume;
        this.check = check;
    }

    @Override
    public Duration pace() {
        return Duration.ZERO;
    }

    @Override
    public long version() {
        return tracker.version() + resume.version();
    }

    @Override
    public List<Part> parts(Instant now) {
        TrackView track = tracker.newest()
                .filter(newest -> lingers(newest, now))
                .map(CommandPanel::view)
                .orElse(TrackView.NONE);
        Optional<Approval> pending = resume.pending();
        List<ResumeCheck.Line> lines = check.lines(now);
        return List.of(
                new Part.Single(new Piece("command-track", "panels/command :: track", track)),
                new Part.Single(new Piece(
                        "approval",
                        "panels/command :: approval",
                        pending.map(CommandPanel::view).orElse(ApprovalView.NONE))),
                new Part.Single(new Piece("resume-checklist", "panels/command :: checklist", new Checklist(lines))),
                new Part.Single(new Piece(
                        "approval-checklist",
                        "panels/command :: checklist",
                        new Checklist(pending.isPresent() ? lines : List.of()))));
    }

    private static boolean lingers(CommandTrack track, Instant now) {
        Duration shown = track.isComplete() ? LINGERS : LINGERS_INCOMPLETE;
        return now.isBefore(track.requestedAt().plus(shown));
    }

    static TrackView view(CommandTrack track) {
        boolean halt = track.kind() == CommandTrack.Kind.HALT;
        Instant inForce = track.inForceAt();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                track.delivered() ? "done" : "open", track.delivered() ? "requested" : "not confirmed by Redis"));
        steps.add(
                inForce == null
                        ? new Step("open", halt ? "HALTED not seen yet" : "ACTIVE not seen yet")
                        : new Step(
                                "done",
                                (halt ? "HALTED" : "ACTIVE") + " after "
                                        + Ages.text(Duration.between(track.requestedAt(), inForce))));
        CommandTrack.ECHOING.forEach(
                component -> steps.add(step(component, track.replies().get(component))));
        return new TrackView(
                true,
                track.commandId(),
                (halt ? "Halt" : "Resume") + " by " + track.by(),
                Stamp.of(track.requestedAt()),
                CommandTracker.level(track).style(),
                summary(track),
                List.copyOf(steps),
                halt);
    }

    private static String summary(CommandTrack track) {
        if (track.isComplete()) {
            return "confirmed by every service";
        }
        if (!track.refusals().isEmpty()) {
            return "refused";
        }
        return track.laggards().isEmpty()
                ? "waiting for the trading state"
                : "waiting for " + String.join(", ", track.laggards());
    }

    private static Step step(String component, @Nullable OpsReply reply) {
        if (reply == null) {
            return new Step("open", component + " has not echoed");
        }
        return switch (reply.outcome()) {
            case DONE -> new Step("done", component);
            case REFUSED -> new Step("failed", component + " refused: " + reply.detail());
        };
    }

    private static ApprovalView view(Approval approval) {
        return new ApprovalView(
                true,
                approval.id(),
                approval.requestedBy(),
                approval.requestedRole().words(),
                approval.requestedRole().isOfficer(),
                RestrictDesk.words(approval.scope()),
                approval.reason(),
                Stamp.of(approval.requestedAt()),
                approval.expiresAt().toEpochMilli());
    }

    /**
     * A step.
     *
     * @param state done, open or failed
     */
    record Step(String state, String text) {}

    /**
     * A command on its way.
     *
     * @param shown false when there is none to show
     * @param at when it was requested, null when there is none
     * @param halt true for a halt: its reason may be written now
     */
    record TrackView(
            boolean shown,
            String commandId,
            String title,
            @Nullable Stamp at,
            String level,
            String summary,
            List<Step> steps,
            boolean halt) {

        static final TrackView NONE = new TrackView(false, "", "", null, "off", "", List.of(), false);
    }

    /**
     * A request that waits.
     *
     * @param officer true when the first person is a risk officer or admin
     * @param scope what is to be resumed, in words
     * @param expiresAt epoch milliseconds
     */
    record ApprovalView(
            boolean shown,
            String requestId,
            String requestedBy,
            String requestedRole,
            boolean officer,
            String scope,
            String reason,
            @Nullable Stamp at,
            long expiresAt) {

        static final ApprovalView NONE = new ApprovalView(false, "", "", "", false, "", "", null, 0);
    }

    private record Checklist(List<ResumeCheck.Line> lines) {}
}
