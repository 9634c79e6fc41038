package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractChange;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.OccMapping;
import com.quanticity.ibkr.model.contract.OccSymbol;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contracts by REST. */
@RestController
@RequestMapping("/api/v1/contracts")
@Tag(
        name = "contracts",
        description = "Which contracts there are, what the broker says about them, and what changed over night")
class ContractController {

    private final ContractDirectory directory;
    private final ContractDesk desk;
    private final OccMappings mappings;
    private final SymbolSearch search;
    private final ContractStore store;
    private final ContractRefresh refresh;
    private final Clock clock;

    ContractController(
            ContractDirectory directory,
            ContractDesk desk,
            OccMappings mappings,
            SymbolSearch search,
            ContractStore store,
            ContractRefresh refresh,
            Clock clock) {
        this.directory = directory;
        this.desk = desk;
        this.mappings = mappings;
        this.search = search;
        this.store = store;
        this.refresh = refresh;
        this.clock = clock;
    }

    /** @param contract any text form of a contract */
    record ResolveRequest(@NotBlank @Size(max = 400) String contract) {}

    /**
     * What a resolution found.
     *
     * @param contract the text, in its usual spelling
     * @param others how many more contracts matched and lost by the rule
     * @param detail null for a combination
     * @param legs of a combination, in its order, else empty
     */
    record Resolved(String contract, int others, @Nullable ContractDetail detail, List<Contract> legs) {}

    /**
     * What the daily refresh found on a day.
     *
     * @param run null when there was none
     */
    record DayOfChanges(LocalDate day, @Nullable RefreshRun run, List<ContractChange> changes) {}

    @GetMapping
    @Operation(
            operationId = "listContracts",
            summary = "The watch list with what the broker said about each entry, or known contracts that match a text")
    List<ContractView> contracts(
            @Parameter(description = "part of symbol, local symbol or name, or a contract id; left out: the watch list")
                    @RequestParam(required = false)
                    @Nullable String query) {
        return query == null || query.isBlank() ? directory.views() : directory.views(query);
    }

    @GetMapping("/{contractId:\\d+}")
    @Operation(operationId = "showContract", summary = "Everything known of one contract, price increments included")
    @ApiResponse(responseCode = "200", description = "as the broker told last")
    @ApiResponse(responseCode = "404", description = "not known here; resolve it by POST /api/v1/contracts/resolve")
    ContractDetail show(@PathVariable @Positive int contractId) {
        return directory
                .reference(ContractId.of(contractId))
                .map(reference -> detail("conid:" + contractId, reference.contract(), reference))
                .orElseThrow(() -> unknown("conid:" + contractId));
    }

    @PostMapping("/resolve")
    @Operation(
            operationId = "resolveContract",
            summary = "Asks the broker which contract a text means, once; later answers come from memory",
            description =
                    "Forms: SPY, SPY@ARCA, OPT:SPY 20261218 C 500, an OCC symbol, FUT:ES@CME 202612, CASH:EUR.USD, "
                            + "IND:SPX@CBOE, BAG:+1 LEG | -1 LEG, conid:756733.")
    @ApiResponse(responseCode = "200", description = "the contract that is meant")
    @ApiResponse(responseCode = "400", description = "the text is no contract; says how to write it")
    @ApiResponse(responseCode = "404", description = "the broker knows no such contract")
    @ApiResponse(
            responseCode = "409",
            description =
                    "several match and are listed as candidates, or an option symbol and the broker's details disagree")
    @ApiResponse(responseCode = "503", description = "the session has no answer now")
    Resolved resolve(@Valid @RequestBody ResolveRequest request) {
        ContractSpec spec = spec(request.contract());
        return switch (desk.resolve(spec).join()) {
            case Resolution.Resolved found ->
                new Resolved(
                        spec.text(),
                        found.others(),
                        detail(spec.text(), found.contract(), found.reference()),
                        List.of());
            case Resolution.Combined combined -> new Resolved(spec.text(), 0, null, combined.legs());
            case Resolution.Ambiguous ambiguous ->
                throw ApiException.conflict("AMBIGUOUS_CONTRACT", ambiguous.why())
                        .with("candidates", ambiguous.candidates());
            case Resolution.Mismatch mismatch -> throw ApiException.conflict("OCC_MISMATCH", mismatch.why());
            case Resolution.Unknown none -> throw ApiException.notFound("UNKNOWN_CONTRACT", none.why());
            case Resolution.Unavailable away -> throw ApiException.unavailable("SESSION_NOT_READY", away.why());
        };
    }

