package dev.clickpath.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the command line works.
 *
 * @param checkout the folder with the modules
 * @param home the folder that the running shop writes to
 */
public record Place(Path checkout, Home home) {

	public static Place current() {
		return of(System.getProperty("clickpath.checkout", "."), System.getenv());
	}

	static Place of(String checkout, Map<String, String> environment) {
		Path root = Path.of(checkout).toAbsolutePath().normalize();
		String named = environment.getOrDefault("CLICKPATH_HOME", "");
		Path home = named.isBlank() ? root.resolve(".clickpath") : Path.of(named).toAbsolutePath().normalize();
		return new Place(root, new Home(home));
	}

}
