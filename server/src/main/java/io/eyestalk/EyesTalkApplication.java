package io.eyestalk;

import io.eyestalk.shared.IdGenerator;
import io.eyestalk.shared.NodeId;
import io.eyestalk.shared.RandomIds;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The one process: web page, rooms API, signaling and operations endpoints on one port. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class EyesTalkApplication {
    EyesTalkApplication() {}

    public static void main(String[] args) {
        Commands.run(List.of(args))
                .ifPresentOrElse(
                        System::exit, () -> SpringApplication.run(EyesTalkApplication.class, args));
    }

    @Bean
    IdGenerator idGenerator() {
        return new RandomIds();
    }

    @Bean
    NodeId nodeId(IdGenerator ids, NodeProperties properties) {
        return new NodeId(ids.next(), properties.node());
    }
}
