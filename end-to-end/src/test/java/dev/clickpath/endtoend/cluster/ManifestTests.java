package dev.clickpath.endtoend.cluster;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That what the cluster is told fits together, for each overlay.
 */
class ManifestTests {

	private static final String OVERLAYS = "dev.clickpath.endtoend.cluster.Overlay#all";

	private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

	/** A name, and a tag that says which one. */
	private static final Pattern PINNED = Pattern.compile("[a-z0-9/.-]+:[0-9][0-9a-z.-]*");

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void allOfTheShopIsThere(Overlay overlay) {
		assertThat(overlay.all("Deployment").map(Kustomization::name))
			.containsExactlyInAnyOrderElementsOf(Overlay.MODULES);
		assertThat(overlay.workloads()).extracting(Workload::name).contains("postgres");
		assertThat(overlay.objects()).filteredOn((object) -> !Kustomization.kind(object).equals("Namespace"))
			.allMatch((object) -> object.at("/metadata/namespace").asString().equals("clickpath"));
	}

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void everyServiceSelectsPodsThatHaveItsPorts(Overlay overlay) {
		assertThat(overlay.all("Service")).isNotEmpty().allSatisfy((service) -> {
			JsonNode wanted = YamlFile.JSON.createObjectNode().set("matchLabels", service.at("/spec/selector"));
			List<Workload> selected = overlay.workloads().stream().filter((some) -> some.isMeantBy(wanted)).toList();

			assertThat(selected).hasSize(1);
			assertThat(service.at("/spec/ports")).isNotEmpty()
				.allSatisfy((port) -> assertThat(
						selected.getFirst().numbers(Workload.protocol(port), port.get("targetPort")))
					.hasSize(1));
		});
	}

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void everyPodIsAskedForItsHealthAtAPortItHas(Overlay overlay) {
		assertThat(overlay.own()).isNotEmpty().allSatisfy((workload) -> assertThat(PROBES).allSatisfy((probe) -> {
			JsonNode asked = workload.container().get(probe);
			JsonNode port = asked.has("httpGet") ? asked.at("/httpGet/port") : asked.at("/tcpSocket/port");
			if (Overlay.MODULES.contains(workload.name())) {
				assertThat(asked.at("/httpGet/path").asString()).matches("/actuator/health/(liveness|readiness)");
				assertThat(port.asString()).isEqualTo("management");
			}
			if (!port.isMissingNode()) {
				assertThat(workload.numbers("TCP", port)).hasSize(1);
			}
		}));
	}

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void prometheusIsSentToThePortOfMetrics(Overlay overlay) {
		assertThat(overlay.all("Deployment")).allSatisfy(
				(deployment) -> assertThat(Workload.of(deployment).ports()).containsEntry("TCP management", Integer
					.valueOf(deployment.at("/spec/template/metadata/annotations/prometheus.io~1port").asString())));
	}

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void aPodMayDoNothingButItsWork(Overlay overlay) {
		assertThat(overlay.one("Namespace", "clickpath")
			.at("/metadata/labels/pod-security.kubernetes.io~1enforce")
			.asString()).isEqualTo("restricted");
		assertThat(overlay.own()).allSatisfy((workload) -> {
			JsonNode pod = workload.pod();
			JsonNode container = workload.container().get("securityContext");
			assertThat(pod.get("containers")).hasSize(1);
			assertThat(pod.get("automountServiceAccountToken").asBoolean(true)).isFalse();
			assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
			assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
			assertThat(pod.at("/securityContext/seccompProfile/type").asString()).isEqualTo("RuntimeDefault");
			assertThat(container.get("allowPrivilegeEscalation").asBoolean(true)).isFalse();
			assertThat(container.get("readOnlyRootFilesystem").asBoolean()).isTrue();
			assertThat(container.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
			assertThat(container.has("privileged") || pod.has("hostNetwork") || pod.has("hostPID")).isFalse();
			assertThat(pod.get("volumes")).noneMatch((volume) -> volume.has("hostPath"));
		});
	}

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void whatIsMountedIsThere(Overlay overlay) {
		assertThat(overlay.own()).allSatisfy((workload) -> {
			Set<String> volumes = Stream
				.concat(workload.pod().get("volumes").valueStream().map((volume) -> volume.get("name").asString()),
						overlay.all("StatefulSet")
							.filter((set) -> Kustomization.name(set).equals(workload.name()))
							.flatMap((set) -> set.at("/spec/volumeClaimTemplates").valueStream())
							.map(Kustomization::name))
				.collect(Collectors.toSet());
			List<String> mounted = workload.container()
				.get("volumeMounts")
				.valueStream()
				.map((mount) -> mount.get("name").asString())
				.toList();

			assertThat(mounted).containsExactlyInAnyOrderElementsOf(volumes);
			assertThat(workload.container().get("volumeMounts"))
				.anyMatch((mount) -> mount.get("mountPath").asString().equals("/tmp"));
		});
	}

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void everyConfigMapIsThereAndIsUsed(Overlay overlay) {
		List<String> used = overlay.own()
			.stream()
			.flatMap((workload) -> Stream.concat(
					workload.container().path("envFrom").findValues("configMapRef").stream(),
					workload.pod().get("volumes").findValues("configMap").stream()))
			.map((reference) -> reference.get("name").asString())
			.toList();

		assertThat(overlay.all("ConfigMap").map(Kustomization::name)).containsExactlyInAnyOrderElementsOf(used);
	}

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void memoryHasALimitThatIsNotBelowWhatIsAskedFor(Overlay overlay) {
		assertThat(overlay.own()).allSatisfy((workload) -> {
			JsonNode resources = workload.container().get("resources");
			assertThat(resources.at("/requests/cpu").asString()).matches("[0-9]+m?");
			assertThat(Quantity.bytes(resources.at("/requests/memory").asString())).isPositive()
				.isLessThanOrEqualTo(Quantity.bytes(resources.at("/limits/memory").asString()));
			String heap = overlay.environment(workload).get("HEAP");
			if (heap != null) {
				// Code, threads, buffers and what lies outside come on top.
				assertThat(Quantity.bytes(heap) * 4 / 3)
					.isLessThan(Quantity.bytes(resources.at("/limits/memory").asString()));
			}
		});
		assertThat(overlay.all("Deployment").map(Workload::of)).allSatisfy(
				(workload) -> assertThat(workload.pod().at("/volumes/0/emptyDir/sizeLimit").asString()).isNotEmpty());
	}

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void everyImageIsPinned(Overlay overlay) {
		assertThat(overlay.own())
			.allSatisfy((workload) -> assertThat(workload.container().get("image").asString()).matches(PINNED)
				.doesNotContain("latest"));
		assertThat(overlay.all("Deployment").map(Workload::of)).allMatch((workload) -> workload.container()
			.get("image")
			.asString()
			.startsWith("clickpath/" + workload.name() + ":"));
	}

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void drainsOneAtATimeWithTimeToGo(Overlay overlay) {
		assertThat(overlay.all("PodDisruptionBudget").map(Kustomization::name))
			.containsExactlyInAnyOrderElementsOf(Overlay.MODULES);
		assertThat(overlay.all("PodDisruptionBudget")).allSatisfy((budget) -> {
			Workload meant = overlay.workload(Kustomization.name(budget));
			assertThat(meant.isMeantBy(budget.at("/spec/selector"))).isTrue();
			assertThat(overlay.own()).filteredOn((workload) -> workload.isMeantBy(budget.at("/spec/selector")))
				.hasSize(1);
			assertThat(budget.at("/spec/maxUnavailable").asInt()).isOne();
		});
		assertThat(overlay.all("Deployment").map(Workload::of)).allSatisfy((workload) -> {
			int before = workload.container().at("/lifecycle/preStop/sleep/seconds").asInt(0);
			// Whoever is found through a Service goes on until the nodes know;
			// storefronts tell the gateways themselves.
			assertThat(before > 0).isEqualTo(!workload.name().equals("storefront"));
			// Two stages of five seconds each (service-defaults.yaml), and some room.
			assertThat(workload.pod().get("terminationGracePeriodSeconds").asInt()).isGreaterThan(before + 10);
		});
		assertThat(overlay.environment(overlay.workload("storefront"))).containsKey("CLICKPATH_STOREFRONT_DRAINDELAY");
	}

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void podsOfOneServiceAreSpreadOverZonesAndMachines(Overlay overlay) {
		String unless = overlay.name().equals("zones") ? "DoNotSchedule" : "ScheduleAnyway";
		assertThat(overlay.all("Deployment").map(Workload::of)).allSatisfy((workload) -> {
			JsonNode zones = workload.pod().at("/topologySpreadConstraints/0");
			assertThat(zones.get("topologyKey").asString()).isEqualTo("topology.kubernetes.io/zone");
			assertThat(zones.get("whenUnsatisfiable").asString()).isEqualTo(unless);
			assertThat(workload.pod().get("topologySpreadConstraints")).hasSize(2).allSatisfy((spread) -> {
				assertThat(workload.isMeantBy(spread.get("labelSelector"))).isTrue();
				assertThat(spread.get("matchLabelKeys").valueStream().map(JsonNode::asString))
					.contains("app.kubernetes.io/name");
				assertThat(workload.labels()).containsKey("app.kubernetes.io/name");
			});
		});
	}

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void everyAutoscalerScalesWhatIsThereAndSetsNoNumberElsewhere(Overlay overlay) {
		assertThat(overlay.all("HorizontalPodAutoscaler")).allSatisfy((scaler) -> {
			JsonNode target = scaler.at("/spec/scaleTargetRef");
			JsonNode scaled = overlay.one(target.get("kind").asString(), target.get("name").asString());
			assertThat(scaled.get("apiVersion")).isEqualTo(target.get("apiVersion"));
			assertThat(scaled.get("spec").has("replicas")).isFalse();
			assertThat(scaler.at("/spec/minReplicas").asInt()).isBetween(2, scaler.at("/spec/maxReplicas").asInt());
			// What share of the CPU is used is counted from what is asked for.
			assertThat(Workload.of(scaled).container().at("/resources/requests/cpu").asString()).isNotEmpty();
		});
	}

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void theDatabaseHasRoomForTheConnectionsOfAll(Overlay overlay) {
		int pool = YamlFile.read(Overlay.CHECKOUT.resolve("storefront/src/main/resources/application.yaml"))
			.getFirst()
			.at("/spring/datasource/hikari/maximum-pool-size")
			.asInt();
		// And one more of each while they are renewed.
		int wanted = Stream.of("storefront", "catalog-service", "recommendation-service")
			.mapToInt((service) -> (overlay.most(service) + 1) * pool)
			.sum();

		assertThat(pool).isPositive();
		assertThat(wanted).isLessThan(connections(overlay) - 10);
	}

	private static int connections(Overlay overlay) {
		return overlay.all("Cluster")
			.map((cluster) -> Integer.valueOf(cluster.at("/spec/postgresql/parameters/max_connections").asString()))
			.findFirst()
			.orElseGet(() -> overlay.workload("postgres")
				.container()
				.get("args")
				.valueStream()
				.map(JsonNode::asString)
				.filter((argument) -> argument.startsWith("max_connections="))
				.map((argument) -> Integer.valueOf(argument.substring("max_connections=".length())))
				.findFirst()
				.orElseThrow());
	}

	@ParameterizedTest
	@MethodSource(OVERLAYS)
	void everyServiceHasADatabaseOfItsOwn(Overlay overlay) {
		Map<String, String> databases = Map.of("storefront", "storefront", "catalog-service", "catalog",
				"recommendation-service", "recommendation");

		databases.forEach((service, database) -> {
			JsonNode password = overlay.workload(service)
				.container()
				.get("env")
				.valueStream()
				.filter((variable) -> variable.get("name").asString().equals("SPRING_DATASOURCE_PASSWORD"))
				.findFirst()
				.orElseThrow();
			assertThat(overlay.environment(overlay.workload(service)).get("SPRING_DATASOURCE_URL"))
				.startsWith("jdbc:postgresql://postgres-rw:5432/" + database);
			assertThat(password.at("/valueFrom/secretKeyRef/name").asString()).isEqualTo(database + "-database");
		});
		overlay.all("Cluster")
			.forEach((cluster) -> assertThat(
					Stream.concat(Stream.of(cluster.at("/spec/bootstrap/initdb/database").asString()),
							overlay.all("Database").map((database) -> database.at("/spec/name").asString())))
				.containsExactlyInAnyOrderElementsOf(databases.values()));
		overlay.all("Database").forEach((database) -> {
			String owner = database.at("/spec/owner").asString();
			assertThat(overlay.one("Cluster", database.at("/spec/cluster/name").asString()).at("/spec/managed/roles"))
				.anyMatch((role) -> role.get("name").asString().equals(owner));
			assertThat(database.at("/spec/name").asString()).isEqualTo(owner);
		});
	}

}
