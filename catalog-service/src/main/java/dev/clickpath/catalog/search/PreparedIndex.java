package dev.clickpath.catalog.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

import dev.clickpath.catalog.ranking.ProductIndex;
import dev.clickpath.catalog.suggestions.SuggestionIndex;

/**
 * What searching and suggesting need of a catalogue that is not there yet.
 *
 * @param position since when changes are not in it
 */
public record PreparedIndex(ProductIndex products, SuggestionIndex suggestions, long position) implements Closeable {

	@Override
	public void close() {
		try {
			this.products.close();
			this.suggestions.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("An index that is not needed cannot be given up", ex);
		}
	}

}
