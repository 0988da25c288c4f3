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
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.page.Count;
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
				Money cost = product.price().times(line.quantity());
				total = (total != null) ? total.plus(cost) : cost;
			}
		}
		return new BasketPage(basket.isEmpty(), notice, lines, Count.of(count(basket), "thing"),
				(total != null) ? total.text() : null, this.shelves.bestsellers("Bestsellers", visit, assembly));
	}

	static int count(List<BasketLine> basket) {
		return basket.stream().mapToInt(BasketLine::quantity).sum();
	}

	private Line line(BasketLine line, ProductSummary product, Visit visit) {
		Stock stock = Stock.of(product.stock());
		int most = Math.max(stock.most(), 1);
		String note = (line.quantity() > stock.most() || stock.isOut()) ? note(stock) : stock.warning();
		return new Line(line.product(), Cards.href(product.id(), product.slug()), product.name(), product.brand(),
				product.department(), this.media.url(product.picture(), visit.cdn()), product.price().text(),
				line.quantity(), Math.max(most, line.quantity()),
				stock.isOut() ? null : product.price().times(line.quantity()).text(), note);
	}

	private static String note(Stock stock) {
		return stock.isOut() ? "Out of stock just now, so it is not part of the total."
				: stock.text() + ": please take fewer.";
	}

	private Line unknown(BasketLine line, Visit visit) {
		return new Line(line.product(), null, "A product we cannot look up just now", "", "",
				this.media.url(null, visit.cdn()), null, line.quantity(), Math.max(1, line.quantity()), null,
				"It stays in your basket, but is not part of the total.");
	}

}
