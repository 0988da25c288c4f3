package dev.clickpath.cli.click.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses as they stand in pages and are typed, which is to say: in any shape.
 */
public final class Addresses {

	private static final int LONGEST = 8_000;

	/** No address has a higher one. */
	private static final int HIGHEST_PORT = 65_535;

	private Addresses() {
	}

	/**
	 * An absolute http or https address without its fragment, in ASCII; nothing where
	 * there is none to be made of it.
	 * @param base an absolute address
	 * @param reference is read as browsers read it
	 */
	public static Optional<URI> of(URI base, String reference) {
		return parsed(reference).flatMap((parsed) -> address(parsed.on(base)));
	}

	/**
	 * The same of what somebody types, which is absolute already.
	 */
	public static Optional<URI> of(String absolute) {
		return parsed(absolute).flatMap(Reference::absolute).flatMap(Addresses::address);
	}

	private static Optional<Reference> parsed(String reference) {
		return (reference.trim().isEmpty() || reference.length() > LONGEST) ? Optional.empty()
				: Reference.parse(reference);
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
