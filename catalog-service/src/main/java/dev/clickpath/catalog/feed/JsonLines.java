package dev.clickpath.catalog.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object a line, its members the fields.
 */
final class JsonLines implements RowFormat {

	private static final int DEEPEST = 20;

	private static final int LONGEST_NAME = 1_000;

	private static final int LONGEST_NUMBER = 100;

	private final JsonFactory json = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(DEEPEST)
			.maxNameLength(LONGEST_NAME)
			.maxNumberLength(LONGEST_NUMBER)
			.maxStringLength(FeedLines.LONGEST)
			.build())
		// Whoever sends ever new names would fill it.
		.disable(tools.jackson.core.TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
		.build();

	@Override
	public Map<String, String> read(String line) throws RefusedException {
		try (JsonParser parser = this.json.createParser(ObjectReadContext.empty(), line)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw new RefusedException("it is not a JSON object");
			}
			Map<String, String> row = new HashMap<>();
			Set<String> names = new HashSet<>();
			while (parser.nextToken() != JsonToken.END_OBJECT) {
				String name = FeedFields.normalise(parser.currentName());
				if (FeedFields.isKnown(name) && !names.add(name)) {
					throw new RefusedException(name + " is there twice");
				}
				add(name, parser, row);
			}
			if (parser.nextToken() != null) {
				throw new RefusedException("something follows the JSON object");
			}
			return row;
		}
		catch (JacksonException ex) {
			throw new RefusedException("it is not a whole JSON object");
		}
	}

	private static void add(String name, JsonParser parser, Map<String, String> row) throws RefusedException {
		JsonToken value = parser.nextToken();
		if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
			if (FeedFields.isKnown(name)) {
				throw new RefusedException(name + " is neither a text nor a number");
			}
			parser.skipChildren();
		}
		else if (value != JsonToken.VALUE_NULL) {
			String text = parser.getString();
			if (!text.isBlank()) {
				row.put(name, text);
			}
		}
	}

}
