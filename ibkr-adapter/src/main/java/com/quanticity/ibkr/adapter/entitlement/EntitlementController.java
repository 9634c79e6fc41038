package com.quanticity.ibkr.adapter.entitlement;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.market.MarketDataType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The entitlement report, read only. */
@RestController
class EntitlementController {

    private static final Comparator<Entitlement> BY_TARGET = Comparator.comparing(
                    (Entitlement entitlement) -> entitlement.target().symbol())
            .thenComparing(entitlement -> entitlement.target().kind())
            .thenComparing(entitlement -> entitlement.target().exchange());

    private final EntitlementBook book;
    private final DepthExchanges depthExchanges;
    private final Supplier<MarketDataType> askedType;
    private final Supplier<Collection<Contract>> watched;
    private final Clock clock;

    EntitlementController(
            EntitlementBook book,
            DepthExchanges depthExchanges,
            Supplier<MarketDataType> askedType,
            Supplier<Collection<Contract>> watched,
            Clock clock) {
        this.book = book;
        this.depthExchanges = depthExchanges;
        this.askedType = askedType;
        this.watched = watched;
        this.clock = clock;
    }

    /** Of all or of one symbol, kind or standing. */
    @GetMapping("/api/v1/entitlements")
    EntitlementReport entitlements(
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(required = false) @Nullable DataKind kind,
            @RequestParam(required = false) @Nullable Standing standing) {
        Instant now = clock.instant();
        List<Entitlement> shown = withUnasked(now).stream()
                .filter(entitlement ->
                        symbol == null || entitlement.target().symbol().equals(symbol))
                .filter(entitlement -> kind == null || entitlement.target().kind() == kind)
                .filter(entitlement -> standing == null || entitlement.standing() == standing)
                .sorted(BY_TARGET)
                .toList();
        Map<Standing, Long> count = shown.stream()
                .map(Entitlement::standing)
                .collect(Collectors.groupingBy(
                        Function.identity(), () -> new EnumMap<>(Standing.class), Collectors.counting()));
        return new EntitlementReport(now, askedType.get(), count, shown, depthExchanges.offers());
    }

    private List<Entitlement> withUnasked(Instant now) {
        List<Entitlement> all = new ArrayList<>(book.all());
        for (Contract contract : watched.get()) {
            Arrays.stream(DataKind.values())
                    .filter(kind -> all.stream()
                            .map(Entitlement::target)
                            .noneMatch(target ->
                                    target.kind() == kind && target.contractId().equals(contract.id())))
                    .map(kind -> Entitlement.unasked(DataTarget.of(contract, kind), now))
                    .toList()
                    .forEach(all::add);
        }
        return all;
    }
}
