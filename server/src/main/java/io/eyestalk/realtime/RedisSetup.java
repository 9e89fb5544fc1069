package io.eyestalk.realtime;

import io.lettuce.core.ClientOptions;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the client of Redis for {@link RedisLink}, which opens broken connections itself. */
@Configuration(proxyBeanMethods = false)
@InCluster
class RedisSetup {
    @Bean
    LettuceClientOptionsBuilderCustomizer nothingIsReconnectedInSilence() {
        return options ->
                options.autoReconnect(false)
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }
}
