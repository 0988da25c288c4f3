package dev.clickpath.gateway.discovery;

import java.net.URI;
import java.net.URISyntaxException;

import dev.clickpath.gateway.upstream.Found;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * One storefront of the configuration. Its address alone is enough.
 *
 * @param address scheme, host and port
 * @param name what people call it; else storefront-1 and so on, by its place in the list
 * @param zone where it stands; else it tells itself
 * @param weight its share beside that of the others
 */
record Storefront(@NotNull URI address, @Nullable String name, @Nullable String zone,
		@DefaultValue("1") @Positive double weight) {

	static final int LAST_PORT = 65_535;

	@ConstructorBinding
	Storefront {
		String fault = fault(address);
		Assert.isTrue(fault == null, () -> sentence(String.valueOf(address), String.valueOf(fault)));
	}

	/** What the gateway could not work with; null when it can. */
	private static @Nullable String fault(@Nullable URI address) {
		if (address == null) {
			return "is missing";
		}
		if (!"http".equals(address.getScheme())) {
			return "does not begin with http://, and storefronts are asked without TLS";
		}
		if (address.getHost() == null) {
			return "has no host, or one that is no host's name (they have letters, digits, dots and hyphens)";
		}
		if (address.getPort() <= 0 || address.getPort() > LAST_PORT) {
			return "has no port";
		}
		boolean alone = address.getRawAuthority().equals(address.getHost() + ":" + address.getPort())
				&& address.toString().equals("http://" + address.getRawAuthority());
		return alone ? null : "has more than a host and a port";
	}

	/** Makes a list of addresses a list of storefronts; Spring looks for this method. */
	public static Storefront valueOf(String address) {
		try {
			return new Storefront(new URI(address.strip()), null, null, 1);
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException(sentence(address, "is none"));
		}
	}

	private static String sentence(String address, String fault) {
		return "The storefront's address \"" + address + "\" " + fault + ": write it like http://127.0.0.1:8111";
	}

	Found found(int place) {
		return new Found(this.address, (this.name != null) ? this.name : "storefront-" + place, this.zone, this.weight);
	}

}
