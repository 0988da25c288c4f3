package dev.clickpath.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Looks for a Chromium in the usual places.
 */
final class BrowserCondition implements ExecutionCondition {

	static Optional<Path> chromium() {
		Stream<String> onThePath = Stream.of(System.getenv("PATH").split(":", -1))
			.flatMap((folder) -> Stream.of(folder + "/chromium", folder + "/chromium-browser",
					folder + "/google-chrome"));
		Stream<String> elsewhere = Stream.of("/Applications/Chromium.app/Contents/MacOS/Chromium",
				"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
		return Stream.concat(onThePath, elsewhere).map(Path::of).filter(Files::isExecutable).findFirst();
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (chromium().isPresent()) {
			return ConditionEvaluationResult.enabled("a Chromium is here");
		}
		if (LeftOut.isForbidden()) {
			return ConditionEvaluationResult.enabled("nothing may be left out");
		}
		LeftOut.tell("the browser tests, for no Chromium was found (install the package chromium)");
		return ConditionEvaluationResult.disabled("no Chromium was found");
	}

}
