package dev.clickpath.recommendation.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads events from lines of one JSON object each (NDJSON), one after the other.
 */
public final class EventLines {

	/** Some tools begin every file with it. */
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final BufferedReader lines;

	private final JsonMapper jsonMapper;

	private final Instant latest;

	private String line = "";

	private int number;

	/**
	 * @param latest the latest time of an event that is believed
	 */
	public EventLines(InputStream lines, JsonMapper jsonMapper, Instant latest) {
		this.lines = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
		this.jsonMapper = jsonMapper;
		this.latest = latest;
	}

	/**
	 * Goes on to the next line that is not empty.
	 * @return whether there is one
	 */
	public boolean advance() throws IOException {
		for (String next = next(); next != null; next = next()) {
			if (!next.isBlank()) {
				this.line = next;
				return true;
			}
		}
		return false;
	}

	private @Nullable String next() throws IOException {
		String next = this.lines.readLine();
		this.number++;
		return (this.number == 1 && next != null && next.startsWith(BYTE_ORDER_MARK)) ? next.substring(1) : next;
	}

	/**
	 * The event of this line.
	 * @throws BadRowException when it is none
	 */
	public BehaviourEvent event() throws BadRowException {
		return new EventRow(this.number, json()).read(this.latest);
	}

	private JsonNode json() throws BadRowException {
		try {
			return this.jsonMapper.readTree(this.line);
		}
		catch (JacksonException ex) {
			throw new BadRowException(this.number, null, EventReader.NO_JSON);
		}
	}

}
