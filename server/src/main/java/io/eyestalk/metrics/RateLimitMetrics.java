package io.eyestalk.metrics;

import io.eyestalk.shared.RateLimits;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Puts a counter around the rate limits, whoever implements them. */
@Component
class RateLimitMetrics implements BeanPostProcessor {
    private final ObjectProvider<MeterRegistry> registry;

    RateLimitMetrics(ObjectProvider<MeterRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RateLimits limits
                ? new CountedRateLimits(limits, registry.getObject())
                : bean;
    }
}
