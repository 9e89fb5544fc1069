package io.eyestalk.room;

import io.eyestalk.shared.NodeId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alone with a database inside the process, or one of several nodes around a MariaDB. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {
    NodeConfiguration() {}

    @Bean
    Lease lease(DataSource source, ObjectProvider<Leases> leases, NodeId self) throws SQLException {
        return isInside(source)
                ? new SoleLease()
                : LeaseKeeper.open(leases.getObject(), self, System::nanoTime);
    }

    /** The only clock there is: all nodes have to agree on what time it is. */
    @Bean
    Clock clock(Lease lease) {
        return lease instanceof LeaseKeeper keeper
                ? keeper.time().withZone(ZoneOffset.UTC)
                : Clock.systemUTC();
    }

    private static boolean isInside(DataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2");
        }
    }
}
