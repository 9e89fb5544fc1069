package io.eyestalk.stats;

import io.eyestalk.shared.ClientPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page is always there: where the dashboard is off, it says so. */
@Configuration(proxyBeanMethods = false)
class DashboardPage {
    DashboardPage() {}

    @Bean
    ClientPage dashboardAddress() {
        return new ClientPage("/dashboard");
    }
}
