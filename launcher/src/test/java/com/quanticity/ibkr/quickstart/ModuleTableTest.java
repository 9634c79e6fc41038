package com.quanticity.ibkr.quickstart;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may use whom. Services never import one another: they meet on streams, REST and the tables they own. */
class ModuleTableTest {

    private static final String BASE = "com.quanticity.ibkr.";

    private static final Map<Module, JavaClasses> CLASSES = new EnumMap<>(Module.class);

    @BeforeAll
    static void readClasses() {
        for (Module module : Module.values()) {
            Path classes = Path.of("..", module.folder, "target/classes");
            assertThat(classes)
                    .as("build %s first: ./mvnw package", module.folder)
                    .isDirectory();
            CLASSES.put(module, new ClassFileImporter().importPath(classes));
        }
    }

    @ParameterizedTest
    @EnumSource
    void usesOnlyWhatItMay(Module module) {
        Set<String> forbidden = new TreeSet<>();
        for (JavaClass each : classes(module)) {
            each.getDirectDependenciesFromSelf().stream()
                    .map(dependency ->
                            dependency.getTargetClass().getBaseComponentType().getName())
                    .filter(target -> target.startsWith(BASE) && !module.mayUse(target))
                    .forEach(target -> forbidden.add(each.getName() + " uses " + target));
        }

        assertThat(forbidden).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keepsToItsOwnPackage(Module module) {
        assertThat(classes(module))
                .extracting(JavaClass::getName)
                .isNotEmpty()
                .allMatch(name -> Module.of(name) == module);
    }

    @Test
    void modelKnowsNoSpringAndNoInputOrOutput() {
        List<String> foreign = new ArrayList<>();
        for (JavaClass each : classes(Module.COMMON_MODEL)) {
            each.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .filter(name -> name.startsWith("org.springframework")
                            || name.startsWith("java.net")
                            || name.startsWith("java.nio.file")
                            || name.startsWith("java.sql"))
                    .forEach(name -> foreign.add(each.getName() + " uses " + name));
        }

        assertThat(foreign).isEmpty();
    }

    @Test
    void launcherPackagesFormNoCycle() {
        slices().matching(BASE + "quickstart.(*)..").should().beFreeOfCycles().check(classes(Module.QUICKSTART));
    }

    @Test
    void everyModuleOfTheBuildIsInTheTable() throws Exception {
        List<String> built = Files.readAllLines(Path.of("../pom.xml")).stream()
                .map(String::strip)
                // Modules of a profile, such as the one on IB's jar, are absent from the default build.
                .takeWhile(line -> !line.equals("</modules>"))
                .filter(line -> line.startsWith("<module>"))
                .map(line -> line.replaceAll("</?module>", ""))
                // Built after this one: it runs what all the others are, and nothing may use it.
                .filter(module -> !module.equals("chaos"))
                .toList();

        assertThat(Arrays.stream(Module.values()).map(module -> module.folder))
                .containsExactlyInAnyOrderElementsOf(built);
    }

    private static JavaClasses classes(Module module) {
        return Objects.requireNonNull(CLASSES.get(module));
    }

    enum Module {
        COMMON_MODEL("common-model", "model"),
        STREAM_BUS("stream-bus", "stream"),
        SERVICE_STARTER("service-starter", "service"),
        GATEWAY_CLIENT("gateway-client", "gateway"),
        GATEWAY_SIMULATOR("gateway-simulator", "simulator"),
        IBKR_ADAPTER("ibkr-adapter", "adapter"),
        RISK_MANAGER("risk-manager", "risk"),
        EXECUTION_REPLAY("execution-replay", "replay"),
        EXECUTION_ENGINE("execution-engine", "execution"),
        OPS_CONSOLE("ops-console", "console"),
        PLATFORM_TEST("platform-test", "test"),
        BENCHMARKS("benchmarks", "benchmarks"),
        SAMPLES("samples", "samples"),
        QUICKSTART("launcher", "quickstart");

        private final String folder;
        private final String segment;

        Module(String folder, String segment) {
            this.folder = folder;
            this.segment = segment;
        }

        static Module of(String className) {
            for (Module module : values()) {
                if (className.startsWith(BASE + module.segment + ".")) {
                    return module;
                }
            }
            throw new AssertionError(className + " belongs to no module of the table");
        }

        private boolean mayUse(String className) {
            Module target = of(className);
            return target == this || allowed().contains(target);
        }

        private Set<Module> allowed() {
            return switch (this) {
                case COMMON_MODEL -> Set.of();
                case STREAM_BUS, SERVICE_STARTER, GATEWAY_CLIENT -> Set.of(COMMON_MODEL);
                // Its codec is its own: it must not know the client's.
                case GATEWAY_SIMULATOR -> Set.of(COMMON_MODEL);
                case IBKR_ADAPTER, RISK_MANAGER, EXECUTION_REPLAY ->
                    Set.of(COMMON_MODEL, STREAM_BUS, SERVICE_STARTER, GATEWAY_CLIENT);
                // Neither holds a session with the broker.
                case EXECUTION_ENGINE, OPS_CONSOLE -> Set.of(COMMON_MODEL, STREAM_BUS, SERVICE_STARTER);
                // Measures the others and is used by none.
                // Loads the simulator, and asks it what it really sent.
                case BENCHMARKS -> Set.of(COMMON_MODEL, STREAM_BUS, GATEWAY_CLIENT, GATEWAY_SIMULATOR, IBKR_ADAPTER);
                // What others write on the streams.
                case SAMPLES -> Set.of(COMMON_MODEL, STREAM_BUS);
                // For tests only.
                case PLATFORM_TEST -> Set.of();
                // Knows the others as processes only.
                case QUICKSTART -> Set.of();
            };
        }
    }
}
