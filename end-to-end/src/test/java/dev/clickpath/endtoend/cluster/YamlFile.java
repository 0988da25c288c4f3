package dev.clickpath.endtoend.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * YAML as trees.
 */
final class YamlFile {

	static final JsonMapper JSON = new JsonMapper();

	private YamlFile() {
	}

	/** All documents of a file. */
	static List<JsonNode> read(Path file) {
		try {
			return parse(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<JsonNode> parse(String text) {
		LoaderOptions strict = new LoaderOptions();
		strict.setAllowDuplicateKeys(false);
		List<JsonNode> documents = new ArrayList<>();
		new Yaml(new SafeConstructor(strict)).loadAll(text)
			.forEach((document) -> documents.add(JSON.valueToTree(document)));
		return documents;
	}

}
