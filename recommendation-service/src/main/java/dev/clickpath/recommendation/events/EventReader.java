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
 * Reads the events of a request, all or none, within bounds.
 */
@Component
final class EventReader {

	private final JsonMapper jsonMapper;

	private final EventProperties properties;

	private final InstantSource clock;

	EventReader(JsonMapper jsonMapper, EventProperties properties, InstantSource clock) {
		this.jsonMapper = jsonMapper;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Reads a JSON array.
	 */
	List<BehaviourEvent> array(InputStream body) throws IOException {
		Batch batch = new Batch();
		try (JsonParser parser = this.jsonMapper.createParser(bounded(body))) {
			if (parser.nextToken() != JsonToken.START_ARRAY) {
				throw new InvalidEventException(1, null, "must be in a JSON array");
			}
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				batch.add(batch.events.size() + 1, parser.readValueAsTree());
			}
			if (parser.nextToken() != null) {
				throw new InvalidEventException(batch.events.size() + 1, null, "follows the end of the JSON array");
			}
		}
		catch (JacksonException ex) {
			throw new InvalidEventException(batch.events.size() + 1, null, "must be valid JSON");
		}
		return batch.events;
	}

	/**
	 * Reads lines of one JSON object each (NDJSON). Empty lines are passed over.
	 */
	List<BehaviourEvent> lines(InputStream body) throws IOException {
		Batch batch = new Batch();
		int number = 0;
		for (String line : new String(bounded(body), StandardCharsets.UTF_8).split("\n", -1)) {
			number++;
			if (!line.isBlank()) {
				batch.add(number, tree(number, line));
			}
		}
		return batch.events;
	}

	private JsonNode tree(int row, String line) {
		try {
			return this.jsonMapper.readTree(line);
		}
		catch (JacksonException ex) {
			throw new InvalidEventException(row, null, "must be valid JSON");
		}
	}

	private byte[] bounded(InputStream body) throws IOException {
		int most = Math.toIntExact(this.properties.size().toBytes());
		byte[] bytes = body.readNBytes(most + 1);
		if (bytes.length > most) {
			throw new TooManyEventsException(most + " bytes");
		}
		return bytes;
	}

	/** The events of one request. */
	private final class Batch {

		private final List<BehaviourEvent> events = new ArrayList<>();

		private final Instant latest = EventReader.this.clock.instant().plus(EventReader.this.properties.ahead());

		void add(int row, JsonNode json) {
			if (this.events.size() == EventReader.this.properties.most()) {
				throw new TooManyEventsException(EventReader.this.properties.most() + " events");
			}
			this.events.add(new EventRow(row, json).read(this.latest));
		}

	}

}
