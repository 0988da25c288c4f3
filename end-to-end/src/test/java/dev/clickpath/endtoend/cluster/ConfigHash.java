package dev.clickpath.endtoend.cluster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Kustomize adds to the name of a ConfigMap that it makes, so that other contents
 * have another name.
 */
final class ConfigHash {

	private static final int LENGTH = 10;

	private ConfigHash() {
	}

	static String of(ObjectNode data) {
		ObjectNode hashed = YamlFile.JSON.createObjectNode();
		ObjectNode sorted = hashed.putObject("data");
		TreeMap<String, JsonNode> fields = new TreeMap<>();
		data.properties().forEach((field) -> fields.put(field.getKey(), field.getValue()));
		fields.forEach(sorted::set);
		// The name has no part in it; Kustomize leaves it empty.
		hashed.put("kind", "ConfigMap").put("name", "");
		// As Go writes JSON, for a page of HTML to be able to contain it.
		String text = hashed.toString().replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
		return safe(hex(text).substring(0, LENGTH));
	}

	/** Without vowels and what looks like them, so that no word comes out. */
	private static String safe(String hex) {
		return hex.replace('0', 'g').replace('1', 'h').replace('3', 'k').replace('a', 'm').replace('e', 't');
	}

	private static String hex(String text) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
