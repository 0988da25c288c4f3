package dev.clickpath.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import dev.clickpath.catalog.ranking.Synonyms;

import org.springframework.stereotype.Component;

/**
 * The file of words that mean the same. It is read whenever an index is built.
 */
@Component
class SynonymFile {

	private final SearchProperties properties;

	SynonymFile(SearchProperties properties) {
		this.properties = properties;
	}

	Synonyms read() {
		try {
			return Synonyms.of(this.properties.synonyms().getContentAsString(StandardCharsets.UTF_8).lines().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The synonyms in " + this.properties.synonyms() + " cannot be read", ex);
		}
	}

}
