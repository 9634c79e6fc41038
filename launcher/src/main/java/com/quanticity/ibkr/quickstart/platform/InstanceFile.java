package com.quanticity.ibkr.quickstart.platform;

import com.quanticity.ibkr.quickstart.process.ComponentStatus;
import com.quanticity.ibkr.quickstart.settings.Market;
import com.quanticity.ibkr.quickstart.settings.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs where, for programs: {@code instance.json} in the data folder, with the launcher's pid, every port, the watch list and state,
 * pid and URL of each component. No secrets. Written anew at each change, removed at the end.
 */
final class InstanceFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Plan plan;
    private final Map<String, Map<String, Object>> components = new LinkedHashMap<>();

    InstanceFile(Plan plan) {
        this.file = plan.folders().instance();
        this.plan = plan;
    }

    synchronized void update(ComponentStatus status) throws IOException {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("state", status.state().name());
        if (status.pid() != null) {
            component.put("pid", status.pid());
        }
        component.put("url", status.component().url().toString());
        component.put("log", status.component().log().toString());
        components.put(status.component().name(), component);
        write();
    }

    synchronized void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    private void write() throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("pid", ProcessHandle.current().pid());
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Port port : plan.portsInUse()) {
            ports.put(port.name(), plan.ports().of(port));
        }
        content.put("ports", ports);
        content.put("watchList", plan.market().watchList());
        if (plan.market() instanceof Market.Recorded recorded) {
            content.put("recordings", recorded.recording().folder().toString());
            content.put("date", recorded.recording().date().toString());
        }
        content.put("components", components);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
