package dev.clickpath.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody watches the live map and hangs a storefront, while others go shopping.
 */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveMapTests {

	private static final LocatorAssertions.HasAttributeOptions SOON = new LocatorAssertions.HasAttributeOptions()
		.setTimeout(20_000);

	private final Shop shop = Shop.open();

	private Browser browser;

	@BeforeAll
	void launch() {
		this.browser = new Browser();
	}

	@AfterAll
	void quit() {
		this.browser.close();
	}

	@Test
	void aStorefrontHangsOnTheMapAndNoPageFails() throws Exception {
		AtomicBoolean open = new AtomicBoolean(true);
		List<String> failures = new ArrayList<>();
		Thread shopper = Thread.ofVirtual().start(() -> {
			while (open.get()) {
				int status = this.shop.get("/departments/kitchen").statusCode();
				if (status != 200) {
					failures.add("status " + status);
				}
			}
		});
		try (Browser.Visitor visitor = this.browser.visitor()) {
			Page page = visitor.page();
			page.navigate(this.shop.gateway("/journey/live").toString());
			Locator second = page.locator("tr[data-name='storefront-2']");
			assertThat(second).hasAttribute("data-state", "available", SOON);
			assertThat(page.locator("[data-part='requests']")).hasText(Pattern.compile("[1-9].*"));

			page.locator("#live-token").fill("wrong");
			second.locator("[data-switch='hang']").click();
			assertThat(page.locator("[data-part='result']")).containsText("not the token");
			assertThat(visitor.troubles()).allMatch((trouble) -> trouble.contains("401"));

			page.locator("#live-token").fill(token());
			second.locator("[data-switch='hang']").click();
			assertThat(page.locator("[data-part='result']")).containsText("goes on after a minute");
			assertThat(second).not().hasAttribute("data-state", "available", SOON);
			assertThat(page.locator("tr[data-name='storefront-1']")).hasAttribute("data-state", "available");

			page.locator("[data-switch='resume']").click();
			assertThat(second).hasAttribute("data-state", "available", SOON);
		}
		finally {
			open.set(false);
			shopper.join();
		}
		assertThat(failures).isEmpty();
	}

	@Test
	void saysSoWhenTheLineIsBrokenOrNothingComesAndGoesOnAfterwards() throws Exception {
		try (Browser.Visitor visitor = this.browser.visitor()) {
			Page page = visitor.page();
			page.navigate(this.shop.gateway("/journey/live").toString());
			isConnected(page, true);

			long hung = this.shop.pidOf("gateway");
			signal("STOP", hung);
			try {
				isConnected(page, false);
			}
			finally {
				signal("CONT", hung);
			}
			isConnected(page, true);

			signal("KILL", hung);
			isConnected(page, false);
			isConnected(page, true);
			assertThat(page.locator("tr[data-name='storefront-1']")).hasAttribute("data-state", "available", SOON);
		}
	}

	private static void isConnected(Page page, boolean connected) {
		assertThat(page.locator("#live")).hasAttribute("data-connected", String.valueOf(connected),
				new LocatorAssertions.HasAttributeOptions().setTimeout(90_000));
		assertThat(page.locator("[data-part='connection']"))
			.containsText(connected ? "Connected" : "No connection at the moment");
	}

	private static void signal(String name, long pid) throws Exception {
		new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).inheritIO().start().waitFor();
	}

	private String token() throws IOException {
		return Files.readString(this.shop.commandLine().home().resolve("run").resolve("switches-token")).strip();
	}

}
