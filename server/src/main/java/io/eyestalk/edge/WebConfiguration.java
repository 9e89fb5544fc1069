package io.eyestalk.edge;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** How requests are read and how the files of the web client are served. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebFluxConfigurer {
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final Duration A_WHILE = Duration.ofHours(1);
    private static final String CLIENT = "classpath:/static/";

    private final ClientAddressArgument clientAddress;

    WebConfiguration(ClientAddressArgument clientAddress) {
        this.clientAddress = clientAddress;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(clientAddress);
    }

    /** Files under assets/ carry a hash of their content in their name: they never change. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(
                registry,
                "/assets/**",
                CLIENT + "assets/",
                CacheControl.maxAge(FOR_EVER).immutable());
        for (var pattern : List.of("/*.svg", "/*.png", "/*.ico", "/*.txt", "/*.webmanifest")) {
            serve(registry, pattern, CLIENT, CacheControl.maxAge(A_WHILE));
        }
    }

    private static void serve(
            ResourceHandlerRegistry registry, String pattern, String from, CacheControl cache) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(from)
                .setCacheControl(cache.cachePublic())
                // The build sets one date for all versions, so dates say nothing about content.
                .setUseLastModified(false)
                .resourceChain(true)
                .addResolver(new BrotliFirst())
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
    }

    /** A number may come as a string; nothing else may come as another type. */
    @Bean
    JsonMapperBuilderCustomizer strictTypes() {
        return builder ->
                builder.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .withCoercionConfig(
                                LogicalType.Textual,
                                config -> {
                                    config.setCoercion(
                                            CoercionInputShape.Integer, CoercionAction.Fail);
                                    config.setCoercion(
                                            CoercionInputShape.Float, CoercionAction.Fail);
                                    config.setCoercion(
                                            CoercionInputShape.Boolean, CoercionAction.Fail);
                                });
    }
}
