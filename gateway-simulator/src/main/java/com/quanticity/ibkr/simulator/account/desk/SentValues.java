package com.quanticity.ibkr.simulator.account.desk;

import com.quanticity.ibkr.simulator.account.TagValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a stream has told of an account already. */
final class SentValues {

    private final Map<String, TagValue> sent = new HashMap<>();

    /** Those that are new or have changed, which from now on count as told. */
    List<TagValue> changed(String account, Collection<TagValue> values) {
        return values.stream()
                .filter(value -> !value.equals(sent.put(account + '|' + value.tag() + '|' + value.currency(), value)))
                .toList();
    }
}
