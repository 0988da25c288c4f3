package dev.clickpath.endtoend.cluster;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two kinds of patches that Kustomize knows: a part of an object that is laid over
 * it, and a list of single changes (RFC 6902).
 */
final class Patch {

	/** What tells the entries of a list apart when another one is laid over it. */
	private static final Map<String, String> KEYS = Map.of("containers", "name", "env", "name", "volumes", "name",
			"volumeMounts", "mountPath", "topologySpreadConstraints", "topologyKey");

	private Patch() {
	}

	/**
	 * Lays a part over an object.
	 * @throws IllegalArgumentException for lists of ports, two of which may have the same
	 * number: Kustomize itself loses one then
	 */
	static void merge(ObjectNode object, ObjectNode part) {
		part.properties().forEach((field) -> {
			JsonNode before = object.get(field.getKey());
			JsonNode after = field.getValue();
			if (field.getKey().equals("ports")) {
				throw new IllegalArgumentException("Change ports by a list of single changes");
			}
			if (after.isNull()) {
				object.remove(field.getKey());
			}
			else if (before instanceof ObjectNode inner && after instanceof ObjectNode over) {
				merge(inner, over);
			}
			else if (before instanceof ArrayNode inner && after instanceof ArrayNode over
					&& KEYS.containsKey(field.getKey())) {
				mergeLists(inner, over, KEYS.get(field.getKey()));
			}
			else {
				object.set(field.getKey(), after.deepCopy());
			}
		});
	}

	private static void mergeLists(ArrayNode list, ArrayNode over, String key) {
		for (JsonNode entry : over) {
			JsonNode same = find(list, key, entry.get(key));
			if (same instanceof ObjectNode object) {
				merge(object, (ObjectNode) entry);
			}
			else {
				list.add(entry.deepCopy());
			}
		}
	}

	private static JsonNode find(ArrayNode list, String key, JsonNode value) {
		for (JsonNode entry : list) {
			if (value.equals(entry.get(key))) {
				return entry;
			}
		}
		return YamlFile.JSON.missingNode();
	}

	/** Makes single changes, in their order. */
	static void change(ObjectNode object, List<JsonNode> changes) {
		for (JsonNode change : changes) {
			String path = change.get("path").asString();
			int end = path.lastIndexOf('/');
			String name = path.substring(end + 1).replace("~1", "/").replace("~0", "~");
			JsonNode parent = object.at(path.substring(0, end));
			String operation = change.get("op").asString();
			if (parent.isMissingNode() || (!operation.equals("add") && parent.at("/" + name).isMissingNode())) {
				throw new IllegalArgumentException("There is no " + path + " in " + object.at("/metadata/name"));
			}
			apply(operation, parent, name, change.path("value").deepCopy());
		}
	}

	private static void apply(String operation, JsonNode parent, String name, JsonNode value) {
		switch (operation) {
			case "add", "replace" -> {
				if (parent instanceof ArrayNode list) {
					put(list, name, value, operation.equals("add"));
				}
				else {
					((ObjectNode) parent).set(name, value);
				}
			}
			case "remove" -> {
				if (parent instanceof ArrayNode list) {
					list.remove(Integer.parseInt(name));
				}
				else {
					((ObjectNode) parent).remove(name);
				}
			}
			default -> throw new IllegalArgumentException("Not known here: op " + operation);
		}
	}

	private static void put(ArrayNode list, String place, JsonNode value, boolean insert) {
		if (place.equals("-")) {
			list.add(value);
		}
		else if (insert) {
			list.insert(Integer.parseInt(place), value);
		}
		else {
			list.set(Integer.parseInt(place), value);
		}
	}

}
