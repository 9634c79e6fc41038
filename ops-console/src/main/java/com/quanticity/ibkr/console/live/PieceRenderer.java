package com.quanticity.ibkr.console.live;

import com.quanticity.ibkr.console.ConsoleMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Turns pieces into HTML, the same for every viewer. */
final class PieceRenderer {

    private static final String SEPARATOR = " :: ";

    private final ITemplateEngine engine;
    private final Counter drawn;

    PieceRenderer(ITemplateEngine engine, MeterRegistry meters) {
        this.engine = engine;
        this.drawn = meters.counter(ConsoleMeter.FRAGMENTS_DRAWN.meterName());
    }

    String render(Piece piece) {
        int separator = piece.template().indexOf(SEPARATOR);
        String file = piece.template().substring(0, separator);
        String fragment = piece.template().substring(separator + SEPARATOR.length());
        drawn.increment();
        Map<String, Object> variables = Map.of("it", piece.view(), "id", piece.id());
        return engine.process(file, Set.of(fragment), new Context(Locale.ROOT, variables))
                .strip();
    }
}
