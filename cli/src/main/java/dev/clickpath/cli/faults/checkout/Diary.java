package dev.clickpath.cli.faults.checkout;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.clickpath.cli.shopping.Receipt;

/**
 * What all shoppers went through.
 */
final class Diary {

	private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();

	private final Queue<String> givenUp = new ConcurrentLinkedQueue<>();

	void keep(Receipt receipt) {
		this.receipts.add(receipt);
	}

	List<Receipt> receipts() {
		return List.copyOf(this.receipts);
	}

	/** A shopper gave up. */
	void giveUp(String seen) {
		this.givenUp.add(seen);
	}

	List<String> givenUp() {
		return List.copyOf(this.givenUp);
	}

}
