package dev.clickpath.cli;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.cli.application.Jvm;

/**
 * The process that holds a shop which its starter does not hold itself.
 */
public final class Holder {

	private Holder() {
	}

	/**
	 * Its command line.
	 * @param options those of {@code up}
	 */
	public static List<String> command(Place place, List<String> options) {
		List<String> command = new ArrayList<>(List.of(Jvm.java(), "-Xmx48m", "-Xss256k", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders"));
		command.add("-Dclickpath.checkout=" + place.checkout());
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), Clickpath.class.getName(), "up"));
		command.add("--supervise");
		command.addAll(options);
		return command;
	}

}
