package dev.clickpath.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.clickpath.cli.application.Application;
import dev.clickpath.cli.application.Programs;
import dev.clickpath.cli.application.Training;
import dev.clickpath.cli.certificates.Certificates;
import dev.clickpath.cli.control.ControlServer;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.house.Service;
import dev.clickpath.cli.postgres.Postgres;
import dev.clickpath.cli.supervision.Leftovers;
import dev.clickpath.cli.supervision.RunLock;
import dev.clickpath.cli.supervision.Supervisor;

/**
 * The running shop, held by this process.
 */
final class Shop implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofMinutes(3);

	/** Loading and indexing a large catalogue takes its time. */
	private static final Duration PER_THOUSAND_PRODUCTS = Duration.ofSeconds(2);

	private final RunLock lock;

	private final Supervisor supervisor;

	private final Training training;

	private final ControlServer control;

	private Shop(RunLock lock, Supervisor supervisor, Training training, ControlServer control) {
		this.lock = lock;
		this.supervisor = supervisor;
		this.training = training;
		this.control = control;
	}

	/**
	 * Opens the shop and returns when all of it is ready. It closes when this process is
	 * asked to end.
	 * @param fresh whether to forget the data first
	 * @throws Problem when something is in the way; then nothing runs
	 */
	static Shop open(Place place, House house, boolean fresh, PrintStream out) {
		return open(place, house, fresh, startLimit(house), out);
	}

	/**
	 * The same with another limit to how long the start may take.
	 */
	static Shop open(Place place, House house, boolean fresh, Duration limit, PrintStream out) {
		RunLock lock = RunLock.take(place.home().open());
		try {
			return open(place, house, fresh, limit, out, lock);
		}
		catch (RuntimeException ex) {
			lock.close();
			throw ex;
		}
	}

	private static Shop open(Place place, House house, boolean fresh, Duration limit, PrintStream out, RunLock lock) {
		Home home = place.home();
		if (Leftovers.end(lock, out::println) > 0) {
			out.println("Ended what an earlier run had left behind.");
		}
		Supervisor supervisor = Supervisor.open(home, InstantSource.system(), out);
		// Whoever wants it to stop need not wait until it is open.
		AtomicReference<Runnable> end = new AtomicReference<>(supervisor::close);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> end.get().run(), "close"));
		try {
			Programs programs = prepare(place, house, fresh);
			Shop shop = new Shop(lock, supervisor, new Training(house, home, programs),
					ControlServer.open(house, home, new ControlServer.Neighbours(() -> purgesEdge(home),
							(delay, lasting) -> Slowness.ask(house, delay, lasting))));
			end.set(shop::close);
			supervisor.start(programs.all(), limit);
			return shop;
		}
		catch (RuntimeException ex) {
			end.get().run();
			throw ex;
		}
	}

	/** Sees to it that there is all that the programs need. */
	private static Programs prepare(Place place, House house, boolean fresh) {
		Home home = place.home();
		FreePorts.check(house);
		// Those who trust the authority do so for longer than for one set of data.
		Certificates certificates = new Certificates(home);
		certificates.prepare(InstantSource.system());
		if (fresh) {
			Postgres.forget(home);
		}
		Postgres postgres = new Postgres(home, House.DATABASES);
		postgres.prepare();
		return new Programs(house, home, postgres, certificates, applications(place, house));
	}

	/** Tells whether the edge has forgotten everything. */
	private static boolean purgesEdge(Home home) {
		try {
			new EdgeCache(home).purgeEverything();
			return true;
		}
		catch (Problem problem) {
			return false;
		}
	}

	private static Map<String, Application> applications(Place place, House house) {
		List<String> modules = house.services().stream().map(Service::module).distinct().toList();
		return modules.parallelStream()
			.collect(Collectors.toMap(Function.identity(),
					(module) -> Application.of(place.checkout(), module, place.home())));
	}

	private static Duration startLimit(House house) {
		int products = (house.products() != null) ? house.products() : 0;
		return START_LIMIT.plus(PER_THOUSAND_PRODUCTS.multipliedBy(products / 1000));
	}

	/**
	 * What makes the next start quicker.
	 */
	Training training() {
		return this.training;
	}

	@Override
	public void close() {
		this.control.close();
		this.training.close();
		this.supervisor.close();
		this.lock.close();
	}

}
