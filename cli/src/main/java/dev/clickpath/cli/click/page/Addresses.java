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

	/** No address has a higher one. */
	public static final int HIGHEST_PORT = 65_535;

	private Addresses() {
	}

	/**
	 * An absolute http or https address without its fragment, in ASCII; nothing where
	 * there is none to be made of it.
	 * @param base an absolute address
	 * @param reference is read as browsers read it
	 */
	public static Optional<URI> of(URI base, String reference) {
		if (reference.trim().isEmpty() || reference.length() > LONGEST) {
			return Optional.empty();
		}
		return Reference.parse(reference).flatMap((parsed) -> address(parsed.on(base)));
	}

	private static Optional<URI> address(String absolute) {
		try {
			URI address = new URI(absolute);
			String scheme = (address.getScheme() != null) ? address.getScheme().toLowerCase(Locale.ROOT) : "";
			boolean usable = (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null
					&& address.getPort() <= HIGHEST_PORT;
			return usable ? Optional.of(address) : Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

}
