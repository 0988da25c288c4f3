package dev.clickpath.cli.load.shoppers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.load.accounting.Ledger;
import dev.clickpath.cli.load.browsing.Bodies;
import dev.clickpath.cli.load.browsing.Surroundings;
import dev.clickpath.cli.load.browsing.Target;
import dev.clickpath.cli.load.browsing.Window;
import dev.clickpath.cli.shopping.NoAnswerException;
import dev.clickpath.cli.shopping.Page;

/**
 * Walks through the shop before all others, whatever catalogue it has, and finds out what
 * can be searched for. What it sees does not count.
 */
public final class Scout {

	private static final int MOST_DEPARTMENTS = 12;

	/** A shop that has just opened leaves out what it cannot have in time. */
	private static final int MOST_TRIES = 10;

	private static final long ANY_WIDTH = 1_000_000_000;

	private Scout() {
	}

	/**
	 * Words that stand in the names of products of all departments.
	 * @throws Problem if there is no shop there, or it does not work
	 */
	public static List<String> words(Target target, Duration patience) {
		Person person = new Person(0, "scout");
		Ledger aside = new Ledger(System::nanoTime, ANY_WIDTH);
		Set<String> words = new LinkedHashSet<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
				Window window = new Window(new Surroundings(target, aside, new Bodies(), threads, patience),
						person.cookies(), person.cache(), person.address(), person.identity())) {
			for (int i = 0; i < MOST_TRIES && words.isEmpty(); i++) {
				Page home = window.get("/");
				for (String department : Links.departments(home).keySet().stream().limit(MOST_DEPARTMENTS).toList()) {
					words.addAll(Links.words(window.get(department)));
				}
			}
		}
		catch (NoAnswerException ex) {
			throw new Problem("%s is no shop that works (%s); see ./clickpath status and logs."
				.formatted(target.gateway(), ex.seen()), ex);
		}
		if (words.isEmpty()) {
			throw new Problem("%s leads to no products, so nobody can shop there; is it another site?"
				.formatted(target.gateway()));
		}
		return new ArrayList<>(words);
	}

}
