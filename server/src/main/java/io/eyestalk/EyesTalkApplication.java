package io.eyestalk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The one process: web page, rooms API, signaling and operations endpoints on one port. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EyesTalkApplication {
    private EyesTalkApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(EyesTalkApplication.class, args);
    }
}
