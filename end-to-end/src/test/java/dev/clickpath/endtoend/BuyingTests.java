package dev.clickpath.endtoend;

import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Buying as a person does it, from the account to the cancelled order.
 */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuyingTests {

	private final Shop shop = Shop.open();

	private final Buying buying = new Buying(this.shop::gateway);

	private Browser browser;

	@BeforeAll
	void launch() {
		PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
		this.browser = new Browser();
	}

	@AfterAll
	void quit() {
		this.browser.close();
	}

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					en-GB, true,  en, Checkout,   Order and pay,            'Thank you, your order is placed',        Cancel the order,      Your order is cancelled
					de-DE, true,  de, Zur Kasse,  Kostenpflichtig bestellen, 'Danke, Ihre Bestellung ist eingegangen', Bestellung stornieren, Ihre Bestellung ist storniert
					en-GB, false, en, Checkout,   Order and pay,            'Thank you, your order is placed',        Cancel the order,      Your order is cancelled
					""")
	void registersSearchesPaysAndCancels(String locale, boolean javaScript, String language, String checkout,
			String order, String placed, String cancel, String cancelled) {
		try (Browser.Visitor visitor = visitor(locale, javaScript)) {
			Page page = visitor.page();
			this.buying.register(page);
			assertThat(page.locator("html")).hasAttribute("lang", language);
			Buying.putIntoBasket(page);
			page.locator("main a[href='/checkout']").first().click();
			assertThat(heading(page)).hasText(checkout);
			Buying.fillIn(page, "9999000000000012");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(order)).click();
			assertThat(heading(page)).hasText(placed);
			assertThat(page).hasURL(Pattern.compile(".*/orders/[0-9a-f-]{36}"));
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(cancel)).click();
			assertThat(heading(page)).hasText(cancelled);
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	@Test
	void aBankThatWantsACodeGetsIt() {
		try (Browser.Visitor visitor = visitor("en-GB", true)) {
			Page page = visitor.page();
			this.buying.register(page);
			Buying.putIntoBasket(page);
			page.navigate(this.shop.gateway("/checkout").toString());
			Buying.fillIn(page, "9999000000000046");
			page.locator("form.checkout button.button").click();
			page.waitForURL("**/orders/*/code");
			page.locator("#code").fill("000000");
			page.locator("form[action$='/code'] button").click();
			assertThat(page.locator("#code-error")).isVisible();
			page.locator("#code").fill(page.locator("#code-hint").innerText().replaceAll("\\D", ""));
			page.locator("form[action$='/code'] button").click();
			assertThat(heading(page)).hasText("Thank you, your order is placed");
		}
	}

	private Browser.Visitor visitor(String locale, boolean javaScript) {
		return this.browser.visitor(
				new NewContextOptions().setViewportSize(1440, 900).setLocale(locale).setJavaScriptEnabled(javaScript));
	}

	private static Locator heading(Page page) {
		return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
	}

}
