package dev.clickpath.recommendation.events;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Reads the events of a request within bounds, and notes every row that is none.
 */
@Component
final class EventReader {

	private static final String NO_JSON = "must be valid JSON";

	private final JsonMapper jsonMapper;

	private final EventProperties properties;

	private final InstantSource clock;

	EventReader(JsonMapper jsonMapper, EventProperties properties, InstantSource clock) {
		this.jsonMapper = jsonMapper;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Reads a JSON array. Where it is broken, nothing of it is to be had.
	 */
	ReadEvents array(InputStream body) throws IOException {
		Batch batch = new Batch();
		try (JsonParser parser = this.jsonMapper.createParser(bounded(body))) {
			if (parser.nextToken() != JsonToken.START_ARRAY) {
				throw broken(1, "must be in a JSON array");
			}
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				batch.add(batch.next(), parser.readValueAsTree());
			}
			if (parser.nextToken() != null) {
				throw broken(batch.next(), "follows the end of the JSON array");
			}
		}
		catch (JacksonException ex) {
			throw broken(batch.next(), NO_JSON);
		}
		return batch.read();
	}

	private static InvalidEventException broken(int row, String rule) {
		return new InvalidEventException(List.of(new BadRow(row, null, rule)));
	}

	/**
	 * Reads lines of one JSON object each (NDJSON). Empty lines are passed over.
	 */
	ReadEvents lines(InputStream body) throws IOException {
		Batch batch = new Batch();
		int number = 0;
		for (String line : new String(bounded(body), StandardCharsets.UTF_8).split("\n", -1)) {
			number++;
			if (!line.isBlank()) {
				batch.addLine(number, line);
			}
		}
		return batch.read();
	}

	private byte[] bounded(InputStream body) throws IOException {
		int most = Math.toIntExact(this.properties.size().toBytes());
		byte[] bytes = body.readNBytes(most + 1);
		if (bytes.length > most) {
			throw new TooManyEventsException(most + " bytes");
		}
		return bytes;
	}

	/** The rows of one request. */
	private final class Batch {

		private final List<BehaviourEvent> events = new ArrayList<>();

		private final List<BadRow> bad = new ArrayList<>();

		private final Instant latest = EventReader.this.clock.instant().plus(EventReader.this.properties.ahead());

		private int next() {
			return this.events.size() + this.bad.size() + 1;
		}

		private void addLine(int row, String line) {
			try {
				add(row, EventReader.this.jsonMapper.readTree(line));
			}
			catch (JacksonException ex) {
				this.bad.add(new BadRow(row, null, NO_JSON));
			}
		}

		private void add(int row, JsonNode json) {
			if (next() > EventReader.this.properties.most()) {
				throw new TooManyEventsException(EventReader.this.properties.most() + " events");
			}
			try {
				this.events.add(new EventRow(row, json).read(this.latest));
			}
			catch (BadRowException ex) {
				this.bad.add(ex.row());
			}
		}

		private ReadEvents read() {
			return new ReadEvents(this.events, this.bad);
		}

	}

}
