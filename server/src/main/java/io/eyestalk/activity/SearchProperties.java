package io.eyestalk.activity;

import io.eyestalk.shared.Secret;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The search engine that documents are written to, beside the database.
 *
 * @param url of Elasticsearch (7.8 or newer) or OpenSearch, without a path; without one there is no
 *     search engine
 * @param username of a user there
 * @param password of that user
 * @param apiKey in place of a user: the encoded form, as Elasticsearch gives it
 * @param caCertificate a PEM file with the certificates to trust, in place of the JDK's
 * @param timeout for one request; a longer one counts as failed
 */
@Validated
@ConfigurationProperties("eyestalk.activity.search")
record SearchProperties(
        @DefaultValue("") @Pattern(regexp = "|https?://[^/?#@]+/?") String url,
        @DefaultValue("") String username,
        @Nullable Secret password,
        @Nullable Secret apiKey,
        @DefaultValue("") String caCertificate,
        @DefaultValue("10s") @NotNull Duration timeout) {
    @AssertTrue(
            message = "eyestalk.activity.search takes a username with a password, or an api-key")
    boolean isOneLoginAtMost() {
        var user = !username.isEmpty();
        return user == (password != null) && !(user && apiKey != null);
    }

    @AssertTrue(message = "eyestalk.activity.search.timeout must be longer than nothing") boolean isPatient() {
        return timeout.isPositive();
    }
}
