package dev.clickpath.cli;

import java.nio.file.InvalidPathException;
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
		Path root = path(checkout);
		String named = environment.getOrDefault("CLICKPATH_HOME", "");
		Path home = named.isBlank() ? root.resolve(".clickpath") : path(named);
		return new Place(root, new Home(home));
	}

	private static Path path(String name) {
		try {
			return Path.of(name).toAbsolutePath().normalize();
		}
		catch (InvalidPathException ex) {
			throw new Problem("The folder %s has a name that cannot be read (%s); set LC_ALL to C.UTF-8, or rename it."
				.formatted(name, ex.getReason()), ex);
		}
	}

}
