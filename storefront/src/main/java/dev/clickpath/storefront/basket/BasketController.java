package dev.clickpath.storefront.basket;

import java.net.URI;
import java.util.List;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.behaviour.Behaviour;
import dev.clickpath.storefront.card.Stock;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Product;
import dev.clickpath.storefront.failure.MissingPageException;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.visit.Cookies;
import dev.clickpath.storefront.visit.ReturnPath;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The basket's page and its forms. Every change is answered with a redirect, so that
 * reloading changes nothing again.
 */
@Controller
class BasketController {

	private static final String BASKET = "/basket";

	private final Baskets baskets;

	private final BasketPages basketPages;

	private final Catalogue catalogue;

	private final Behaviour behaviour;

	private final Pages pages;

	private final Cookies cookies;

	BasketController(Baskets baskets, BasketPages basketPages, Catalogue catalogue, Behaviour behaviour, Pages pages,
			Cookies cookies) {
		this.baskets = baskets;
		this.basketPages = basketPages;
		this.catalogue = catalogue;
		this.behaviour = behaviour;
		this.pages = pages;
		this.cookies = cookies;
	}

	@GetMapping(BASKET)
	View basket(@RequestParam(required = false) @Nullable String notice, Visit visit, Assembly assembly,
			HttpServletResponse response) {
		List<BasketLine> lines = visit.stranger() ? List.of() : this.baskets.lines(visit.visitor());
		int count = BasketPages.count(lines);
		if (count != visit.basketCount()) {
			this.cookies.rememberBasketCount(response, count);
		}
		BasketPage page = this.basketPages.of(lines, BasketChange.words(notice).map(visit.words()::of).orElse(null),
				visit, assembly);
		return this.pages.page("basket", Frame.of(visit.words().of("basket.heading"), BASKET).passing(), page,
				visit.withBasketCount(count), assembly);
	}

	@PostMapping("/basket/items")
	ResponseEntity<Void> add(@RequestParam String product, @RequestParam(defaultValue = "1") int quantity,
			@RequestParam(name = "return", required = false) @Nullable String returnPath, Visit visit,
			Assembly assembly, HttpServletResponse response) {
		Product found = product(product, assembly);
		Stock stock = Stock.of(found.stock(), visit.words());
		BasketChange change = BasketChange.SOLD_OUT;
		if (!stock.isOut()) {
			change = this.baskets.add(visit.visitor(), product, Math.clamp(quantity, 1, 99), stock.most(),
					found.price());
			this.behaviour.addedToBasket(visit, product);
		}
		return changed(change, ReturnPath.orElse(returnPath, BASKET), visit, response);
	}

	@PostMapping("/basket/items/{product}")
	ResponseEntity<Void> change(@PathVariable String product, @RequestParam int quantity, Visit visit,
			Assembly assembly, HttpServletResponse response) {
		if (quantity < 1) {
			this.baskets.remove(visit.visitor(), product);
			return changed(BasketChange.DONE, BASKET, visit, response);
		}
		int most = Math.max(1, Stock.of(product(product, assembly).stock(), visit.words()).most());
		this.baskets.change(visit.visitor(), product, Math.min(quantity, most));
		return changed((quantity > most) ? BasketChange.LIMITED : BasketChange.DONE, BASKET, visit, response);
	}

	private Product product(String id, Assembly assembly) {
		return assembly.require(this.catalogue.product(id))
			.orElseThrow(() -> new MissingPageException("product.missing"));
	}

	private ResponseEntity<Void> changed(BasketChange change, String next, Visit visit, HttpServletResponse response) {
		this.cookies.rememberBasketCount(response, this.baskets.count(visit.visitor()));
		String to = (change == BasketChange.DONE) ? next : Query.of(BASKET).with("notice", change.slug()).href();
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(to)).build();
	}

}
