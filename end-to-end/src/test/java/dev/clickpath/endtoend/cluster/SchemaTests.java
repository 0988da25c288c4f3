package dev.clickpath.endtoend.cluster;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That a cluster would understand what it is told.
 */
class SchemaTests {

	private static final Set<String> OF_THE_OPERATOR = Set.of("Cluster", "Database");

	@ParameterizedTest
	@MethodSource("dev.clickpath.endtoend.cluster.Overlay#all")
	void everyObjectFitsKubernetesSchema(Overlay overlay) {
		assertThat(overlay.objects()).filteredOn((object) -> !OF_THE_OPERATOR.contains(Kustomization.kind(object)))
			.isNotEmpty()
			.allSatisfy((object) -> assertThat(Schema.problem(object)).as(Kustomization.name(object)).isEmpty());
	}

	@ParameterizedTest
	@MethodSource("dev.clickpath.endtoend.cluster.Overlay#all")
	void everyObjectOfTheOperatorHasFieldsThatItKnows(Overlay overlay) {
		assertThat(overlay.objects()).filteredOn((object) -> OF_THE_OPERATOR.contains(Kustomization.kind(object)))
			.allSatisfy((object) -> {
				assertThat(object.get("apiVersion").asString()).isEqualTo("postgresql.cnpg.io/v1");
				assertThat(OperatorFields.problems(object)).isEmpty();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/spec/template/spec/containers/0/readinessProb", "/spec/template/spec/termination",
			"/spec/template/spec/containers/0/securityContext/runAsRoot",
			"/spec/template/spec/containers/0/lifecycle/preStop/sleep/second" })
	void aFieldThatThereIsNotIsFound(String path) {
		ObjectNode deployment = Overlay.named("laptop").one("Deployment", "gateway").deepCopy();
		int end = path.lastIndexOf('/');
		((ObjectNode) deployment.at(path.substring(0, end))).put(path.substring(end + 1), 1);

		assertThat(Schema.problem(deployment))
			.hasValueSatisfying((problem) -> assertThat(problem).contains(path.substring(end + 1)));
	}

	@Test
	void aFieldThatIsMissingIsFound() {
		ObjectNode deployment = Overlay.named("laptop").one("Deployment", "gateway").deepCopy();
		((ObjectNode) deployment.get("spec")).remove("selector");

		assertThat(Schema.problem(deployment))
			.hasValueSatisfying((problem) -> assertThat(problem).contains("selector"));
	}

	@Test
	void aFieldOfAnotherTypeIsFound() {
		ObjectNode deployment = Overlay.named("laptop").one("Deployment", "gateway").deepCopy();
		((ObjectNode) deployment.get("spec")).put("replicas", "some");

		assertThat(Schema.problem(deployment)).isPresent();
	}

	@Test
	void whatTheOperatorDoesNotKnowIsFound() {
		JsonNode database = YamlFile.parse("""
				apiVersion: postgresql.cnpg.io/v1
				kind: Database
				spec: { name: some, owners: other, cluster: { name: 1 } }
				""").getFirst();

		assertThat(OperatorFields.problems(database))
			.isEqualTo(List.of("Database.owners is not known, or of another type",
					"Database.cluster.name has to be of type string", "Database lacks owner"));
	}

}
