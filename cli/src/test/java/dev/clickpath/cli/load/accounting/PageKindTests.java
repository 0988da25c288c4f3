package dev.clickpath.cli.load.accounting;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageKindTests {

	@ParameterizedTest
	@CsvSource({ "GET, /, '', HOME", "GET, /departments/kitchen, '', DEPARTMENT",
			"GET, /departments/kitchen, category=kettles, DEPARTMENT",
			"GET, /departments/kitchen, category=kettles&brand=Halvora, NARROWED",
			"GET, /departments/kitchen, attr.colour=red, NARROWED", "GET, /search, q=kettle, SEARCH",
			"GET, /search, q=brand, SEARCH", "GET, /search, q=kettle&department=kitchen, NARROWED",
			"GET, /search/suggestions, q=ke, SUGGESTIONS", "GET, /products/k1/red-kettle, '', PRODUCT",
			"GET, /basket, '', BASKET", "POST, /basket/items, '', ADDING", "POST, /basket/items/k1, '', ADDING",
			"GET, /register, '', FORM", "POST, /register, '', REGISTER", "POST, /sign-in, '', SIGN_IN",
			"GET, /checkout, '', CHECKOUT", "POST, /checkout, '', PAYMENT",
			"POST, /orders/00000000-0000-0000-0000-000000000001/code, '', PAYMENT", "GET, /orders, '', ORDERS",
			"POST, /products/k1/look, '', SCRIPT" })
	void knowsPagesByTheirAddresses(String method, String path, String query, PageKind kind) {
		assertThat(PageKind.of(method, path, query)).isEqualTo(kind);
	}

}
