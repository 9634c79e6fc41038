package com.quanticity.ibkr.simulator.marketdata.tick;

import com.quanticity.ibkr.simulator.reference.NewsArchive;
import com.quanticity.ibkr.simulator.wire.TickFrames;
import java.math.BigDecimal;

/** One tick before it has a request id. */
public sealed interface Tick {

    int type();

    byte[] frame(int requestId);

    record Price(int type, BigDecimal price) implements Tick {
        @Override
        public byte[] frame(int requestId) {
            return TickFrames.price(requestId, type, price, BigDecimal.ZERO, 0);
        }
    }

    record Size(int type, BigDecimal size) implements Tick {
        @Override
        public byte[] frame(int requestId) {
            return TickFrames.size(requestId, type, size);
        }
    }

    record Number(int type, BigDecimal value) implements Tick {
        @Override
        public byte[] frame(int requestId) {
            return TickFrames.number(requestId, type, value);
        }
    }

    /** TICK_NEWS; the type only keeps providers apart. */
    record News(int type, NewsArchive.Article article) implements Tick {
        @Override
        public byte[] frame(int requestId) {
            return TickFrames.news(
                    requestId, article.time().toEpochMilli(), article.provider(), article.id(), article.headline());
        }
    }

    record Text(int type, String value) implements Tick {
        @Override
        public byte[] frame(int requestId) {
            return TickFrames.text(requestId, type, value);
        }
    }
}
