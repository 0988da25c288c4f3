package dev.clickpath.storefront.basket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.basket.BasketPage.Line;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.card.Shelves;
import dev.clickpath.storefront.card.Stock;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.money.Prices;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts names, prices and stock of the catalogue beside what is in a basket. Sold-out
 * products stay in sight, but are not reckoned.
 */
@Component
class BasketPages {

	private final Catalogue catalogue;

	private final Shelves shelves;

	private final Media media;

	BasketPages(Catalogue catalogue, Shelves shelves, Media media) {
		this.catalogue = catalogue;
		this.shelves = shelves;
		this.media = media;
	}

	BasketPage of(List<BasketLine> basket, @Nullable String notice, Visit visit, Assembly assembly) {
		List<String> ids = basket.stream().map(BasketLine::product).toList();
		Map<String, ProductSummary> products = assembly.await(this.catalogue.summaries(ids),
				this.catalogue.knownSummaries(ids));
		List<Line> lines = new ArrayList<>();
		Money total = null;
		for (BasketLine line : basket) {
			ProductSummary product = products.get(line.product());
			lines.add((product != null) ? line(line, product, visit) : unknown(line, visit));
			if (product != null && product.stock() > 0) {
				Money cost = visit.prices().in(product.price()).times(line.quantity());
				total = (total != null) ? total.plus(cost) : cost;
			}
		}
		return new BasketPage(basket.isEmpty(), notice, lines, visit.words().of("basket.count", count(basket)),
				(total != null) ? visit.prices().of(total) : null, total != null,
				this.shelves.bestsellers(visit, assembly));
	}

	static int count(List<BasketLine> basket) {
		return basket.stream().mapToInt(BasketLine::quantity).sum();
	}

	private Line line(BasketLine line, ProductSummary product, Visit visit) {
		Words words = visit.words();
		Prices prices = visit.prices();
		Money price = prices.in(product.price());
		Stock stock = Stock.of(product.stock(), words);
		int most = Math.max(stock.most(), 1);
		String note = (line.quantity() > stock.most() || stock.isOut()) ? note(stock, words) : stock.warning();
		return new Line(line.product(), Cards.href(product.id(), product.slug()), product.name(), product.brand(),
				product.department(), this.media.url(product.picture(), visit.cdn()), prices.of(price),
				was(line, product, visit), line.quantity(), Math.max(most, line.quantity()),
				stock.isOut() ? null : prices.of(price.times(line.quantity())), note);
	}

	private static @Nullable String was(BasketLine line, ProductSummary product, Visit visit) {
		Money price = line.price();
		return (price != null && line.hasChangedTo(product.price()))
				? visit.words().of("basket.was", visit.prices().text(price)) : null;
	}

	private static String note(Stock stock, Words words) {
		return stock.isOut() ? words.of("basket.note.out") : words.of("basket.note.fewer", stock.text());
	}

	private Line unknown(BasketLine line, Visit visit) {
		return new Line(line.product(), null, visit.words().of("basket.unknown"), "", "",
				this.media.url(null, visit.cdn()), null, null, line.quantity(), Math.max(1, line.quantity()), null,
				visit.words().of("basket.unknown.note"));
	}

}
