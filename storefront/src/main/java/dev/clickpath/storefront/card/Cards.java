package dev.clickpath.storefront.card;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.cdn.Cdn;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.visit.Visit;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes cards of products. A card depends on nothing but the product, the promise of
 * delivery and the CDN that has its picture, so it is made once for these and kept.
 */
@Component
public class Cards {

	private final Media media;

	private final Delivery delivery;

	private final Cache<Key, Made> cards = Caffeine.newBuilder().maximumSize(20_000).build();

	Cards(Media media, Delivery delivery) {
		this.media = media;
		this.delivery = delivery;
	}

	/**
	 * A card for each product, in their order.
	 */
	public List<Card> of(Collection<ProductSummary> products, Visit visit) {
		String promise = this.delivery.promise(visit.region());
		List<Card> made = new ArrayList<>(products.size());
		for (ProductSummary product : products) {
			made.add(card(product, promise, visit.cdn()));
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
	public static @Nullable String oldPrice(Money price, @Nullable Money old) {
		return (old != null && old.compareTo(price) > 0) ? old.text() : null;
	}

	private Card card(ProductSummary product, String promise, Cdn cdn) {
		Key key = new Key(product.id(), promise, cdn);
		Made known = this.cards.getIfPresent(key);
		if (known != null && known.product().equals(product)) {
			return known.card();
		}
		Card card = make(product, promise, cdn);
		this.cards.put(key, new Made(product, card));
		return card;
	}

	private Card make(ProductSummary product, String promise, Cdn cdn) {
		Stock stock = Stock.of(product.stock());
		return new Card(product.id(), href(product.id(), product.slug()), product.name(), product.brand(),
				product.department(), this.media.url(product.picture(), cdn), product.price().text(),
				oldPrice(product.price(), product.oldPrice()), Rating.of(product.rating(), product.ratingCount()),
				stock.isOut() ? null : promise, stock.warning(), stock.isOut());
	}

	private record Key(String id, String promise, Cdn cdn) {
	}

	private record Made(ProductSummary product, Card card) {
	}

}
