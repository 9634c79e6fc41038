package com.quanticity.ibkr.simulator.conformance;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What of a message is compared with a capture, the same for a captured message and for the simulator's. */
final class Told {

    private Told() {}

    static List<String> of(List<String> message) {
        return switch (message.getFirst()) {
            case "15", "9" -> List.of(message.getFirst(), message.get(2));
            case "4" -> message.subList(0, 4);
            case "3" -> List.of("3", message.get(1), message.get(2), message.get(3), message.get(4));
            case "5" -> List.of("5", message.get(1), message.get(3), message.get(11), message.get(13));
            case "11" -> List.of("11", message.get(2), message.get(18), message.get(19));
            case "59" -> List.of("59", message.get(4));
            case "101" -> numbersAlike(message.subList(0, 17));
            default -> message;
        };
    }

    static List<String> of(JsonNode line) {
        JsonNode fields = line.get("fields");
        return switch (text(line, "msg")) {
            case "MANAGED_ACCTS" -> List.of("15", text(fields, "accountsList"));
            case "NEXT_VALID_ID" -> List.of("9", text(fields, "orderId"));
            case "ERR_MSG" -> List.of("4", text(fields, "id"), text(fields, "errorCode"), text(fields, "errorMsg"));
            case "ORDER_STATUS" ->
                List.of(
                        "3",
                        text(fields, "orderId"),
                        text(fields, "status"),
                        text(fields, "filled"),
                        text(fields, "remaining"));
            case "OPEN_ORDER" -> {
                JsonNode contract = fields.get("contract");
                yield List.of(
                        "5",
                        text(fields, "orderId"),
                        text(contract, "symbol"),
                        text(contract, "localSymbol"),
                        text(fields.get("order"), "action"));
            }
            case "EXECUTION_DATA" -> {
                JsonNode execution = fields.get("execution");
                yield List.of("11", text(execution, "orderId"), text(execution, "side"), text(execution, "shares"));
            }
            case "COMMISSION_REPORT" -> List.of("59", text(fields, "currency"));
            case "COMPLETED_ORDER" -> numbersAlike(fieldsOfFrame(line).subList(0, 17));
            case String other -> List.of(other);
        };
    }

    /** The same number is spelled in several ways. */
    private static List<String> numbersAlike(List<String> fields) {
        return fields.stream()
                .map(field -> field.matches("\\d+\\.0+") ? field.substring(0, field.indexOf('.')) : field)
                .toList();
    }

    /** The fields of a captured frame that was published whole. */
    static List<String> fieldsOfFrame(JsonNode line) {
        byte[] frame = HexFormat.of().parseHex(text(line, "frame"));
        List<String> fields =
                List.of(new String(frame, 4, frame.length - 4, StandardCharsets.US_ASCII).split("\0", -1));
        return fields.subList(0, fields.size() - 1);
    }

    private static String text(JsonNode fields, String name) {
        return fields.get(name).asString();
    }
}
