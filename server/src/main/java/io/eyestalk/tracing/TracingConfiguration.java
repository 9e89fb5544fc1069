package io.eyestalk.tracing;

import io.eyestalk.shared.NodeId;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands when traces are wanted; nothing of OpenTelemetry is loaded otherwise. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!environment.getProperty('eyestalk.tracing.endpoint', '').isBlank()")
class TracingConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    TracingConfiguration() {}

    /** Sends in the background; what the collector does not take in time is dropped. */
    @Bean(destroyMethod = "close")
    SdkTracerProvider tracerProvider(TracingProperties properties, NodeId node) {
        var exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(properties.endpoint())
                        .setTimeout(PATIENCE)
                        .build();
        return SdkTracerProvider.builder()
                .setResource(Resource.getDefault().merge(resource(node)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(properties.share())))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
    }

    @Bean
    Tracer tracer(SdkTracerProvider provider) {
        return provider.get("io.eyestalk");
    }

    @Bean
    SocketSpans socketSpans(Tracer tracer, Clock clock) {
        return new SocketSpans(tracer, clock);
    }

    @Bean
    RequestSpans requestSpans(Tracer tracer) {
        return new RequestSpans(tracer);
    }

    @Bean
    TransactionSpans transactionSpans(Tracer tracer) {
        return new TransactionSpans(tracer);
    }

    private static Resource resource(NodeId node) {
        return Resource.create(
                Attributes.of(
                        AttributeKey.stringKey("service.name"),
                        "eyestalk",
                        AttributeKey.stringKey("service.instance.id"),
                        node.name()));
    }
}
