package dev.clickpath.endtoend;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.awaitility.Awaitility;

/**
 * A few people who keep asking for pages until closed.
 */
final class Traffic implements AutoCloseable {

	private static final int PEOPLE = 4;

	private static final List<String> PATHS = List.of("/", "/departments/garden", "/search?q=tent", "/basket");

	private final Function<String, HttpResponse<String>> get;

	private final AtomicBoolean open = new AtomicBoolean(true);

	private final AtomicInteger answered = new AtomicInteger();

	private final List<String> failures = new CopyOnWriteArrayList<>();

	private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

	private final List<Future<?>> visits = new ArrayList<>();

	/**
	 * @param get asks for a path
	 */
	Traffic(Function<String, HttpResponse<String>> get) {
		this.get = get;
		for (int i = 0; i < PEOPLE; i++) {
			this.visits.add(this.people.submit(this::visit));
		}
	}

	private void visit() {
		for (int i = 0; this.open.get(); i++) {
			String path = PATHS.get(i % PATHS.size());
			try {
				int status = this.get.apply(path).statusCode();
				if (status != 200) {
					this.failures.add(path + " " + status);
				}
			}
			catch (RuntimeException ex) {
				this.failures.add(path + " " + ex);
			}
			this.answered.incrementAndGet();
		}
	}

	void untilAnswered(int more) {
		int goal = this.answered.get() + more;
		Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> this.answered.get() >= goal);
	}

	List<String> failures() {
		return this.failures;
	}

	@Override
	public void close() throws Exception {
		this.open.set(false);
		for (Future<?> visit : this.visits) {
			visit.get();
		}
		this.people.close();
	}

}
