package dev.clickpath.cli.click.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses as they stand in pages, which is to say: in any shape.
 */
public final class Addresses {

	private static final int LONGEST = 8_000;

	private Addresses() {
	}

	/**
	 * An absolute http or https address without its fragment; nothing where there is none
	 * to be made of it.
	 */
	public static Optional<URI> of(URI base, String reference) {
		if (reference.isBlank() || reference.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			URI address = base.resolve(new URI(reference.strip().replace(" ", "%20")));
			String scheme = (address.getScheme() != null) ? address.getScheme().toLowerCase(Locale.ROOT) : "";
			if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
				return Optional.empty();
			}
			String whole = address.toASCIIString();
			int fragment = whole.indexOf('#');
			return Optional.of(new URI((fragment < 0) ? whole : whole.substring(0, fragment)));
		}
		catch (URISyntaxException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
