package dev.clickpath.endtoend.cluster;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * Pods that are alike.
 *
 * @param name of whoever makes them
 * @param labels theirs
 * @param ports the numbers at which they answer, by protocol and name: TCP http
 * @param pod what they are
 */
record Workload(String name, Map<String, String> labels, Map<String, Integer> ports, JsonNode pod) {

	static Workload of(JsonNode object) {
		JsonNode template = object.at("/spec/template");
		Map<String, Integer> ports = new LinkedHashMap<>();
		for (JsonNode container : template.at("/spec/containers")) {
			for (JsonNode port : container.path("ports")) {
				ports.put(protocol(port) + " " + port.get("name").asString(), port.get("containerPort").asInt());
			}
		}
		return new Workload(Kustomization.name(object), strings(template.at("/metadata/labels")), ports,
				template.get("spec"));
	}

	/**
	 * The pods that the operator CloudNativePG makes.
	 */
	static Workload ofDatabase(JsonNode cluster) {
		String name = Kustomization.name(cluster);
		Map<String, String> labels = new HashMap<>(strings(cluster.at("/spec/inheritedMetadata/labels")));
		labels.put("cnpg.io/cluster", name);
		return new Workload(name, labels, Map.of("TCP postgresql", 5432, "TCP status", 8000, "TCP metrics", 9187),
				YamlFile.JSON.nullNode());
	}

	static String protocol(JsonNode port) {
		return port.path("protocol").asString("TCP");
	}

	static Map<String, String> strings(JsonNode map) {
		return map.propertyStream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().asString()));
	}

	/** Whether a selector means these pods; an empty one means all. */
	boolean isMeantBy(JsonNode selector) {
		if (selector.has("matchExpressions")) {
			throw new IllegalArgumentException("matchExpressions are not known here");
		}
		return this.labels.entrySet().containsAll(strings(selector.path("matchLabels")).entrySet());
	}

	/**
	 * The numbers of a port that a Service or a policy names by its name or its number.
	 */
	List<Integer> numbers(String protocol, JsonNode port) {
		return this.ports.entrySet()
			.stream()
			.filter((known) -> port.isNumber()
					? known.getKey().startsWith(protocol + " ") && known.getValue() == port.asInt()
					: known.getKey().equals(protocol + " " + port.asString()))
			.map(Map.Entry::getValue)
			.toList();
	}

	JsonNode container() {
		return this.pod.at("/containers/0");
	}

}
