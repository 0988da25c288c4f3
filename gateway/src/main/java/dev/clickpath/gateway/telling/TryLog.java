package dev.clickpath.gateway.telling;

import dev.clickpath.gateway.upstream.Upstream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes down what a request had to go through, each line with its facts as key-value
 * pairs.
 */
public final class TryLog {

	private static final Logger logger = LoggerFactory.getLogger("dev.clickpath.gateway.tries");

	private TryLog() {
	}

	/** A try failed and another one follows. */
	public static void retry(String method, String path, int tries, Upstream failed, String reason) {
		about("retry", method, path).addKeyValue("try", tries)
			.addKeyValue("upstream", failed.name())
			.addKeyValue("reason", reason)
			.log("{} {}: {} {}, trying again", method, path, failed, reason);
	}

	/** Another instance goes on with a page that broke off. */
	public static void takeUp(String method, String path, Upstream failed, String reason, long bytes, Upstream other) {
		about("take-up", method, path).addKeyValue("upstream", failed.name())
			.addKeyValue("reason", reason)
			.addKeyValue("bytes", bytes)
			.addKeyValue("by", other.name())
			.log("{} {}: {} {} after {} bytes, {} takes it up", method, path, failed, reason, bytes, other);
	}

	/** Nobody can go on with an answer that has begun; its client sees that. */
	public static void incomplete(String method, String path, Upstream failed, String reason) {
		about(Level.WARN, "incomplete", method, path).addKeyValue("upstream", failed.name())
			.addKeyValue("reason", reason)
			.log("{} {}: {} {}, so the client gets an incomplete answer", method, path, failed, reason);
	}

	/** It did not answer soon, so another instance is asked as well. */
	public static void hedge(String method, String path, Upstream slow, Upstream other) {
		about("hedge", method, path).addKeyValue("upstream", slow.name())
			.addKeyValue("by", other.name())
			.log("{} {}: {} takes its time, {} is asked as well", method, path, slow, other);
	}

	private static LoggingEventBuilder about(String event, String method, String path) {
		return about(Level.INFO, event, method, path);
	}

	private static LoggingEventBuilder about(Level level, String event, String method, String path) {
		return logger.atLevel(level)
			.addKeyValue("event", event)
			.addKeyValue("method", method)
			.addKeyValue("path", path);
	}

}
