package com.quanticity.ibkr.service.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Makes fields of our lines, which read {@code order rejected clientOrderId=… errorCode=201 reason=…}: the words before the first key
 * are the field {@code event}, every {@code key=value} is a field, and the id that follows a case through all services is
 * {@code correlationId} too. Account numbers are replaced in every field.
 */
public final class LogFields implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

    /** A value ends where the next key begins, or at a semicolon, behind which stands advice. */
    private static final Pattern FIELD =
            Pattern.compile("(?<![^ ])([a-z][A-Za-z0-9]*)=(.*?)(?=;(?: |$)| [a-z][A-Za-z0-9]*=|$)", Pattern.DOTALL);

    /** Names that the formats use themselves. */
    private static final Set<String> TAKEN =
            Set.of("message", "level", "tags", "service", "host", "process", "log", "error", "ecs", "labels", "event");

    /** The first that is there is the one to follow. */
    private static final String[] CORRELATIONS = {"correlationId", "clientOrderId", "commandId", "alarmId"};

    @Override
    public void customize(Members<ILoggingEvent> members) {
        members.add().usingPairs(LogFields::pairs);
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(String.class, AccountNumbers::masked));
    }

    private static void pairs(ILoggingEvent event, BiConsumer<String, Object> pairs) {
        String message = event.getFormattedMessage();
        if (message != null) {
            fields(message).forEach(pairs);
        }
    }

    /** In the order of the line; empty for a line without keys. */
    static Map<String, String> fields(String message) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(message);
        while (field.find()) {
            if (fields.isEmpty()) {
                fields.put("event", message.substring(0, field.start()).strip());
            }
            fields.putIfAbsent(name(field.group(1)), field.group(2).strip());
        }
        for (String correlation : CORRELATIONS) {
            String id = fields.get(correlation);
            if (id != null) {
                fields.putIfAbsent("correlationId", id);
            }
        }
        return fields;
    }

    private static String name(String key) {
        return TAKEN.contains(key) ? key + "Text" : key;
    }
}
