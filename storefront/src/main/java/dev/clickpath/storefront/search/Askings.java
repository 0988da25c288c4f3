package dev.clickpath.storefront.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clickpath.storefront.catalog.Asking;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.chores.Chore;
import dev.clickpath.storefront.visit.Visit;

import org.springframework.stereotype.Component;

/**
 * Tells the catalogue what visitors search for, so that it can suggest what many search
 * for. A browser that keeps no cookie would be somebody else each time and is not
 * counted; one network fills only so much of what is told.
 */
@Component
class Askings implements Chore {

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private static final int BOUND = 500;

	private static final int PORTION = 100;

	private static final int MOST_OF_A_NETWORK = 120;

	private static final int ASKER_BYTES = 8;

	/** So few that thousands of networks have the same. */
	private static final int NETWORK_BYTES = 2;

	private final Catalogue catalogue;

	private final BlockingQueue<Asking> untold = new ArrayBlockingQueue<>(BOUND);

	private final Cache<String, AtomicInteger> ofNetworks = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(Duration.ofHours(1))
		.build();

	Askings(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * Notes a search. What is too much is passed over.
	 * @param address of the visitor
	 */
	void note(String words, Visit visit, String address) {
		String network = network(address);
		if (visit.stranger() || visit.prefetch() || count(network) > MOST_OF_A_NETWORK) {
			return;
		}
		String query = words.toLowerCase(Locale.ROOT);
		var _ = this.untold.offer(new Asking(words, print("asker", visit.visitor(), query, ASKER_BYTES),
				print("network", network, query, NETWORK_BYTES)));
	}

	private int count(String network) {
		return this.ofNetworks.get(network, (first) -> new AtomicInteger()).incrementAndGet();
	}

	/** What one customer of a provider is given, and their neighbours. */
	private static String network(String address) {
		int end = (address.indexOf(':') < 0) ? address.lastIndexOf('.') : third(address);
		return (end > 0) ? address.substring(0, end) : address;
	}

	private static int third(String address) {
		int at = -1;
		for (int i = 0; i < 3; i++) {
			at = address.indexOf(':', at + 1);
		}
		return at;
	}

	private static String print(String what, String who, String query, int length) {
		try {
			byte[] print = MessageDigest.getInstance("SHA-256")
				.digest((what + '\0' + who + '\0' + query).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(print, 0, length);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	@Override
	public Duration pause() {
		return PAUSE;
	}

	@Override
	public void run() {
		List<Asking> portion = new ArrayList<>(PORTION);
		while (this.untold.drainTo(portion, PORTION) > 0) {
			this.catalogue.tell(portion);
			portion.clear();
		}
	}

}
