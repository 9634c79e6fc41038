package com.quanticity.ibkr.gateway.internal.subscription;

import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.subscription.StreamKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data farms that are away now. Source: wire specification, behaviour section 2. Consumer thread only. */
final class Farms {

    /** Market data farm broken; also the code of streams that are silent because of it. */
    static final int BROKEN = 2103;

    /** History farm broken. */
    static final int HISTORY_BROKEN = 2105;

    private final Map<Farm, Boolean> away = new LinkedHashMap<>();

    /**
     * One farm.
     *
     * @param brokenCode what says that it is broken: tells the kinds apart
     */
    record Farm(int brokenCode, String name) {

        /** Whether a stream of this kind, of this farm if one is known, may be served by it. */
        boolean mayServe(StreamKind kind, @Nullable String ownFarm) {
            boolean sameKind =
                    brokenCode == BROKEN ? kind.isMarketData() : kind == StreamKind.FORMING_BARS && ownFarm == null;
            return sameKind && (ownFarm == null || name.isEmpty() || ownFarm.equals(name));
        }

        String text() {
            return (brokenCode == BROKEN ? "market data farm " : "history farm ") + name + " is broken";
        }
    }

    /** What a notice changed. */
    sealed interface Change {

        record Broken(Farm farm) implements Change {}

        record Back(Farm farm) implements Change {}
    }

    /** Empty when nothing changed. A farm that connects was away, too: its streams must prove themselves when it is back. */
    Optional<Change> onNotice(ErrorMessage notice) {
        String name = name(notice.errorMsg());
        return switch (notice.errorCode()) {
            case 2103 -> broken(new Farm(BROKEN, name));
            case 2105 -> broken(new Farm(HISTORY_BROKEN, name));
            case 2104 -> back(new Farm(BROKEN, name));
            case 2106 -> back(new Farm(HISTORY_BROKEN, name));
            case 2119 -> {
                away.putIfAbsent(new Farm(BROKEN, name), false);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Optional<Change> broken(Farm farm) {
        return Boolean.TRUE.equals(away.put(farm, true)) ? Optional.empty() : Optional.of(new Change.Broken(farm));
    }

    private Optional<Change> back(Farm farm) {
        return away.remove(farm) == null ? Optional.empty() : Optional.of(new Change.Back(farm));
    }

    /** A broken farm that may serve such a stream. */
    Optional<Farm> brokenFor(StreamKind kind, @Nullable String ownFarm) {
        return away.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .filter(farm -> farm.mayServe(kind, ownFarm))
                .findFirst();
    }

    void clear() {
        away.clear();
    }

    /** The text ends {@code :farmname}. */
    private static String name(String text) {
        return text.substring(text.lastIndexOf(':') + 1).strip();
    }
}
