package com.quanticity.ibkr.simulator.conformance;

import com.quanticity.ibkr.simulator.peer.SharedFiles;
import com.quanticity.ibkr.simulator.wire.LoginZone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a real gateway was asked and said, message for message.
 *
 * @param lines in their order, the title first
 */
record Capture(String name, List<JsonNode> lines) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss");
    private static final int TIME_LENGTH = 17;

    /** The capture whose file begins with this number. */
    static Capture numbered(String number) {
        Path folder = SharedFiles.require("tws-wire/captures");
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(each -> each.getFileName().toString().startsWith(number + "-"))
                    .findFirst()
                    .orElseThrow();
            return new Capture(
                    file.getFileName().toString(),
                    Files.readAllLines(file).stream()
                            .map(JsonMapper.shared()::readTree)
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The time of the first connection with its zone, as the gateway said it. */
    String connectionTime() {
        return lines.stream()
                .filter(line -> line.has("connectionTime"))
                .findFirst()
                .orElseThrow()
                .get("connectionTime")
                .asString();
    }

    LoginZone zone() {
        return LoginZone.of(connectionTime().substring(TIME_LENGTH + 1));
    }

    Instant start() {
        return LocalDateTime.parse(connectionTime().substring(0, TIME_LENGTH), TIME)
                .atZone(zone().zone())
                .toInstant();
    }

    /** What the gateway said by itself when the session began. */
    List<JsonNode> startBurst() {
        return lines.stream().skip(2).takeWhile(line -> isFromServer(line)).toList();
    }

    /** The accounts named at the start. */
    String account() {
        return startBurst().getFirst().get("fields").get("accountsList").asString();
    }

    int nextOrderId() {
        return startBurst().stream()
                .filter(line -> line.get("msg").asString().equals("NEXT_VALID_ID"))
                .findFirst()
                .orElseThrow()
                .get("fields")
                .get("orderId")
                .asInt();
    }

    /** The client's messages of the first connection, each with what the gateway said until the next one. */
    List<Exchange> exchanges() {
        List<Exchange> exchanges = new ArrayList<>();
        for (JsonNode line : lines.subList(2 + startBurst().size(), lines.size())) {
            if (isFromServer(line)) {
                exchanges.getLast().answers().add(line);
            } else if (line.has("dir")) {
                exchanges.add(new Exchange(line, new ArrayList<>()));
            }
        }
        return exchanges;
    }

    private static boolean isFromServer(JsonNode line) {
        return line.has("dir") && line.get("dir").asString().equals("S");
    }

    /** One message of the client and the answers. */
    record Exchange(JsonNode question, List<JsonNode> answers) {

        String name() {
            return question.get("msg").asString();
        }

        JsonNode fields() {
            return question.get("fields");
        }

        /** The fields of the answers with a name. */
        List<JsonNode> answers(String name) {
            return answers.stream()
                    .filter(line -> line.get("msg").asString().equals(name))
                    .map(line -> line.get("fields"))
                    .toList();
        }
    }
}
