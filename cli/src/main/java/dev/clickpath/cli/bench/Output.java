package dev.clickpath.cli.bench;

import java.util.List;

import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How what was measured is told.
 */
public final class Output {

	@Option(names = "--json", description = "Print JSON.")
	private boolean json;

	/**
	 * Prints what was measured.
	 * @param measured for programs
	 * @param lines the same for people
	 */
	public void print(Object measured, List<String> lines) {
		if (this.json) {
			System.out.println(JsonMapper.builder()
				.enable(SerializationFeature.INDENT_OUTPUT)
				.build()
				.writeValueAsString(measured));
		}
		else {
			lines.forEach(System.out::println);
		}
	}

	/** Progress stays out of what is piped on. */
	public static void tell(String message) {
		System.err.println(message);
	}

}
