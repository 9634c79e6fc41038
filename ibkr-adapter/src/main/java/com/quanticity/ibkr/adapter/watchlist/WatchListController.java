package com.quanticity.ibkr.adapter.watchlist;

import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractDesk;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.contract.Resolution;
import com.quanticity.ibkr.adapter.marketdata.SubscriptionDesk;
import com.quanticity.ibkr.adapter.watchlist.WatchList.Outcome;
import com.quanticity.ibkr.adapter.watchlist.WatchListView.EntryView;
import com.quanticity.ibkr.adapter.watchlist.WatchListView.Lines;
import com.quanticity.ibkr.adapter.watchlist.WatchListView.Standing;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.service.problem.ApiException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The watch list by REST. Every command may be repeated; changes outlive a restart. */
@RestController
@RequestMapping("/api/v1/watch-list")
@Tag(name = "watch list", description = "Which contracts have level 1 data, and the market data lines they take")
class WatchListController {

    private final WatchList watchList;
    private final ContractDesk contracts;
    private final ContractDirectory directory;

    WatchListController(WatchList watchList, ContractDesk contracts, ContractDirectory directory) {
        this.watchList = watchList;
        this.contracts = contracts;
        this.directory = directory;
    }

    /**
     * A contract to watch.
     *
     * @param contract any text form of a single contract
     * @param priority lower ones get a line first; 100 when left out
     */
    record Wanted(
            @NotBlank @Size(max = 200) String contract,
            @Nullable @Min(1) @Max(1000) Integer priority) {}

    /** @param priority lower ones get a line first */
    record Rank(@Min(1) @Max(1000) int priority) {}

    /** @param displaced the symbol that lost its line, null when none did */
    record Watching(EntryView entry, @Nullable String displaced) {}

    @GetMapping
    @Operation(summary = "Entries, and how many market data lines there are")
    WatchListView watchList() {
        List<EntryView> entries = watchList.all().stream().map(this::view).toList();
        int used = (int) entries.stream()
                .filter(entry -> entry.standing() == Standing.SUBSCRIBED)
                .count();
        LineBudget budget = watchList.budget();
        return new WatchListView(new Lines(budget.configured(), budget.limit(), used), entries);
    }

    @PostMapping
    @Operation(summary = "Resolves a contract and watches it")
    CompletableFuture<Watching> watch(@Valid @RequestBody Wanted wanted) {
        WatchListEntry entry = entry(wanted.contract());
        int priority = wanted.priority() == null ? SubscriptionDesk.USUAL_PRIORITY : wanted.priority();
        return contracts.resolve(entry.spec()).thenApplyAsync(found -> watch(entry, contract(found), priority));
    }

    @PutMapping("/{*symbol}")
    @Operation(summary = "Changes the priority of an entry")
    Watching rank(@PathVariable String symbol, @Valid @RequestBody Rank rank) {
        Watched watched = watchList.find(name(symbol)).orElseThrow(() -> notWatched(name(symbol)));
        Contract contract = watched.contract();
        if (contract == null) {
            throw ApiException.conflict(
                    "NOT_RESOLVED",
                    watched.symbol() + " is not resolved: " + reason(watched) + "; change it when it is.");
        }
        return watch(watched.entry(), contract, rank.priority());
    }

    /** Gone is gone, however often it is said. */
    @DeleteMapping("/{*symbol}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends watching a symbol")
    void unwatch(@PathVariable String symbol) {
        try {
            watchList.unwatch(name(symbol));
        } catch (DataAccessException e) {
            throw notStored();
        }
    }

    private Watching watch(WatchListEntry entry, Contract contract, int priority) {
        try {
            return switch (watchList.watch(entry, contract, priority)) {
                case Outcome.Watching watching ->
                    new Watching(
                            view(watchList.find(entry.symbol()).orElseThrow(() -> notWatched(entry.symbol()))),
                            watching.displaced());
                case Outcome.NoLine none -> throw noLine(entry, priority, none);
            };
        } catch (DataAccessException e) {
            throw notStored();
        }
    }

    private static ApiException noLine(WatchListEntry entry, int priority, Outcome.NoLine none) {
        return ApiException.conflict(
                        "NO_LINE",
                        "All " + none.lines() + " market data lines are taken by symbols that come before " + entry
                                + " of priority " + priority + "; remove one, or give it a priority below "
                                + none.last().priority() + " to take the line of "
                                + none.last().symbol() + ".")
                .with("lines", none.lines());
    }

    private static WatchListEntry entry(String text) {
        try {
            return WatchListEntry.of(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest("CONTRACT_INVALID", String.valueOf(e.getMessage()));
        }
    }

    private static Contract contract(Resolution found) {
        return switch (found) {
            case Resolution.Resolved resolved -> resolved.contract();
            case Resolution.Unknown unknown -> throw ApiException.notFound("CONTRACT_UNKNOWN", unknown.why());
            case Resolution.Ambiguous several -> throw ApiException.conflict("CONTRACT_AMBIGUOUS", several.why());
            case Resolution.Mismatch mismatch -> throw ApiException.conflict("CONTRACT_MISMATCH", mismatch.why());
            case Resolution.Unavailable away -> throw ApiException.unavailable("BROKER_AWAY", away.why());
            case Resolution.Combined _ ->
                throw ApiException.badRequest(
                        "CONTRACT_INVALID", "A combination has no data of its own; watch its legs one by one.");
        };
    }

    private EntryView view(Watched watched) {
        Contract contract = watched.contract();
        boolean isServed = watchList.isServed(watched.symbol());
        return new EntryView(
                watched.symbol(),
                watched.entry().toString(),
                contract == null ? null : contract.id().value(),
                watched.priority(),
                contract == null ? Standing.UNRESOLVED : isServed ? Standing.SUBSCRIBED : Standing.NO_LINE,
                reason(watched),
                watched.changedAt());
    }

    private String reason(Watched watched) {
        if (watched.contract() == null) {
            String problem = directory.problem(watched.symbol());
            return problem.isEmpty() ? "not asked yet" : problem;
        }
        return watchList.isServed(watched.symbol())
                ? ""
                : "all " + watchList.budget().limit()
                        + " lines are given to others; lower its priority number or remove one";
    }

    /** The rest of the path, with the slash before it. */
    private static String name(String rest) {
        return rest.startsWith("/") ? rest.substring(1) : rest;
    }

    private static ApiException notWatched(String symbol) {
        return ApiException.notFound(
                "NOT_WATCHED", symbol + " is not on the watch list; add it by POST /api/v1/watch-list first.");
    }

    private static ApiException notStored() {
        return ApiException.unavailable(
                "NOT_STORED", "The change could not be stored, so nothing has changed; check the adapter's database.");
    }
}
