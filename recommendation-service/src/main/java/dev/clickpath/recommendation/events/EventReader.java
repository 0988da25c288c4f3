package dev.clickpath.recommendation.events;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/**
 * Reads the events of a request, no more than are taken, and notes every row that is
 * none.
 */
@Component
final class EventReader {

	static final String NO_JSON = "must be valid JSON";

	private final JsonMapper jsonMapper;

	private final EventProperties properties;

	private final InstantSource clock;

	EventReader(JsonMapper jsonMapper, EventProperties properties, InstantSource clock) {
		this.jsonMapper = jsonMapper;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Reads a JSON array, or objects one after the other, since many say JSON of lines of
	 * JSON. Where it is broken, nothing of it is to be had.
	 */
	ReadEvents json(InputStream body) throws IOException {
		Batch batch = new Batch();
		// Who has opened the body closes it.
		try (JsonParser parser = this.jsonMapper.createParser(StreamUtils.nonClosing(body))) {
			switch (parser.nextToken()) {
				case START_ARRAY -> array(parser, batch);
				case START_OBJECT -> objects(parser, batch);
				case null, default -> throw broken(1, "must be in a JSON array");
			}
		}
		catch (JacksonIOException ex) {
			throw ex.getCause();
		}
		catch (JacksonException ex) {
			throw broken(batch.next(), NO_JSON);
		}
		return batch.read();
	}

	private static void array(JsonParser parser, Batch batch) {
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			batch.add(parser.<JsonNode>readValueAsTree());
		}
		if (parser.nextToken() != null) {
			throw broken(batch.next(), "follows the end of the JSON array");
		}
	}

	private static void objects(JsonParser parser, Batch batch) {
		do {
			batch.add(parser.<JsonNode>readValueAsTree());
		}
		while (parser.nextToken() != null);
	}

	private static InvalidEventException broken(int row, String rule) {
		return new InvalidEventException(List.of(new BadRow(row, null, rule)));
	}

	/**
	 * Reads lines of one JSON object each (NDJSON). Empty lines are passed over.
	 */
	ReadEvents lines(InputStream body) throws IOException {
		Batch batch = new Batch();
		EventLines lines = new EventLines(body, this.jsonMapper, batch.latest);
		while (lines.advance()) {
			batch.add(lines::event);
		}
		return batch.read();
	}

	private interface Row {

		BehaviourEvent read() throws BadRowException;

	}

	/** The rows of one request. */
	private final class Batch {

		private final List<BehaviourEvent> events = new ArrayList<>();

		private final List<BadRow> bad = new ArrayList<>();

		private final Instant latest = EventReader.this.clock.instant().plus(EventReader.this.properties.ahead());

		private int size() {
			return this.events.size() + this.bad.size();
		}

		private int next() {
			return size() + 1;
		}

		private void add(JsonNode json) {
			add(() -> new EventRow(next(), json).read(this.latest));
		}

		private void add(Row row) {
			try {
				this.events.add(row.read());
			}
			catch (BadRowException ex) {
				this.bad.add(ex.row());
			}
			if (size() > EventReader.this.properties.most()) {
				throw new TooManyEventsException(EventReader.this.properties.most() + " events");
			}
		}

		private ReadEvents read() {
			return new ReadEvents(this.events, this.bad);
		}

	}

}
