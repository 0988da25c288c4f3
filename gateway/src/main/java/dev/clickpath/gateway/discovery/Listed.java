package dev.clickpath.gateway.discovery;

import java.util.List;
import java.util.stream.IntStream;

import dev.clickpath.gateway.upstream.Found;

/**
 * The instances are those of the configuration.
 */
record Listed(List<Storefront> storefronts) implements Source {

	@Override
	public List<Found> find() {
		return IntStream.range(0, this.storefronts.size())
			.mapToObj((i) -> this.storefronts.get(i).found(i + 1))
			.toList();
	}

	@Override
	public boolean isChanging() {
		return false;
	}

}
