package dev.clickpath.endtoend.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.clickpath.endtoend.LeftOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * That what the other tests look at is what a person would apply.
 */
class RenderingTests {

	/** Lists whose order Kustomize may change. */
	private static final Set<String> UNORDERED = Set.of("containers", "env", "volumes", "volumeMounts",
			"topologySpreadConstraints");

	private static final Pattern KUSTOMIZE = Pattern.compile("Kustomize Version: v(\\d+)");

	@ParameterizedTest
	@ValueSource(strings = { "laptop", "zones" })
	void kubectlMakesTheSameOfAnOverlay(String overlay) throws Exception {
		// Debian's kubectl has a Kustomize that is too old, so nobody can be asked to
		// have one that is not.
		if (kustomize() < 5) {
			LeftOut.tell("the comparison of the cluster's objects with kubectl's, for no kubectl with Kustomize 5"
					+ " was found (the tests' own rendering was checked)");
		}
		assumeTrue(kustomize() >= 5, "no kubectl");
		Process kubectl = new ProcessBuilder("kubectl", "kustomize", Overlay.folder(overlay).toString())
			.redirectError(Path.of("target", "kustomize.log").toFile())
			.start();
		String text = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(kubectl.waitFor()).isZero();

		Map<String, JsonNode> made = sorted(YamlFile.parse(text));
		assertThat(sorted(Overlay.named(overlay).objects())).hasSameSizeAs(made)
			.allSatisfy((name, object) -> assertThat(object).as(name).isEqualTo(made.get(name)));
	}

	@Test
	void whatKustomizeWouldLoseIsRefused() {
		ObjectNode service = YamlFile.JSON.createObjectNode();
		ObjectNode part = YamlFile.JSON.createObjectNode();
		part.putArray("ports");

		assertThatIllegalArgumentException().isThrownBy(() -> Patch.merge(service, part));
	}

	@Test
	void aChangeOfWhatIsNotThereIsRefused() {
		JsonNode change = YamlFile.parse("- { op: replace, path: /spec/none, value: 1 }").getFirst();
		ObjectNode object = (ObjectNode) YamlFile.parse("spec: { some: 2 }").getFirst();

		assertThatIllegalArgumentException().isThrownBy(() -> Patch.change(object, List.copyOf(change.values())));
	}

	private static int kustomize() throws InterruptedException {
		try {
			Process kubectl = new ProcessBuilder("kubectl", "version", "--client").redirectErrorStream(true).start();
			String text = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			kubectl.waitFor();
			Matcher version = KUSTOMIZE.matcher(text);
			return version.find() ? Integer.parseInt(version.group(1)) : 0;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static Map<String, JsonNode> sorted(List<? extends JsonNode> objects) {
		Map<String, JsonNode> sorted = new TreeMap<>();
		objects.forEach((object) -> sorted.put(Kustomization.kind(object) + " " + Kustomization.name(object),
				inOneOrder(object.deepCopy())));
		return sorted;
	}

	private static JsonNode inOneOrder(JsonNode node) {
		if (node instanceof ObjectNode object) {
			List.copyOf(object.properties()).forEach((field) -> {
				JsonNode value = inOneOrder(field.getValue());
				if (value instanceof ArrayNode list && UNORDERED.contains(field.getKey())) {
					List<JsonNode> entries = new ArrayList<>(List.copyOf(list.values()));
					entries.sort(Comparator.comparing(RenderingTests::mark));
					object.putArray(field.getKey()).addAll(entries);
				}
			});
		}
		else {
			node.values().forEach(RenderingTests::inOneOrder);
		}
		return node;
	}

	private static String mark(JsonNode entry) {
		return entry.path("mountPath").asString("") + entry.path("topologyKey").asString("")
				+ entry.path("name").asString("");
	}

}
