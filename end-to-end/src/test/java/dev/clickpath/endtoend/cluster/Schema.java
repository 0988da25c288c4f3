package dev.clickpath.endtoend.cluster;

import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonParseException;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import tools.jackson.databind.JsonNode;

/**
 * Kubernetes' schemas, as its own client for Java has them: its classes are made of them,
 * and refuse fields that there are not, fields of another type, and objects without the
 * fields that have to be there.
 */
final class Schema {

	private static final Map<String, Class<?>> KINDS = Map.of("v1 Namespace", V1Namespace.class, "v1 ConfigMap",
			V1ConfigMap.class, "v1 Service", V1Service.class, "apps/v1 Deployment", V1Deployment.class,
			"apps/v1 StatefulSet", V1StatefulSet.class, "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class,
			"networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class, "autoscaling/v2 HorizontalPodAutoscaler",
			V2HorizontalPodAutoscaler.class);

	private Schema() {
	}

	/** What is wrong with an object; nothing when it is right. */
	static Optional<String> problem(JsonNode object) {
		String kind = object.path("apiVersion").asString("") + " " + object.path("kind").asString("");
		Class<?> type = KINDS.get(kind);
		if (type == null) {
			return Optional.of(kind + " is not known");
		}
		try {
			Object _ = JSON.getGson().fromJson(object.toString(), type);
			return Optional.empty();
		}
		catch (IllegalArgumentException | JsonParseException ex) {
			return Optional.of(String.valueOf(ex.getMessage()));
		}
	}

}
