package dev.clickpath.cli.bench.checkout;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.clickpath.cli.shopping.Browser;
import dev.clickpath.cli.shopping.NoAnswerException;
import dev.clickpath.cli.shopping.Till;

/**
 * All who buy, until they are sent away.
 */
final class Buyers implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final HttpClient client = Browser.client();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final AtomicBoolean over = new AtomicBoolean();

	private final List<Till> tills = new ArrayList<>();

	private Buyers() {
	}

	/**
	 * Lets them in, each with a new account.
	 */
	static Buyers enter(URI shop, int number) throws NoAnswerException {
		Buyers buyers = new Buyers();
		try {
			for (int i = 0; i < number; i++) {
				// A network kept free for tests like this (RFC 2544).
				Browser browser = new Browser(buyers.client, shop, "198.18.1." + (i + 1), PATIENCE);
				Till till = new Till(browser, buyers.threads);
				till.register("buyer-%d@shoppers.example".formatted(i), "seven quiet kettles");
				buyers.tills.add(till);
			}
			return buyers;
		}
		catch (NoAnswerException ex) {
			buyers.close();
			throw ex;
		}
	}

	void buy(List<String> goods, Duration pause, Purchases purchases) {
		for (int i = 0; i < this.tills.size(); i++) {
			Buyer buyer = new Buyer(this.tills.get(i), goods, pause, new Random(i));
			this.threads.execute(() -> buyer.buyUntil(this.over::get, purchases));
		}
	}

	@Override
	public void close() {
		this.over.set(true);
		this.threads.close();
		this.client.close();
	}

}
