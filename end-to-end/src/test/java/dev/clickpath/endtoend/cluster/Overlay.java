package dev.clickpath.endtoend.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that one overlay would tell a cluster.
 */
record Overlay(String name, List<ObjectNode> objects) {

	static final Path CHECKOUT = Path.of("..");

	static final Path FOLDER = CHECKOUT.resolve("deploy/kubernetes");

	/** Modules that become pods. */
	static final Set<String> MODULES = Set.of("gateway", "cdn-edge", "storefront", "catalog-service",
			"recommendation-service", "dns");

	private static final Map<String, Overlay> READ = new ConcurrentHashMap<>();

	static Path folder(String name) {
		return FOLDER.resolve("overlays").resolve(name);
	}

	static Overlay named(String name) {
		return READ.computeIfAbsent(name, (key) -> new Overlay(key, Kustomization.render(folder(key))));
	}

	static Stream<Overlay> all() {
		return Stream.of("laptop", "zones").map(Overlay::named);
	}

	Stream<ObjectNode> all(String kind) {
		return this.objects.stream().filter((object) -> Kustomization.kind(object).equals(kind));
	}

	ObjectNode one(String kind, String name) {
		return all(kind).filter((object) -> Kustomization.name(object).equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No " + kind + " " + name + " in " + this.name));
	}

	/** Everything that becomes pods. */
	List<Workload> workloads() {
		return Stream
			.of(all("Deployment").map(Workload::of), all("StatefulSet").map(Workload::of),
					all("Cluster").map(Workload::ofDatabase))
			.flatMap((some) -> some)
			.toList();
	}

	/** Those whose pods this project describes itself. */
	List<Workload> own() {
		return workloads().stream().filter((workload) -> workload.pod().isObject()).toList();
	}

	Workload workload(String name) {
		return workloads().stream().filter((workload) -> workload.name().equals(name)).findFirst().orElseThrow();
	}

	/** The number of pods of a workload, the most there may be. */
	int most(String name) {
		return all("HorizontalPodAutoscaler")
			.filter((scaler) -> scaler.at("/spec/scaleTargetRef/name").asString().equals(name))
			.map((scaler) -> scaler.at("/spec/maxReplicas").asInt())
			.findFirst()
			.orElseGet(() -> one("Deployment", name).at("/spec/replicas").asInt(1));
	}

	/** The environment of a workload's container. */
	Map<String, String> environment(Workload workload) {
		Map<String, String> environment = new TreeMap<>();
		workload.container()
			.path("envFrom")
			.forEach((source) -> environment
				.putAll(Workload.strings(one("ConfigMap", source.at("/configMapRef/name").asString()).get("data"))));
		for (JsonNode variable : workload.container().path("env")) {
			environment.put(variable.get("name").asString(), variable.path("value").asString(""));
		}
		return environment;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
