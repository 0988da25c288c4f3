package dev.clickpath.edge.management;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may purge.
 *
 * @param purgeToken the token that has to be shown, or empty: then one is made
 * @param purgeTokenFile where a token that is made is written, for its owner to read, and
 * read from at the next start; without it, it is told in the log
 */
@ConfigurationProperties("clickpath.edge")
public record PurgeProperties(@DefaultValue("") String purgeToken, @Nullable Path purgeTokenFile) {
}
