package dev.clickpath.gateway.discovery;

import java.net.URI;

import dev.clickpath.gateway.upstream.Found;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

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

	@ConstructorBinding
	Storefront {
	}

	/** Makes a list of addresses a list of storefronts; Spring looks for this method. */
	public static Storefront valueOf(String address) {
		return new Storefront(URI.create(address.strip()), null, null, 1);
	}

	Found found(int place) {
		return new Found(this.address, (this.name != null) ? this.name : "storefront-" + place, this.zone, this.weight);
	}

}
