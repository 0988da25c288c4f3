package dev.clickpath.catalog.loading;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import dev.clickpath.catalog.seed.CatalogueFiles;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Reads the data files as text, wherever they are.
 */
@Component
final class CatalogueFolder {

	private final String location;

	CatalogueFolder(CatalogueProperties properties) {
		this.location = properties.location();
	}

	CatalogueFiles files() {
		Map<String, String> texts = new HashMap<>();
		addAll("", texts);
		addAll("families/", texts);
		addAll("reviews/", texts);
		return new CatalogueFiles(texts);
	}

	private void addAll(String folder, Map<String, String> texts) {
		try {
			String pattern = this.location + folder + "*.yaml";
			for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
				texts.put(folder + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
			}
		}
		catch (FileNotFoundException ex) {
			// A folder that is not there has no files; what is missing is told by name.
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The catalogue's data files in " + this.location + " cannot be read", ex);
		}
	}

}
