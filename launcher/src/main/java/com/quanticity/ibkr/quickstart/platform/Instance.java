package com.quanticity.ibkr.quickstart.platform;

import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Port;
import com.quanticity.ibkr.quickstart.settings.Recording;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform that another process runs, as its {@code instance.json} describes it. */
public record Instance(JsonNode content) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads the file of the data folder. */
    public static Instance read(Folders folders) throws CannotStartException {
        Path file = folders.instance();
        try {
            // A killed launcher leaves its file behind.
            if (Files.exists(file)) {
                JsonNode content = JSON.readTree(Files.readAllBytes(file));
                if (ProcessHandle.of(content.path("pid").asLong(-1)).isPresent()) {
                    return new Instance(content);
                }
            }
            throw new CannotStartException(
                    "no quickstart runs on " + folders.data() + ": start one, or say which with --data DIR");
        } catch (IOException | JacksonException e) {
            throw new CannotStartException(
                    "cannot read " + file + " (" + e.getMessage() + "): start quickstart anew", e);
        }
    }

    public int port(Port port) {
        return content.path("ports").path(port.name()).asInt();
    }

    /** Base address of an application's HTTP interface. */
    public URI url(Application application) {
        return URI.create("http://127.0.0.1:" + port(application.port()));
    }

    /** The recorded day it plays. */
    public Recording recording() throws CannotStartException {
        if (!content.has("recordings")) {
            throw new CannotStartException("the running quickstart plays no recording: start it with --recordings DIR");
        }
        Path folder = Path.of(content.path("recordings").asString());
        return Recording.find(folder, LocalDate.parse(content.path("date").asString()));
    }
}
