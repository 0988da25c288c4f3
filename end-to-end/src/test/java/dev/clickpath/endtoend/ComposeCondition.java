package dev.clickpath.endtoend;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Looks for a container engine with Compose that has or gets the images that the shop's
 * own are made from.
 */
final class ComposeCondition implements ExecutionCondition {

	private static final List<String> IMAGES = List.of("eclipse-temurin:25-jre", "postgres:18");

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (LeftOut.isForbidden()) {
			return ConditionEvaluationResult.enabled("nothing may be left out");
		}
		if (!works("info") || !works("compose", "version")) {
			return leftOut("no container engine with Docker Compose answered");
		}
		for (String image : IMAGES) {
			if (!works("image", "inspect", image) && !works("pull", image)) {
				return leftOut("the container engine neither has nor gets " + image);
			}
		}
		return ConditionEvaluationResult.enabled("an engine is here");
	}

	private static boolean works(String... words) {
		try {
			return Docker.run(PATIENCE, words).exitCode() == 0;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	private static ConditionEvaluationResult leftOut(String reason) {
		LeftOut.tell("the shop in containers, for " + reason);
		return ConditionEvaluationResult.disabled(reason);
	}

}