    @GetMapping("/search")
    @Operation(
            operationId = "searchContracts",
            summary = "Contracts whose symbol begins with a text, or whose name has it",
            description = "The broker answers one search a second; answers are remembered for ten minutes.")
    List<SymbolSearch.Match> search(
            @Parameter(description = "beginning of a symbol, or words of a name")
                    @RequestParam
                    @NotBlank @Size(max = 60) String text)
            throws InterruptedException {
        return search.search(text);
    }

    @GetMapping("/occ")
    @Operation(
            operationId = "showOccMapping",
            summary = "Which contract an OCC symbol means, as it was resolved",
            description = "Padded to 21 characters, or compact.")
    @ApiResponse(responseCode = "404", description = "not resolved yet; POST /api/v1/contracts/resolve")
    OccMapping occ(@RequestParam @NotBlank @Size(max = 21) String symbol) {
        OccSymbol wanted = occSymbol(symbol);
        return mappings.find(wanted).orElseThrow(() -> unknown("OCC:" + wanted.compact()));
    }

    @GetMapping("/{contractId:\\d+}/occ")
    @Operation(operationId = "showOccOfContract", summary = "OCC symbols that were resolved to a contract")
    List<OccMapping> occOf(@PathVariable @Positive int contractId) {
        return mappings.of(ContractId.of(contractId));
    }

    @GetMapping("/changes")
    @Operation(operationId = "listContractChanges", summary = "What the daily refresh found changed on a day")
    DayOfChanges changes(
            @Parameter(description = "New York day, today when left out")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day) {
        LocalDate wanted =
                day == null ? clock.instant().atZone(RefreshTimes.NEW_YORK).toLocalDate() : day;
        return new DayOfChanges(wanted, store.refresh(wanted).orElse(null), store.changes(wanted));
    }

    @PostMapping("/{contractId:\\d+}/refresh")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "refreshContract",
            summary = "Asks the broker anew about one contract, outside the daily refresh",
            description =
                    "May be repeated. The answer shows in the contract and in the day's changes a few seconds later; a contract that the "
                            + "broker knows again is not blocked any more.")
    @ApiResponse(responseCode = "202", description = "asked when the session is READY")
    @ApiResponse(responseCode = "404", description = "not known here; resolve it by POST /api/v1/contracts/resolve")
    void refresh(@PathVariable @Positive int contractId) {
        if (!refresh.want(ContractId.of(contractId))) {
            throw unknown("conid:" + contractId);
        }
    }

    private ContractDetail detail(String text, Contract contract, ContractReference reference) {
        return ContractDetail.of(text, contract.exchange(), reference, directory, mappings);
    }

    private static ContractSpec spec(String text) {
        try {
            return ContractSpec.parse(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest("INVALID_CONTRACT", String.valueOf(e.getMessage()));
        }
    }

    private static OccSymbol occSymbol(String text) {
        try {
            return text.contains(" ") ? OccSymbol.parse(text) : OccSymbol.parseCompact(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest("INVALID_OCC_SYMBOL", String.valueOf(e.getMessage()));
        }
    }

    private static ApiException unknown(String contract) {
        return ApiException.notFound(
                "UNKNOWN_CONTRACT",
                "Nothing is known of " + contract + " yet. Resolve it by POST /api/v1/contracts/resolve.");
    }
}
