package dev.clickpath.edge.tracing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which traces are recorded, and where they are sent.
 *
 * @param endpoint a collector that takes OTLP over HTTP; empty: nothing is recorded
 * @param share of the traces whose client does not say
 */
@ConfigurationProperties("clickpath.traces")
public record TraceProperties(@DefaultValue("") String endpoint, @DefaultValue("1.0") double share) {
}
