package io.eyestalk.edge;

import io.eyestalk.shared.ProblemCode;
import io.eyestalk.shared.Refuses;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What the OpenAPI document says besides the endpoints: the problem and who answers with which. */
@Lazy
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String PROBLEM_JSON = "application/problem+json";

    ApiDescription() {}

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .addServersItem(new Server().url("/").description("This server."))
                .info(
                        new Info()
                                .title("EyesTalk")
                                .version("1")
                                .description(
                                        "Rooms of EyesTalk. Media and messages travel over"
                                                + " Socket.IO and WebRTC, which this document"
                                                + " does not cover.")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components().addSchemas("Problem", problemSchema()));
    }

    /** Adds the refusals that a method declares, one response per status. */
    @Bean
    OperationCustomizer refusals() {
        return (operation, method) -> {
            var refuses = method.getMethodAnnotation(Refuses.class);
            if (refuses != null) {
                byStatus(refuses.value()).forEach((status, codes) -> add(operation, status, codes));
            }
            return operation;
        };
    }

    private static Map<Integer, List<ProblemCode>> byStatus(ProblemCode[] declared) {
        var always = Stream.of(ProblemCode.SERVICE_UNAVAILABLE, ProblemCode.INTERNAL_ERROR);
        var byStatus = new TreeMap<Integer, List<ProblemCode>>();
        Stream.concat(Arrays.stream(declared), always)
                .forEach(
                        code ->
                                byStatus.merge(
                                        code.status(),
                                        List.of(code),
                                        (some, more) ->
                                                Stream.concat(some.stream(), more.stream())
                                                        .toList()));
        return byStatus;
    }

    private static void add(Operation operation, int status, List<ProblemCode> codes) {
        var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        codes.forEach(code -> media.addExamples(code.name(), example(code)));
        var names = codes.stream().map(code -> "`" + code.name() + "`: " + code.title() + ".");
        var response =
                new ApiResponse()
                        .description(String.join(" ", names.toList()))
                        .content(new Content().addMediaType(PROBLEM_JSON, media));
        if (status == 429 || status == 503) {
            response.addHeaderObject(
                    "Retry-After",
                    new Header()
                            .description("Seconds after which a retry makes sense.")
                            .schema(new IntegerSchema()));
        }
        operation.getResponses().addApiResponse(Integer.toString(status), response);
    }

    private static Example example(ProblemCode code) {
        var value = new LinkedHashMap<String, Object>();
        value.put("type", "/problems/" + code.slug());
        value.put("title", code.title());
        value.put("status", code.status());
        value.put("detail", code.title() + ".");
        value.put("code", code.name());
        if (code == ProblemCode.VALIDATION_FAILED) {
            value.put("detail", "roomName is missing.");
            value.put("errors", List.of(Map.of("field", "roomName", "message", "is missing")));
        }
        return new Example().summary(code.title()).value(value);
    }

    private static Schema<?> problemSchema() {
        var codes = Arrays.stream(ProblemCode.values()).map(Enum::name).toList();
        var error =
                new ObjectSchema()
                        .addProperty("field", text("The name of the field."))
                        .addProperty("message", text("What is wrong with it, in English."));
        var problem = new ObjectSchema();
        problem.description("A failure (RFC 9457).")
                .addProperty("type", text("A relative reference that stands for the code."))
                .addProperty("title", text("The same sentence for every failure of that code."))
                .addProperty("status", new IntegerSchema().description("The HTTP status."))
                .addProperty("detail", text("What happened this time, in English."))
                .addProperty("instance", text("The path that was asked for."))
                .addProperty(
                        "code", new StringSchema()._enum(codes).description("What clients read."))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(error)
                                .description("With `VALIDATION_FAILED`: the fields at fault."));
        problem.setRequired(List.of("type", "title", "status", "code"));
        return problem;
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }
}
