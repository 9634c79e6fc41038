package com.quanticity.ibkr.execution.register;

import com.quanticity.ibkr.execution.register.Algorithm.Limits;
import com.quanticity.ibkr.execution.register.Algorithm.State;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register by REST. */
@RestController
@RequestMapping("/api/v1/algorithms")
@Tag(name = "algorithms", description = "The register of algorithms; whoever is not in it sends nothing")
class AlgorithmController {

    private static final Logger LOG = LoggerFactory.getLogger(AlgorithmController.class);

    private final Algorithms algorithms;
    private final RunningParents parents;
    private final TransactionOperations transactions;
    private final Clock clock;

    AlgorithmController(
            Algorithms algorithms, RunningParents parents, TransactionOperations transactions, Clock clock) {
        this.algorithms = algorithms;
        this.parents = parents;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A new algorithm, or a new version of one.
     *
     * @param by who proposes it
     */
    record Proposal(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}") String algorithm,

            @NotBlank @Size(max = 1000) String purpose,
            @NotBlank @Size(max = 64) String owner,
            @Nullable Limits limits,
            @NotBlank @Size(max = 64) String by,
            @NotBlank @Size(max = 200) String reason) {}

    /**
     * A decision.
     *
     * @param by who decides
     */
    record Decision(
            @NotBlank @Size(max = 64) String by,
            @NotBlank @Size(max = 200) String reason) {}

    /**
     * What disabling did.
     *
     * @param cancelledParents parents of it that were live and are cancelled
     */
    record Disabled(Algorithm algorithm, List<String> cancelledParents) {}

    @GetMapping
    @Operation(operationId = "listAlgorithms", summary = "Every version of every algorithm, newest version first")
    List<Algorithm> list() {
        return algorithms.all();
    }

    @GetMapping("/{algorithm}")
    @Operation(operationId = "showAlgorithm", summary = "Every version of an algorithm, newest first")
    @ApiResponse(responseCode = "404", description = "it is not in the register")
    List<Algorithm> show(@PathVariable String algorithm) {
        List<Algorithm> versions = algorithms.versions(algorithm);
        if (versions.isEmpty()) {
            throw unknown(algorithm);
        }
        return versions;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "proposeAlgorithm",
            summary = "Proposes an algorithm or a new version of one; it counts once a second person approves")
    @ApiResponse(responseCode = "201", description = "waits for approval; what counted before still does")
    Algorithm propose(@RequestBody @Valid Proposal proposal) {
        Limits limits = proposal.limits == null ? Limits.NONE : proposal.limits;
        Algorithm proposed = transactions.execute(_ -> algorithms.propose(
                proposal.algorithm,
                proposal.purpose,
                proposal.owner,
                limits,
                proposal.by,
                proposal.reason,
                clock.instant()));
        log(proposed, proposal.by);
        return proposed;
    }

    @PostMapping("/{algorithm}/versions/{version}/approve")
    @Operation(
            operationId = "approveAlgorithm",
            summary = "Makes a proposed version the one that counts; takes a second person")
    @ApiResponse(responseCode = "404", description = "there is no such version")
    @ApiResponse(responseCode = "409", description = "SAME_PERSON, or the version was decided upon before")
    Algorithm approve(
            @PathVariable String algorithm, @PathVariable int version, @RequestBody @Valid Decision decision) {
        return transactions.execute(_ -> {
            Algorithm proposed = proposed(algorithm, version);
            if (proposed.proposedBy().equalsIgnoreCase(decision.by.strip())) {
                throw ApiException.conflict(
                        "SAME_PERSON",
                        decision.by + " proposed version " + version + " of " + algorithm
                                + "; another person must approve it.");
            }
            algorithms.retireActive(algorithm);
            return decided(proposed, State.ACTIVE, decision);
        });
    }

    @PostMapping("/{algorithm}/versions/{version}/refuse")
    @Operation(operationId = "refuseAlgorithm", summary = "Refuses a proposed version; what counted before still does")
    @ApiResponse(responseCode = "404", description = "there is no such version")
    @ApiResponse(responseCode = "409", description = "the version was decided upon before")
    Algorithm refuse(@PathVariable String algorithm, @PathVariable int version, @RequestBody @Valid Decision decision) {
        return transactions.execute(_ -> decided(proposed(algorithm, version), State.REFUSED, decision));
    }

    @PostMapping("/{algorithm}/disable")
    @Operation(
            operationId = "disableAlgorithm",
            summary = "Stops an algorithm: its parents are cancelled and new ones refused; takes one person",
            description = "To go on, propose a new version and have it approved.")
    @ApiResponse(responseCode = "404", description = "no version of it counts")
    Disabled disable(@PathVariable String algorithm, @RequestBody @Valid Decision decision) {
        Algorithm disabled = transactions.execute(_ ->
                decided(algorithms.active(algorithm).orElseThrow(() -> unknown(algorithm)), State.DISABLED, decision));
        return new Disabled(
                disabled,
                parents.cancelAllOf(algorithm, "algorithm disabled by " + decision.by + ": " + decision.reason));
    }

    private Algorithm proposed(String algorithm, int version) {
        Algorithm proposed = algorithms.lock(algorithm, version).orElseThrow(() -> unknown(algorithm));
        if (proposed.state() != State.PROPOSED) {
            throw ApiException.conflict(
                    "ALREADY_DECIDED",
                    "Version " + version + " of " + algorithm + " is " + proposed.state() + "; propose a new one.");
        }
        return proposed;
    }

    private Algorithm decided(Algorithm version, State state, Decision decision) {
        Algorithm decided = algorithms.decide(version, state, decision.by.strip(), decision.reason, clock.instant());
        log(decided, decision.by);
        return decided;
    }

    private static void log(Algorithm version, String by) {
        LOG.info(
                "algorithm state={} algorithm={} version={} by={}",
                version.state(),
                version.algorithm(),
                version.version(),
                by);
    }

    private static ApiException unknown(String algorithm) {
        return ApiException.notFound(
                "UNKNOWN_ALGORITHM",
                "There is no such version of algorithm '" + algorithm
                        + "'. GET /api/v1/algorithms lists what there is.");
    }
}
