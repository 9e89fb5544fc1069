package io.eyestalk.edge;

import io.eyestalk.shared.ClientPage;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Gives the web client's page the addresses that other modules bring. */
@Component
class AddedPages implements SmartInitializingSingleton {
    private final List<ClientPage> pages;
    private final RequestMappingHandlerMapping mappings;
    private final WebClientController client;

    AddedPages(
            List<ClientPage> pages,
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            WebClientController client) {
        this.pages = pages;
        this.mappings = requestMappingHandlerMapping;
        this.client = client;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var answer =
                ReflectionUtils.findMethod(
                        WebClientController.class, "page", String.class, String.class);
        if (answer == null) {
            throw new IllegalStateException("the web client's page has a method");
        }
        var options = new RequestMappingInfo.BuilderConfiguration();
        options.setPatternParser(mappings.getPathPatternParser());
        for (var page : pages) {
            mappings.registerMapping(
                    RequestMappingInfo.paths(page.path())
                            .methods(RequestMethod.GET)
                            .produces(MediaType.TEXT_HTML_VALUE)
                            .options(options)
                            .build(),
                    client,
                    answer);
        }
    }
}
