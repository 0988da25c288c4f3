package dev.clickpath.endtoend;

import java.net.URI;
import java.util.UUID;
import java.util.function.Function;

import com.microsoft.playwright.Page;

/**
 * What a person does in a browser to buy something.
 *
 * @param address that of a path
 */
record Buying(Function<String, URI> address) {

	void register(Page page) {
		page.navigate(this.address.apply("/register").toString());
		page.locator("main input[name=name]").fill("Alma Lind");
		page.locator("main input[name=email]").fill("alma-" + UUID.randomUUID() + "@example.org");
		page.locator("main input[name=password]").fill("twelve owls or so");
		page.locator("main form[action='/register'] button").click();
		page.waitForURL((url) -> !url.contains("/register"));
	}

	static void putIntoBasket(Page page) {
		page.locator("input[name=q]").fill("kettle");
		page.locator("input[name=q]").press("Enter");
		page.locator("main a[href^='/products/']").first().click();
		page.locator("form[action='/basket/items'] button.button").click();
		page.waitForURL("**/basket*");
	}

	static void fillIn(Page page, String card) {
		page.locator("#address-name").fill("Alma Lind");
		page.locator("#address-street").fill("Lindenstraße 7");
		page.locator("#address-postcode").fill("10969");
		page.locator("#address-city").fill("Berlin");
		page.locator("select[name=country]").selectOption("DE");
		page.locator("input[name=delivery]").first().check();
		page.locator("#card-number").fill(card);
		page.locator("#card-expiry").fill("12/30");
		page.locator("#card-code").fill("123");
	}

}
