package dev.clickpath.catalog.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does many things at the same moment.
 */
public final class AtOnce {

	private AtOnce() {
	}

	/**
	 * Begins with all of them when each has its thread, and gives what came of each.
	 */
	public static <T> List<T> all(List<Callable<T>> all) throws Exception {
		CountDownLatch ready = new CountDownLatch(all.size());
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> futures = all.stream().map((each) -> threads.submit(() -> {
				ready.countDown();
				ready.await();
				return each.call();
			})).toList();
			List<T> results = new ArrayList<>();
			for (Future<T> future : futures) {
				results.add(future.get());
			}
			return results;
		}
	}

}
