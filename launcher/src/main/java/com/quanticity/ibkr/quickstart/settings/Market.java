package com.quanticity.ibkr.quickstart.settings;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where quotes come from and whose orders are filled. */
public sealed interface Market {

    List<String> USUAL_WATCH_LIST =
            List.of("SPY", "QQQ", "IWM", "AAPL", "MSFT", "NVDA", "TSLA", "AMZN", "META", "GOOG");

    /** Symbols the adapter subscribes, the first being the one the check trades. */
    List<String> watchList();

    /** The simulator's own generator; the same seed gives the same market. */
    record Generated(long seed) implements Market {
        @Override
        public List<String> watchList() {
            return USUAL_WATCH_LIST;
        }
    }

    /**
     * The simulator plays a recorded day.
     *
     * @param from New York time of day the play begins, null for the simulator's usual one
     * @param speed 1 is real time
     */
    record Recorded(Recording recording, @Nullable LocalTime from, BigDecimal speed) implements Market {
        @Override
        public List<String> watchList() {
            return List.copyOf(recording.symbols());
        }
    }

    /** A gateway that runs already, meant for a paper account; no simulator is started. */
    record RealGateway(String host, int port) implements Market {
        @Override
        public List<String> watchList() {
            return USUAL_WATCH_LIST;
        }
    }
}
