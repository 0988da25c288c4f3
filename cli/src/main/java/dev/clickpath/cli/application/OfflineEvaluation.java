package dev.clickpath.cli.application;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import dev.clickpath.cli.Place;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.house.Service;

/**
 * The recommendation service's own evaluation, run from its jar as a program by itself:
 * it needs the model and nothing else of the shop.
 */
public final class OfflineEvaluation {

	private static final String PROGRAM = "dev.clickpath.recommendation.evaluation.Evaluation";

	/** Enough for two million events and for all pairs of four thousand products. */
	private static final String HEAP = "-Xmx1g";

	private OfflineEvaluation() {
	}

	/**
	 * Evaluates events and prints what comes out.
	 * @return whether it could
	 */
	public static boolean run(Place place, Events events) {
		Service service = new House(1, null, 0).services()
			.stream()
			.filter((each) -> each.module().equals("recommendation-service"))
			.findFirst()
			.orElseThrow();
		Application application = Standalone.application(place, service);
		List<String> command = List.of(Jvm.java(), HEAP, "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-cp",
				application.jar().toString(), PROGRAM);
		Process evaluation = start(command);
		try {
			tell(events, evaluation);
			return evaluation.waitFor() == 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			evaluation.destroy();
		}
	}

	private static Process start(List<String> command) {
		try {
			return new ProcessBuilder(command).inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The evaluation cannot be started", ex);
		}
	}

	private static void tell(Events events, Process evaluation) {
		try (OutputStream input = evaluation.getOutputStream()) {
			events.write(input);
		}
		catch (IOException ex) {
			// It reads no further: it has said why, and ends.
		}
	}

	/**
	 * What is evaluated.
	 */
	public interface Events {

		/**
		 * Writes them as lines of JSON.
		 */
		void write(OutputStream output) throws IOException;

	}

}
