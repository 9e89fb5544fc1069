package io.eyestalk.stats;

import io.eyestalk.RestWire;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A browser at the dashboard: keeps cookies and sends the page's token along. */
final class Operator {
    private final RestWire rest;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private Operator(int port, String address) {
        this.rest = new RestWire(port);
        this.address = address;
    }

    /** Has opened the page and is not logged in. */
    static Operator at(int port, String address) {
        var operator = new Operator(port, address);
        operator.get("/dashboard/api/session");
        return operator;
    }

    /** Has opened the page and logged in. */
    static Operator loggedIn(int port, String address) {
        var operator = at(port, address);
        if (operator.logIn("olga", DashboardTest.PASSWORD).statusCode() != 200) {
            throw new IllegalStateException("the login was refused");
        }
        return operator;
    }

    HttpResponse<String> get(String path, String... headers) {
        return kept(rest.get(path, headers(headers)));
    }

    JsonNode overview() {
        return RestWire.json(get("/dashboard/api/overview"));
    }

    /** The part of the overview that began at midnight, UTC. */
    JsonNode today() {
        return overview().path("today");
    }

    /** With the page's token, as the page posts. */
    HttpResponse<String> post(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("X-Page-Token", cookies.getOrDefault("eyestalk-page", "")));
        return kept(rest.send("POST", path, body, headers(all.toArray(String[]::new))));
    }

    /** Without the page's token, as another site's page would post. */
    HttpResponse<String> forge(String path, String body) {
        return rest.send("POST", path, body, headers());
    }

    HttpResponse<String> logIn(String username, String password) {
        var body = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password);
        return post("/dashboard/api/login", body);
    }

    /** Has the cookies of another browser from now on. */
    void steals(Operator other) {
        cookies.putAll(other.cookies);
    }

    private String[] headers(String... more) {
        var all = new ArrayList<>(List.of(more));
        all.addAll(List.of("X-Forwarded-For", address));
        if (!cookies.isEmpty()) {
            all.addAll(List.of("Cookie", cookieHeader()));
        }
        return all.toArray(String[]::new);
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> kept(HttpResponse<String> response) {
        for (var line : response.headers().allValues("Set-Cookie")) {
            var pair = line.substring(0, line.indexOf(';')).split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return response;
    }
}
