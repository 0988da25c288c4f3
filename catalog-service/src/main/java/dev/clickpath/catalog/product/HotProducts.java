package dev.clickpath.catalog.product;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clickpath.defaults.timing.ServerTiming;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;

import org.springframework.stereotype.Component;

/**
 * The products that are asked for again and again, kept for a moment: a price shown is
 * ten seconds old at most. Stock and ratings are never kept: whichever instance sold a
 * piece, all of them know.
 */
@Component
public class HotProducts {

	private static final Duration KEPT = Duration.ofSeconds(10);

	/**
	 * In bytes: some thousands of products, and hundreds with the longest descriptions.
	 */
	private static final long MOST_DETAILS = 16_000_000;

	private static final int NOT_THERE = 1_000;

	/** As it is told in Server-Timing. */
	private static final String CACHE = "cache";

	private final Products products;

	private final Cache<String, ProductSummary> summaries = Caffeine.newBuilder()
		.maximumSize(20_000)
		.expireAfterWrite(KEPT)
		.recordStats()
		.build();

	private final Cache<String, Optional<ProductDetails>> details = Caffeine.newBuilder()
		.maximumWeight(MOST_DETAILS)
		.weigher((String id, Optional<ProductDetails> known) -> known.map(ProductDetails::weight).orElse(NOT_THERE))
		.expireAfterWrite(KEPT)
		.recordStats()
		.build();

	HotProducts(Products products, MeterRegistry meters) {
		CaffeineCacheMetrics.monitor(meters, this.summaries, "summaries");
		CaffeineCacheMetrics.monitor(meters, this.details, "details");
		this.products = products;
	}

	/**
	 * Forgets products that have changed.
	 */
	public void forget(Collection<String> ids) {
		this.summaries.invalidateAll(ids);
		this.details.invalidateAll(ids);
	}

	/**
	 * Forgets everything, since another catalogue has taken its place.
	 */
	public void forgetAll() {
		this.summaries.invalidateAll();
		this.details.invalidateAll();
	}

	/**
	 * The products in the order asked, without those that do not exist.
	 */
	public List<ProductSummary> summaries(Collection<String> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		ServerTiming.current().asked(CACHE, ids.size());
		Map<String, ProductSummary> found = this.summaries.getAll(ids, this::load);
		return inOrder(ids, found, this.products.live(found.keySet()));
	}

	private Map<String, ProductSummary> load(Set<? extends String> ids) {
		ServerTiming.current().missed(CACHE, ids.size());
		return this.products.summaries(new LinkedHashSet<>(ids));
	}

	private static List<ProductSummary> inOrder(Collection<String> ids, Map<String, ProductSummary> found,
			Map<String, Live> live) {
		List<ProductSummary> products = new ArrayList<>(ids.size());
		for (String id : ids) {
			ProductSummary product = found.get(id);
			Live current = live.get(id);
			if (product != null && current != null) {
				products.add(product.with(current));
			}
		}
		return List.copyOf(products);
	}

	Optional<ProductDetails> details(String id) {
		ServerTiming.current().asked(CACHE, 1);
		return this.details.get(id, this::loadDetails).flatMap((known) -> current(id, known));
	}

	private Optional<ProductDetails> loadDetails(String id) {
		ServerTiming.current().missed(CACHE, 1);
		return this.products.details(id);
	}

	private Optional<ProductDetails> current(String id, ProductDetails known) {
		Map<String, Live> family = this.products.live(known.variantIds());
		return Optional.ofNullable(family.get(id)).map((own) -> known.with(own, family));
	}

}
