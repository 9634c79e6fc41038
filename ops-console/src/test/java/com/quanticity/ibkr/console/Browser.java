package com.quanticity.ibkr.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One person's browser: cookies, forms with their tokens, the stream of changes. */
final class Browser implements AutoCloseable {

    static final String PASSWORD = "a password of a test";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** An event of the stream. */
    record Event(String name, String data) {}

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final URI base;
    private String token = "";
    private @Nullable CompletableFuture<Void> reading;

    Browser(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    /** A browser that has logged in and opened the page. */
    static Browser of(int port, String user) {
        Browser browser = new Browser(port);
        browser.login(user, PASSWORD);
        browser.page();
        return browser;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** The page, with its token kept for what follows. */
    String page() {
        String html = get("/").body();
        keepToken(html);
        return html;
    }

    HttpResponse<String> login(String user, String password) {
        keepToken(get("/login").body());
        return post("/login", Map.of("username", user, "password", password));
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(form(path, fields).header("X-CSRF-TOKEN", token).build());
    }

    /** As the page's forms are sent. */
    HttpResponse<String> command(String path, Map<String, String> fields) {
        return send(form(path, fields)
                .header("X-CSRF-TOKEN", token)
                .header("HX-Request", "true")
                .build());
    }

    HttpResponse<String> postWithoutToken(String path) {
        return send(form(path, Map.of()).header("HX-Request", "true").build());
    }

    /** Starts to listen; returns once the whole page has come. */
    Browser live() {
        HttpRequest request = request("/live").GET().build();
        reading = http.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(response -> read(response.body()));
        await(event -> event.name().equals("page"));
        return this;
    }

    private void read(Stream<String> lines) {
        String[] name = {""};
        lines.forEach(line -> {
            if (line.startsWith("event:")) {
                name[0] = line.substring(6);
            } else if (line.startsWith("data:")) {
                events.add(new Event(name[0], line.substring(5)));
            }
        });
        events.add(new Event("end", ""));
    }

    /** The next event of that kind; those before it are gone. */
    Event await(Predicate<Event> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                Event event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event == null) {
                    throw new AssertionError("no such event within " + PATIENCE);
                }
                if (wanted.test(event)) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The next change that shows these words. */
    String awaitChange(String... words) {
        return await(event -> event.name().equals("change") && Stream.of(words).allMatch(event.data()::contains))
                .data();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Accept", "text/html,*/*");
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void keepToken(String html) {
        Matcher matcher = FORM_TOKEN.matcher(html);
        if (matcher.find()) {
            token = matcher.group(1);
        }
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.cancel(true);
        }
        http.shutdownNow();
    }
}
