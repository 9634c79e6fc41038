package com.quanticity.ibkr.gateway.internal.subscription;

import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The market data farms that are broken now, by name. Source: wire specification, behaviour section 2. */
final class Farms {

    private static final int BROKEN = 2103;
    private static final int CONNECTING = 2119;
    private static final int OK = 2104;

    private final Set<String> broken = new HashSet<>();

    /** The farm that came back; empty when the notice says anything else, or the farm was never away. */
    Optional<String> onNotice(ErrorMessage notice) {
        return switch (notice.errorCode()) {
            case BROKEN, CONNECTING -> {
                broken.add(name(notice.errorMsg()));
                yield Optional.empty();
            }
            case OK -> {
                String farm = name(notice.errorMsg());
                yield broken.remove(farm) ? Optional.of(farm) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    void clear() {
        broken.clear();
    }

    /** The text ends {@code :farmname}. */
    private static String name(String text) {
        return text.substring(text.lastIndexOf(':') + 1).strip();
    }
}
