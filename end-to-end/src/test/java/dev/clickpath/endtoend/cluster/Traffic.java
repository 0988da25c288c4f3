package dev.clickpath.endtoend.cluster;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * Who reaches whom, by the network policies: between pods when both ends allow it.
 */
final class Traffic {

	private final List<Workload> workloads;

	private final List<JsonNode> policies;

	Traffic(Overlay overlay) {
		this.workloads = overlay.workloads();
		this.policies = overlay.all("NetworkPolicy").map((policy) -> policy.get("spec")).toList();
	}

	/** Like {@code gateway > storefront 8111}. */
	Set<String> betweenPods() {
		Set<String> found = new TreeSet<>();
		for (Workload from : this.workloads) {
			for (Workload to : this.workloads) {
				to.ports().forEach((name, number) -> {
					if (allows(from, "egress", "to", to, to, name) && allows(to, "ingress", "from", from, to, name)) {
						found.add("%s > %s %s".formatted(from.name(), to.name(), shown(name, number)));
					}
				});
			}
		}
		return found;
	}

	/** What is open to everybody, within the cluster and without. */
	Set<String> fromTheWorld() {
		Set<String> found = new TreeSet<>();
		for (Workload to : this.workloads) {
			rules(to, "ingress").filter((rule) -> !rule.has("from"))
				.forEach((rule) -> to.ports().forEach((name, number) -> {
					if (isMeant(rule, to, name)) {
						found.add(to.name() + " " + shown(name, number));
					}
				}));
		}
		return found;
	}

	/** What is open to pods of other namespaces. */
	Set<String> fromOtherNamespaces() {
		Set<String> found = new TreeSet<>();
		for (Workload to : this.workloads) {
			rules(to, "ingress").forEach((rule) -> rule.path("from")
				.valueStream()
				.filter((peer) -> peer.has("namespaceSelector"))
				.forEach((peer) -> to.ports().forEach((name, number) -> {
					if (isMeant(rule, to, name)) {
						String namespace = peer.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
							.asString();
						found.add("%s > %s %s".formatted(namespace, to.name(), shown(name, number)));
					}
				})));
		}
		return found;
	}

	/** Whether a policy that says nothing denies both directions to these pods. */
	boolean isDeniedAtFirst(Workload workload) {
		return this.policies.stream()
			.anyMatch((policy) -> workload.isMeantBy(policy.get("podSelector")) && !policy.has("ingress")
					&& !policy.has("egress") && policy.path("policyTypes").size() == 2);
	}

	private static String shown(String name, int number) {
		return name.startsWith("UDP") ? number + "/udp" : String.valueOf(number);
	}

	private boolean allows(Workload whose, String direction, String end, Workload other, Workload to, String port) {
		return rules(whose, direction).anyMatch((rule) -> isMeant(rule, to, port) && (!rule.has(end)
				? direction.equals("ingress")
				: rule.get(end)
					.valueStream()
					.anyMatch((peer) -> !peer.has("namespaceSelector") && other.isMeantBy(peer.get("podSelector")))));
	}

	private Stream<JsonNode> rules(Workload whose, String direction) {
		return this.policies.stream()
			.filter((policy) -> whose.isMeantBy(policy.get("podSelector")))
			.flatMap((policy) -> policy.path(direction).valueStream());
	}

	private static boolean isMeant(JsonNode rule, Workload to, String port) {
		if (!rule.has("ports")) {
			return true;
		}
		return rule.get("ports")
			.valueStream()
			.anyMatch((wanted) -> port.startsWith(Workload.protocol(wanted) + " ")
					&& to.numbers(Workload.protocol(wanted), wanted.get("port")).contains(to.ports().get(port)));
	}

}
