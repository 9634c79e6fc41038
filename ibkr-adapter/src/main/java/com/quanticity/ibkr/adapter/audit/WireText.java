package com.quanticity.ibkr.adapter.audit;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.math.BigDecimal;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages to and from the gateway as JSON, field by field under the names of the API, decimals as text. What was empty or not given on
 * the wire, which for an order are most of its fields, is left out.
 */
final class WireText {

    private static final JsonInclude.Value GIVEN =
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .withConfigOverride(
                    BigDecimal.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            // Fields that can be unset: zero or false was given.
            .withConfigOverride(Integer.class, override -> override.setInclude(GIVEN))
            .withConfigOverride(Long.class, override -> override.setInclude(GIVEN))
            .withConfigOverride(Boolean.class, override -> override.setInclude(GIVEN))
            .changeDefaultPropertyInclusion(
                    _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.NON_NULL))
            .changeDefaultVisibility(
                    visibility -> visibility.withVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE))
            .build();

    private WireText() {}

    static String of(Object message) {
        return MAPPER.writeValueAsString(message);
    }
}
