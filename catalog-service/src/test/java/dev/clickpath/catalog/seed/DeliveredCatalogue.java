package dev.clickpath.catalog.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The catalogue that the shop is delivered with.
 */
final class DeliveredCatalogue {

	private static final Path FILES = Path.of("src/main/resources/catalogue");

	private DeliveredCatalogue() {
	}

	static Catalogue read() {
		Map<String, String> texts = new HashMap<>();
		try (Stream<Path> files = Files.walk(FILES)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				texts.put(FILES.relativize(file).toString().replace('\\', '/'), Files.readString(file));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return CatalogueReader.read(new CatalogueFiles(texts));
	}

}
