package dev.clickpath.catalog.product;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clickpath.defaults.timing.ServerTiming;

import org.springframework.stereotype.Component;

/**
 * The products that are asked for again and again, kept for a moment: a price or a stock
 * shown is ten seconds old at most.
 */
@Component
public class HotProducts {

	private static final Duration KEPT = Duration.ofSeconds(10);

	private final Products products;

	private final Cache<String, ProductSummary> summaries = Caffeine.newBuilder()
		.maximumSize(20_000)
		.expireAfterWrite(KEPT)
		.build();

	private final Cache<String, Optional<ProductDetails>> details = Caffeine.newBuilder()
		.maximumSize(2_000)
		.expireAfterWrite(KEPT)
		.build();

	HotProducts(Products products) {
		this.products = products;
	}

	/**
	 * The products in the order asked, without those that do not exist.
	 */
	public List<ProductSummary> summaries(Collection<String> ids) {
		Map<String, ProductSummary> found = this.summaries.getAll(ids, this::load);
		return ids.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	private Map<String, ProductSummary> load(Set<? extends String> ids) {
		return ServerTiming.current().measure("db", () -> this.products.summaries(new LinkedHashSet<>(ids)));
	}

	Optional<ProductDetails> details(String id) {
		return this.details.get(id,
				(unknown) -> ServerTiming.current().measure("db", () -> this.products.details(unknown)));
	}

}
