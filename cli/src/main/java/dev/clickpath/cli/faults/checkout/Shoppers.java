package dev.clickpath.cli.faults.checkout;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.clickpath.cli.shopping.Browser;
import dev.clickpath.cli.shopping.Card;
import dev.clickpath.cli.shopping.Form;
import dev.clickpath.cli.shopping.NoAnswerException;
import dev.clickpath.cli.shopping.Receipt;
import dev.clickpath.cli.shopping.Till;

/**
 * Everybody who comes to the shop.
 */
final class Shoppers implements AutoCloseable {

	/**
	 * A service that died often comes back after half a minute, and has to start then.
	 */
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	/** More at once only wait for each other: a password takes its time. */
	private static final int REGISTERING_AT_ONCE = 4;

	/**
	 * So many of those who rush send their form more than once, and as many more, who
	 * want something that does not run out.
	 */
	private static final int NERVOUS = 10;

	private static final int TIMES = 10;

	private static final int ADDRESSES = 250;

	private final URI shop;

	private final HttpClient client;

	private final Diary diary;

	private final String salt;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final ExecutorService asides = Executors.newVirtualThreadPerTaskExecutor();

	private final List<Browser> browsers = new ArrayList<>();

	private final AtomicBoolean over = new AtomicBoolean();

	private final Semaphore door = new Semaphore(REGISTERING_AT_ONCE);

	/**
	 * Nobody yet.
	 * @param salt makes their accounts other ones than those of an earlier trial
	 */
	Shoppers(URI shop, HttpClient client, Diary diary, String salt) {
		this.shop = shop;
		this.client = client;
		this.diary = diary;
		this.salt = salt;
	}

	/**
	 * Lets so many want one piece of the same at the same moment, and some more one of
	 * what there is plenty of, each with a filled-in form that some send several times at
	 * once; returns when all have an answer. Nobody comes for nothing.
	 */
	void rush(Wares wares, int number) throws InterruptedException {
		int all = (number > 0) ? number + NERVOUS : 0;
		CountDownLatch ready = new CountDownLatch(all);
		CountDownLatch answered = new CountDownLatch(all);
		for (int i = 0; i < all; i++) {
			int shopper = i;
			this.threads.execute(() -> {
				try {
					rush(wares, shopper, ready);
				}
				catch (NoAnswerException ex) {
					this.diary.giveUp(ex.seen());
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				finally {
					ready.countDown();
					answered.countDown();
				}
			});
		}
		answered.await();
	}

	private void rush(Wares wares, int shopper, CountDownLatch ready) throws NoAnswerException, InterruptedException {
		Till till = enter("rush-" + shopper);
		boolean certain = shopper < NERVOUS;
		till.add((certain ? wares.plentiful() : wares.rushed()).path(), 1);
		Optional<Form> form = till.checkout(Card.ACCEPTED);
		ready.countDown();
		if (form.isPresent()) {
			Receipt receipt = new Receipt(till.key(form.get()), Card.ACCEPTED.toString());
			this.diary.keep(receipt);
			ready.await();
			if (certain) {
				receipt.sendOften();
			}
			till.settled(till.sendOften(form.get(), receipt, (shopper < 2 * NERVOUS) ? TIMES : 1), receipt);
		}
	}

	/**
	 * Lets so many shop until they are sent away.
	 */
	void shop(List<Wares.Product> shelf, int number, Crowd crowd, Random random) {
		for (int i = 0; i < number; i++) {
			int shopper = i;
			Random own = new Random(random.nextLong());
			this.threads.execute(() -> shopAllTheTime(shelf, shopper, crowd, own));
		}
	}

	private void shopAllTheTime(List<Wares.Product> shelf, int number, Crowd crowd, Random random) {
		try {
			Shopper shopper = new Shopper(enter("buyer-" + number), crowd, this.diary, random);
			while (!this.over.get()) {
				try {
					shopper.shop(shelf);
				}
				catch (NoAnswerException ex) {
					this.diary.giveUp(ex.seen());
				}
			}
		}
		catch (NoAnswerException ex) {
			this.diary.giveUp(ex.seen());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Someone new, with an account of their own. */
	private Till enter(String name) throws NoAnswerException, InterruptedException {
		Browser browser = browser();
		Till till = new Till(browser, this.asides);
		this.door.acquire();
		try {
			till.register("%s-%s@shoppers.example".formatted(name, this.salt), "seven quiet kettles");
			return till;
		}
		finally {
			this.door.release();
		}
	}

	private Browser browser() {
		synchronized (this.browsers) {
			int number = this.browsers.size();
			// A network kept free for tests like this (RFC 2544).
			String address = "198.18.%d.%d".formatted(number / ADDRESSES, number % ADDRESSES);
			Browser browser = new Browser(this.client, this.shop, address, PATIENCE);
			this.browsers.add(browser);
			return browser;
		}
	}

	/** How often somebody had to ask again. */
	int repeats() {
		synchronized (this.browsers) {
			return this.browsers.stream().mapToInt(Browser::repeats).sum();
		}
	}

	/**
	 * Sends all away, and returns when everybody has finished what they were at.
	 */
	@Override
	public void close() {
		this.over.set(true);
		this.threads.close();
		this.asides.close();
	}

}
