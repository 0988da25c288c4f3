package dev.clickpath.cli.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.clickpath.cli.house.House;
import dev.clickpath.cli.house.Service;

/**
 * Lays out each service for a container image: what changes seldom apart from what
 * changes often. The JVM's options lie beside the cache that is bound to them.
 *
 * @param folder gets a folder for each module
 */
public record ImageLayers(Path folder) {

	/** What is the shop's own of the libraries. */
	private static final String OWN = "service-defaults";

	/**
	 * Lays out all services of a house; each must have its cache.
	 */
	public void write(House house, Programs programs) {
		for (Service service : house.services()) {
			Path layers = this.folder.resolve(service.module());
			if (!Files.exists(layers)) {
				try {
					write(service, programs.application(service), layers);
				}
				catch (IOException ex) {
					throw new UncheckedIOException("%s cannot be written".formatted(layers), ex);
				}
			}
		}
	}

	static void write(Service service, Application application, Path layers) throws IOException {
		try (Stream<Path> libraries = Files.list(application.folder().resolve("lib"))) {
			for (Path library : libraries.toList()) {
				String layer = library.getFileName().toString().startsWith(OWN) ? "application" : "dependencies";
				copy(library, layers.resolve(layer).resolve("lib"));
			}
		}
		copy(application.jar(), layers.resolve("application"));
		Path cache = layers.resolve("cache");
		Files.copy(Jvm.cache(service, application),
				Files.createDirectories(cache).resolve(Jvm.cacheInImage(service).toString()));
		Files.write(cache.resolve("java.options"), argumentFile(Jvm.inImage(service, application)));
	}

	/** A jar keeps its time, by which the JVM knows that its cache belongs to it. */
	private static void copy(Path file, Path folder) throws IOException {
		Files.copy(file, Files.createDirectories(folder).resolve(file.getFileName()),
				StandardCopyOption.COPY_ATTRIBUTES);
	}

	/** As the java command reads it: one option a line. */
	private static List<String> argumentFile(List<String> options) {
		List<String> lines = new ArrayList<>();
		options.forEach((option) -> lines.add('"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"'));
		return lines;
	}

}
