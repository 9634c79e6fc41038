package com.quanticity.ibkr.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KilledJvmTest {

    @Test
    void leavesNoServerBehind() throws IOException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Servers.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Integer> ports = ports(jvm);
        assertThat(ports).hasSize(2).allMatch(KilledJvmTest::answers);

        jvm.destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(() -> ports.stream().noneMatch(KilledJvmTest::answers));
    }

    private static List<Integer> ports(Process jvm) throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        return Stream.of(String.valueOf(line).split(" ")).map(Integer::valueOf).toList();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The JVM that is killed: starts both servers, says where, and waits. */
    static final class Servers {

        private Servers() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(RealRedis.port() + " " + RealPostgres.port());
            Thread.currentThread().join();
        }
    }
}
