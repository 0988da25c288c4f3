package dev.clickpath.endtoend;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import org.awaitility.Awaitility;

/**
 * A Chromium of the machine's own, with an eye on what goes wrong in it.
 */
final class Browser implements AutoCloseable {

	/**
	 * With {@code RenderDocument} a window that is closed while a page comes may never
	 * say that it is closed. The last word on features counts, so the others are those
	 * that Playwright would switch off and that matter here.
	 */
	private static final String WITHOUT_FEATURES = "--disable-features=RenderDocument,"
			+ "AvoidUnnecessaryBeforeUnloadCheckSync,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding,"
			+ "ThirdPartyStoragePartitioning,Translate";

	/**
	 * Without that feature a page may be there before the picture of the last one is
	 * taken.
	 */
	private static final String NO_TRANSITION = "Transition was aborted because of invalid state. Page already revealed";

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--host-resolver-rules=MAP *.clickpath.test 127.0.0.1", WITHOUT_FEATURES);

	static {
		// Playwright is for one thread.
		Awaitility.pollInSameThread();
	}

	private final Playwright playwright = Playwright
		.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

	private final com.microsoft.playwright.Browser chromium = this.playwright.chromium()
		.launch(new BrowserType.LaunchOptions().setExecutablePath(BrowserCondition.chromium().orElseThrow())
			.setArgs(ARGUMENTS));

	/**
	 * A visitor who comes for the first time.
	 */
	Visitor visitor(com.microsoft.playwright.Browser.NewContextOptions options) {
		return new Visitor(this.chromium.newContext(options));
	}

	Visitor visitor() {
		return visitor(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1440, 900));
	}

	@Override
	public void close() {
		this.chromium.close();
		this.playwright.close();
	}

	static final class Visitor implements AutoCloseable {

		private final BrowserContext context;

		private final Page page;

		private final List<String> troubles = new CopyOnWriteArrayList<>();

		private final List<Response> responses = new CopyOnWriteArrayList<>();

		Visitor(BrowserContext context) {
			this.context = context;
			this.page = context.newPage();
			this.page.onConsoleMessage((message) -> {
				if (message.type().equals("error") || message.type().equals("warning")) {
					this.troubles.add("console: " + message.text());
				}
			});
			this.page.onPageError((error) -> {
				if (!error.contains(NO_TRANSITION)) {
					this.troubles.add("script: " + error);
				}
			});
			this.page.onRequestFailed((request) -> {
				// What is given up when the visitor goes on to the next page is no
				// failure.
				if (!"net::ERR_ABORTED".equals(request.failure())) {
					this.troubles.add("failed: " + request.url() + " " + request.failure());
				}
			});
			this.page.onResponse((response) -> {
				this.responses.add(response);
				if (response.status() >= 400) {
					this.troubles.add(response.status() + ": " + response.url());
				}
			});
		}

		Page page() {
			return this.page;
		}

		/**
		 * Console errors and warnings, script errors, failed requests and error answers.
		 */
		List<String> troubles() {
			return this.troubles;
		}

		List<Response> responses() {
			return this.responses;
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

}
