package io.eyestalk.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** H2 in a folder, unless {@code spring.datasource.url} names another database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        name = "spring.datasource.url",
        havingValue = "embedded",
        matchIfMissing = true)
class EmbeddedDatabase {
    // WRITE_DELAY=0: a commit is in the file before it is acknowledged, so it survives a SIGKILL.
    private static final String OPTIONS =
            ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                    + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";

    EmbeddedDatabase() {}

    @Bean
    JdbcConnectionDetails embeddedDatabaseDetails(EmbeddedDatabaseProperties properties) {
        return new InFolder(usable(properties.folder()));
    }

    private static Path usable(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UnusableDataFolderException(folder, failure);
        }
        if (folder.toString().contains(";") || !Files.isWritable(folder)) {
            throw new UnusableDataFolderException(folder, null);
        }
        return folder;
    }

    private record InFolder(Path folder) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return "eyestalk";
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:h2:file:" + folder.resolve("eyestalk") + OPTIONS;
        }
    }
}
