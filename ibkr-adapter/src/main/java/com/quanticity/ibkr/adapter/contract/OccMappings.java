package com.quanticity.ibkr.adapter.contract;

import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.adapter.contract.match.OccCheck;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.OccMapping;
import com.quanticity.ibkr.model.contract.OccSymbol;
import com.quanticity.ibkr.model.ops.AlarmKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which option symbol means which contract, proven by the broker's details. A symbol whose details disagree warns and blocks the contract
 * until they agree. Thread-safe; never blocks.
 */
final class OccMappings {

    private static final Logger LOG = LoggerFactory.getLogger(OccMappings.class);

    private final ContractDirectory directory;
    private final ContractPublisher publisher;
    private final AdapterAlarms alarms;
    private final Clock clock;
    private final Map<OccSymbol, OccMapping> bySymbol = new ConcurrentHashMap<>();

    OccMappings(ContractDirectory directory, ContractPublisher publisher, AdapterAlarms alarms, Clock clock) {
        this.directory = directory;
        this.publisher = publisher;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** What an earlier process found out. */
    void remember(OccMapping mapping) {
        bySymbol.put(mapping.symbol(), mapping);
        judge(mapping);
    }

    Optional<OccMapping> find(OccSymbol symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /** The symbols that were resolved to a contract. */
    List<OccMapping> of(ContractId id) {
        return bySymbol.values().stream()
                .filter(mapping -> id.equals(mapping.contractId()))
                .toList();
    }

    /** The broker answered a symbol with one contract. */
    OccMapping onAnswer(OccSymbol symbol, ContractReference reference) {
        List<String> differences = OccCheck.differences(symbol, reference);
        String reason = differences.isEmpty()
                ? ""
                : "option symbol '" + symbol + "' and contract " + reference.contractId() + " disagree: "
                        + String.join(", ", differences) + "; compare both with the exchange's list";
        return put(new OccMapping(
                symbol,
                reference.contractId(),
                differences.isEmpty() ? OccMapping.State.MATCHED : OccMapping.State.MISMATCH,
                reason,
                clock.instant()));
    }

    void onUnknown(OccSymbol symbol, String message) {
        put(new OccMapping(symbol, null, OccMapping.State.UNKNOWN, message, clock.instant()));
    }

    /** New details of a contract: every symbol that means it is judged again. */
    void onRefreshed(ContractReference reference) {
        of(reference.contractId()).forEach(mapping -> onAnswer(mapping.symbol(), reference));
    }

    private OccMapping put(OccMapping mapping) {
        OccMapping before = bySymbol.put(mapping.symbol(), mapping);
        judge(mapping);
        if (before == null || before.state() != mapping.state() || !isSame(before, mapping)) {
            publisher.publish(mapping);
        }
        return mapping;
    }

    private static boolean isSame(OccMapping before, OccMapping after) {
        return Objects.equals(before.contractId(), after.contractId())
                && before.reason().equals(after.reason());
    }

    private void judge(OccMapping mapping) {
        ContractId id = mapping.contractId();
        String subject = mapping.symbol().compact();
        switch (mapping.state()) {
            case MISMATCH -> {
                LOG.warn("option symbol mismatch symbol={} contractId={} reason={}", subject, id, mapping.reason());
                alarms.raise(AlarmKind.OCC_MISMATCH, subject, mapping.reason());
                if (id != null) {
                    directory.block(id, BlockKind.OCC_MISMATCH, mapping.reason());
                }
            }
            case MATCHED -> {
                alarms.clear(AlarmKind.OCC_MISMATCH, subject, "symbol and details agree");
                if (id != null && of(id).stream().allMatch(other -> other.state() == OccMapping.State.MATCHED)) {
                    directory.unblock(id, BlockKind.OCC_MISMATCH);
                }
            }
            case UNKNOWN -> alarms.clear(AlarmKind.OCC_MISMATCH, subject, "the broker knows no such option");
        }
    }
}
