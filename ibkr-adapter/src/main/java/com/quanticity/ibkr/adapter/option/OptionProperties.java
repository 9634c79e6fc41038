package com.quanticity.ibkr.adapter.option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Option chains and pictures of them.
 *
 * @param chainTtl how long a chain is remembered before the broker is asked again
 * @param snapshotLines market data lines that pictures may hold at a time, of the 100 or so of the login
 * @param snapshotPause pause between two snapshots, so that pictures leave the message budget to others
 * @param snapshotOptions most options of one picture
 */
public record OptionProperties(
        @DefaultValue("6h") Duration chainTtl,
        @DefaultValue("20") int snapshotLines,
        @DefaultValue("50ms") Duration snapshotPause,
        @DefaultValue("400") int snapshotOptions) {

    public OptionProperties {
        List<String> problems = new ArrayList<>();
        if (chainTtl.isNegative() || chainTtl.isZero()) {
            problems.add("ibkr.adapter.options.chain-ttl must be positive, was " + chainTtl);
        }
        if (snapshotLines < 1) {
            problems.add("ibkr.adapter.options.snapshot-lines must be 1 or more, was " + snapshotLines);
        }
        if (snapshotPause.isNegative()) {
            problems.add("ibkr.adapter.options.snapshot-pause must be 0 or longer, was " + snapshotPause);
        }
        if (snapshotOptions < 1) {
            problems.add("ibkr.adapter.options.snapshot-options must be 1 or more, was " + snapshotOptions);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }
}
