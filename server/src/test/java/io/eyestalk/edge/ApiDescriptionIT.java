package io.eyestalk.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eyestalk.RestWire;
import io.eyestalk.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class ApiDescriptionIT {
    private static final Set<String> BODIES = Set.of("CreateRoom", "EnterRoom", "RoomTitle");

    private final RestWire rest;
    private final JsonNode document;

    ApiDescriptionIT(@LocalServerPort int port) {
        rest = new RestWire(port);
        document = RestWire.json(rest.get("/v3/api-docs"));
    }

    @Test
    void itIsOpenApi31AndNamesEveryEndpoint() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/room",
                        "/room/{roomName}",
                        "/room/enter",
                        "/room/exit",
                        "/room/closing",
                        "/room/valid/create",
                        "/room/valid/enter",
                        "/api/config");
    }

    @Test
    void everyOperationParameterFieldAndAnswerIsDescribed() {
        var silent = new ArrayList<String>();
        operations()
                .forEach(
                        operation -> {
                            require(operation.node(), "summary", operation.name(), silent);
                            operation
                                    .node()
                                    .path("parameters")
                                    .forEach(
                                            each ->
                                                    require(
                                                            each,
                                                            "description",
                                                            operation.name() + each.path("name"),
                                                            silent));
                            operation
                                    .node()
                                    .path("responses")
                                    .forEach(
                                            each ->
                                                    require(
                                                            each,
                                                            "description",
                                                            operation.name(),
                                                            silent));
                        });
        document.path("components")
                .path("schemas")
                .forEachEntry(
                        (name, schema) ->
                                schema.path("properties")
                                        .forEachEntry(
                                                (field, type) ->
                                                        require(
                                                                type,
                                                                "description",
                                                                name + "." + field,
                                                                silent)));

        assertThat(silent).isEmpty();
    }

    @Test
    void everyCodeOfEnterIsNamed() {
        var answers = document.at("/paths/~1room~1enter/patch/responses");

        assertThat(answers.propertyNames())
                .contains("200", "400", "403", "404", "409", "429", "500", "503");
        assertThat(answers.at("/409/content/application~1problem+json/examples").propertyNames())
                .containsExactly("INVALID_NICKNAME", "FULL_CAPACITY");
        assertThat(answers.at("/429/headers").propertyNames()).contains("Retry-After");
    }

    @Test
    void theExamplesWorkAsRequestsInTheOrderOfTheirUse() {
        assertThat(run("/room/valid/create", "post", "RoomTitle")).isEqualTo(200);
        assertThat(run("/room", "post", "CreateRoom")).isEqualTo(201);
        assertThat(run("/room", "get", "")).isEqualTo(200);
        assertThat(run("/room/{roomName}", "get", "")).isEqualTo(200);
        assertThat(run("/room/{roomName}", "post", "")).isEqualTo(200);
        assertThat(run("/room/valid/enter", "post", "EnterRoom")).isEqualTo(200);
        assertThat(run("/room/enter", "patch", "EnterRoom")).isEqualTo(200);
        assertThat(run("/room/enter", "post", "EnterRoom")).isEqualTo(200);
        assertThat(run("/room/closing", "post", "")).isEqualTo(204);
        assertThat(run("/room/exit", "post", "")).isEqualTo(200);
        assertThat(run("/api/config", "get", "")).isEqualTo(200);
    }

    @Test
    void thePageOfTheApiIsServedWithoutForeignOrInlineCode() {
        var redirect = rest.get("/swagger-ui");
        var target = redirect.headers().firstValue("Location").orElse("");
        var page = rest.get(target.isEmpty() ? "/swagger-ui" : target);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("swagger-ui-bundle.js")
                .doesNotContain("src=\"http", "<style");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .doesNotContain("unsafe");
    }

    /** Sends the example of an operation and gives the status. */
    private int run(String path, String method, String schema) {
        var operation = document.path("paths").path(path).path(method);
        assertThat(operation.isMissingNode()).as(method + " " + path).isFalse();
        var target = new StringBuilder(path);
        for (var parameter : operation.path("parameters")) {
            var name = parameter.path("name").asString();
            var value = parameter.path("example").asString();
            var inPath = target.indexOf("{" + name + "}");
            if (inPath >= 0) {
                target.replace(inPath, inPath + name.length() + 2, value);
            } else {
                target.append(target.indexOf("?") < 0 ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(value);
            }
        }
        return rest.send(method.toUpperCase(Locale.ROOT), target.toString(), body(schema))
                .statusCode();
    }

    /** The body made of the examples of its fields. */
    private String body(String schema) {
        if (!BODIES.contains(schema)) {
            return "";
        }
        var body = JsonMapper.shared().createObjectNode();
        document.at("/components/schemas/" + schema + "/properties")
                .forEachEntry(
                        (field, type) -> {
                            if (type.has("example")) {
                                body.set(field, type.path("example"));
                            }
                        });
        return body.toString();
    }

    private List<Operation> operations() {
        var all = new ArrayList<Operation>();
        document.path("paths")
                .forEachEntry(
                        (path, methods) ->
                                methods.forEachEntry(
                                        (method, node) ->
                                                all.add(new Operation(method + " " + path, node))));
        assertThat(all).hasSizeGreaterThan(9);
        return all;
    }

    private static void require(JsonNode node, String field, String where, List<String> silent) {
        if (node.path(field).asString("").isBlank()) {
            silent.add(where);
        }
    }

    private record Operation(String name, JsonNode node) {}
}
