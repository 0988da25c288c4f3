package dev.clickpath.storefront.card;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.cdn.Cdn;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.money.Prices;
import dev.clickpath.storefront.visit.Visit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes cards of products. A card depends on nothing but the product, the promise of
 * delivery, how prices are said and the CDN that has its picture, so it is made once for
 * these and kept.
 */
@Component
public class Cards {

	private final Media media;

	private final Delivery delivery;

	private final Cache<Key, Made> cards = Caffeine.newBuilder().maximumSize(20_000).recordStats().build();

	Cards(Media media, Delivery delivery, MeterRegistry meters) {
		CaffeineCacheMetrics.monitor(meters, this.cards, "cards");
		this.media = media;
		this.delivery = delivery;
	}

	/**
	 * A card for each product, in their order.
	 */
	public List<Card> of(Collection<ProductSummary> products, Visit visit) {
		String promise = this.delivery.promise(visit.region(), visit.words());
		List<Card> made = new ArrayList<>(products.size());
		for (ProductSummary product : products) {
			made.add(card(product, promise, visit));
		}
		return made;
	}

	/**
	 * The address of a product's page.
	 */
	public static String href(String id, String slug) {
		return "/products/" + id + "/" + slug;
	}

	/**
	 * The old price in words when it was higher.
	 */
	public static @Nullable String oldPrice(Money price, @Nullable Money old, Prices prices) {
		return (old != null && prices.in(old).compareTo(prices.in(price)) > 0) ? prices.text(old) : null;
	}

	private Card card(ProductSummary product, String promise, Visit visit) {
		Key key = new Key(product.id(), promise, visit.prices(), visit.cdn());
		Made known = this.cards.getIfPresent(key);
		if (known != null && known.product().equals(product)) {
			return known.card();
		}
		Card card = make(product, promise, visit);
		this.cards.put(key, new Made(product, card));
		return card;
	}

	private Card make(ProductSummary product, String promise, Visit visit) {
		Stock stock = Stock.of(product.stock(), visit.words());
		Prices prices = visit.prices();
		return new Card(product.id(), href(product.id(), product.slug()), product.name(), product.brand(),
				product.department(), this.media.url(product.picture(), visit.cdn()), prices.text(product.price()),
				oldPrice(product.price(), product.oldPrice(), prices),
				Rating.of(product.rating(), product.ratingCount(), visit.words()), stock.isOut() ? null : promise,
				stock.warning(), stock.isOut());
	}

	/** The prices also tell the language. */
	private record Key(String id, String promise, Prices prices, Cdn cdn) {
	}

	private record Made(ProductSummary product, Card card) {
	}

}
