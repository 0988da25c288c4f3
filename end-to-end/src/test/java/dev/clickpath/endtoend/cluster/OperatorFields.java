package dev.clickpath.endtoend.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import tools.jackson.databind.JsonNode;

/**
 * What CloudNativePG understands, by the fields that are written down for the tests.
 */
final class OperatorFields {

	private static final JsonNode KINDS = YamlFile.parse(read("/cluster/cloudnative-pg.yaml")).getFirst();

	private OperatorFields() {
	}

	private static String read(String resource) {
		try (InputStream stream = Objects.requireNonNull(OperatorFields.class.getResourceAsStream(resource),
				resource)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is wrong with an object of the operator's; nothing when it is right. */
	static List<String> problems(JsonNode object) {
		List<String> problems = new ArrayList<>();
		check(Kustomization.kind(object), object.get("spec"), KINDS.path(Kustomization.kind(object)), problems);
		return problems;
	}

	private static void check(String where, JsonNode value, JsonNode type, List<String> problems) {
		if (type.isString()) {
			boolean right = switch (type.asString()) {
				case "string" -> value.isString();
				case "integer" -> value.isIntegralNumber();
				case "boolean" -> value.isBoolean();
				default -> throw new IllegalArgumentException("Not a type: " + type);
			};
			if (!right) {
				problems.add(where + " has to be of type " + type.asString());
			}
		}
		else if (type.isArray() && value.isArray()) {
			value.forEach((entry) -> check(where + "[]", entry, type.get(0), problems));
		}
		else if (type.isObject() && value.isObject()) {
			checkFields(where, value, type, problems);
		}
		else {
			problems.add(where + " is not known, or of another type");
		}
	}

	private static void checkFields(String where, JsonNode value, JsonNode type, List<String> problems) {
		value.properties().forEach((field) -> {
			String name = field.getKey();
			JsonNode known = type.has(name + "!") ? type.get(name + "!")
					: type.has(name) ? type.get(name) : type.path("*");
			check(where + "." + name, field.getValue(), known, problems);
		});
		type.propertyNames()
			.stream()
			.filter((name) -> name.endsWith("!") && !value.has(name.substring(0, name.length() - 1)))
			.forEach((name) -> problems.add(where + " lacks " + name.replace("!", "")));
	}

}
