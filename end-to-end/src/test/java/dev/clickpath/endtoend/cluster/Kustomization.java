package dev.clickpath.endtoend.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code kubectl kustomize} makes of a folder, as far as the folders of this project
 * need it; a field that is not known here is refused. Where there is a kubectl, a test
 * compares both.
 */
final class Kustomization {

	private static final Set<String> FIELDS = Set.of("apiVersion", "kind", "namespace", "labels", "resources",
			"replicas", "patches", "images", "configMapGenerator");

	private static final Set<String> WITHOUT_NAMESPACE = Set.of("Namespace");

	private final Path folder;

	private final JsonNode file;

	private final List<ObjectNode> objects = new ArrayList<>();

	/** The data of the ConfigMaps that are made, by their names. */
	private final Map<String, ObjectNode> made = new HashMap<>();

	private Kustomization(Path folder) {
		this.folder = folder;
		this.file = YamlFile.read(folder.resolve("kustomization.yaml")).getFirst();
		this.file.propertyNames().forEach((field) -> require(FIELDS.contains(field), field));
	}

	/** All objects of an overlay, as they would be applied. */
	static List<ObjectNode> render(Path folder) {
		Kustomization kustomization = new Kustomization(folder);
		kustomization.build();
		kustomization.nameByContents();
		return kustomization.objects;
	}

	private void build() {
		for (JsonNode resource : this.file.path("resources")) {
			add(this.folder.resolve(resource.asString()).normalize());
		}
		this.file.path("configMapGenerator").forEach(this::generate);
		this.file.path("patches").forEach(this::patch);
		this.objects.forEach((object) -> {
			label(object);
			JsonNode namespace = this.file.get("namespace");
			if (namespace != null && !WITHOUT_NAMESPACE.contains(kind(object))) {
				((ObjectNode) object.get("metadata")).set("namespace", namespace);
			}
		});
		this.file.path("replicas").forEach(this::replicate);
		this.file.path("images").forEach(this::tag);
	}

	private void add(Path resource) {
		if (Files.isDirectory(resource)) {
			Kustomization inner = new Kustomization(resource);
			inner.build();
			this.objects.addAll(inner.objects);
			this.made.putAll(inner.made);
		}
		else {
			YamlFile.read(resource).forEach((object) -> this.objects.add((ObjectNode) object));
		}
	}

	private void generate(JsonNode generator) {
		generator.propertyNames()
			.forEach((field) -> require(Set.of("name", "behavior", "literals", "files").contains(field), field));
		String name = generator.get("name").asString();
		ObjectNode data = this.made.get(name);
		boolean merging = generator.path("behavior").asString("create").equals("merge");
		require((data != null) == merging, "behavior of " + name);
		if (data == null) {
			ObjectNode map = YamlFile.JSON.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
			map.putObject("metadata").put("name", name);
			data = map.putObject("data");
			this.made.put(name, data);
			this.objects.add(map);
		}
		for (JsonNode literal : generator.path("literals")) {
			String[] parts = literal.asString().split("=", 2);
			data.put(parts[0], parts[1]);
		}
		for (JsonNode contents : generator.path("files")) {
			data.put(contents.asString(), read(contents.asString()));
		}
	}

	private String read(String name) {
		try {
			return Files.readString(this.folder.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void patch(JsonNode patch) {
		List<JsonNode> documents = YamlFile.read(this.folder.resolve(patch.get("path").asString()));
		JsonNode target = patch.path("target");
		for (JsonNode document : documents) {
			List<ObjectNode> targets = this.objects.stream()
				.filter((object) -> matches(object, target.isMissingNode() ? document : target, target.isMissingNode()))
				.toList();
			require(!targets.isEmpty(), "patch " + patch.get("path") + " of nothing");
			targets.forEach((object) -> patch(object, document));
		}
	}

	private static void patch(ObjectNode object, JsonNode patch) {
		if (patch instanceof ObjectNode part) {
			ObjectNode rest = part.deepCopy();
			// Whose it is does not change.
			((ObjectNode) rest.get("metadata")).remove("name");
			Patch.merge(object, rest);
		}
		else {
			Patch.change(object, List.copyOf(patch.values()));
		}
	}

	private static boolean matches(ObjectNode object, JsonNode wanted, boolean itself) {
		String name = itself ? wanted.at("/metadata/name").asString() : wanted.path("name").asString(".*");
		return kind(object).equals(wanted.get("kind").asString())
				&& (itself ? name(object).equals(name) : name(object).matches(name));
	}

	private void label(ObjectNode object) {
		for (JsonNode labels : this.file.path("labels")) {
			require(!labels.path("includeSelectors").asBoolean(false), "includeSelectors");
			put(object, labels.get("pairs"));
			if (labels.path("includeTemplates").asBoolean(false)) {
				Stream
					.concat(Stream.of(object.at("/spec/template")),
							object.at("/spec/volumeClaimTemplates").valueStream())
					.filter(JsonNode::isObject)
					.forEach((template) -> put((ObjectNode) template, labels.get("pairs")));
			}
		}
	}

	private static void put(ObjectNode labelled, JsonNode pairs) {
		ObjectNode metadata = labelled.withObjectProperty("metadata");
		ObjectNode labels = metadata.withObjectProperty("labels");
		pairs.properties().forEach((pair) -> labels.set(pair.getKey(), pair.getValue()));
	}

	private void replicate(JsonNode replicas) {
		List<ObjectNode> found = this.objects.stream()
			.filter((object) -> Set.of("Deployment", "StatefulSet").contains(kind(object)))
			.filter((object) -> name(object).equals(replicas.get("name").asString()))
			.toList();
		require(!found.isEmpty(), "replicas of " + replicas.get("name"));
		found.forEach((object) -> ((ObjectNode) object.get("spec")).set("replicas", replicas.get("count")));
	}

	private void tag(JsonNode image) {
		for (JsonNode container : this.objects.stream()
			.flatMap((object) -> object.at("/spec/template/spec/containers").valueStream())
			.toList()) {
			if (container.get("image").asString().split(":", 2)[0].equals(image.get("name").asString())) {
				((ObjectNode) container).put("image",
						image.get("name").asString() + ":" + image.get("newTag").asString());
			}
		}
	}

	/** Gives the ConfigMaps that were made their final names, wherever they are named. */
	private void nameByContents() {
		Map<String, String> names = new HashMap<>();
		this.made.forEach((name, data) -> names.put(name, name + "-" + ConfigHash.of(data)));
		for (ObjectNode object : this.objects) {
			if (kind(object).equals("ConfigMap")) {
				rename((ObjectNode) object.get("metadata"), names);
			}
			for (JsonNode container : object.at("/spec/template/spec/containers")) {
				container.path("envFrom").forEach((source) -> rename(source.get("configMapRef"), names));
			}
			object.at("/spec/template/spec/volumes").forEach((volume) -> rename(volume.get("configMap"), names));
		}
	}

	private static void rename(JsonNode reference, Map<String, String> names) {
		if (reference instanceof ObjectNode named && names.containsKey(named.get("name").asString())) {
			named.put("name", names.get(named.get("name").asString()));
		}
	}

	static String kind(JsonNode object) {
		return object.get("kind").asString();
	}

	static String name(JsonNode object) {
		return object.at("/metadata/name").asString();
	}

	private void require(boolean condition, String what) {
		if (!condition) {
			throw new IllegalArgumentException("Not known here, in " + this.folder + ": " + what);
		}
	}

}
