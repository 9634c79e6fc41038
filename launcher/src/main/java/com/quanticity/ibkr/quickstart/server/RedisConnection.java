package com.quanticity.ibkr.quickstart.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The few words of Redis's protocol that a launcher needs, one connection a question. */
public final class RedisConnection {

    private static final int TIMEOUT_MILLIS = 2_000;

    private final int port;

    public RedisConnection(int port) {
        this.port = port;
    }

    /** Whether it answers PING; a server that still loads its data does not. */
    public boolean isReady() {
        try {
            return ask("PING").equals(List.of("PONG"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Keys that match the pattern. Walks over all keys: for a check, not for a service. */
    public List<String> keys(String pattern) throws IOException {
        return ask("KEYS", pattern);
    }

    /** Fields and values of a hash, in turn; empty when it is not there. */
    public List<String> hash(String key) throws IOException {
        return ask("HGETALL", key);
    }

    /**
     * Says that no process holds a client id of the broker, so that the services need not wait for one that Redis may have forgotten.
     * True only before the first of them starts.
     */
    public void declareFirstStart() throws IOException {
        ask("SET", "ib:lease:born", "first-start");
    }

    List<String> ask(String... words) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(command(words).getBytes(StandardCharsets.UTF_8));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            List<String> answer = new ArrayList<>();
            read(reader, answer);
            return answer;
        }
    }

    private static String command(String... words) {
        StringBuilder text = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            text.append('$')
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
            text.append(word).append("\r\n");
        }
        return text.toString();
    }

    private static void read(BufferedReader reader, List<String> answer) throws IOException {
        String head = line(reader);
        switch (head.isEmpty() ? ' ' : head.charAt(0)) {
            case '+', ':' -> answer.add(head.substring(1));
            case '$' -> {
                if (!head.equals("$-1")) {
                    answer.add(line(reader));
                }
            }
            case '*' -> {
                for (int i = Integer.parseInt(head.substring(1)); i > 0; i--) {
                    read(reader, answer);
                }
            }
            default -> throw new IOException("Redis answers " + head);
        }
    }

    private static String line(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        if (line == null) {
            throw new IOException("Redis closed the connection");
        }
        return line;
    }
}
