package dev.clickpath.cli.faults.checkout;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.process.LifeLine;
import dev.clickpath.cli.supervision.RunFile;
import dev.clickpath.cli.supervision.State;

/**
 * The processes of a shop, as its supervisor has written them down.
 *
 * @param home of the shop
 */
record Processes(Home home) implements Victims {

	@Override
	public Optional<String> kill(Target target, RandomGenerator random) {
		return switch (target) {
			case STOREFRONT -> killOne("storefront-", random);
			case CATALOG -> killOne("catalog-service", random);
			case RECOMMENDATION -> killOne("recommendation-service", random);
			case POSTMASTER -> killOne(House.POSTGRES, random);
			case DATABASE -> process(House.POSTGRES, random).map(Processes::killWithChildren);
			case BACKEND -> process(House.POSTGRES, random).flatMap((server) -> killChild(server, random));
		};
	}

	private Optional<String> killOne(String prefix, RandomGenerator random) {
		return process(prefix, random).map((victim) -> {
			victim.handle().destroyForcibly();
			return victim.toString();
		});
	}

	private static String killWithChildren(Victim server) {
		List<ProcessHandle> children = children(server);
		server.handle().destroyForcibly();
		children.forEach(ProcessHandle::destroyForcibly);
		return "%s and %d more".formatted(server, children.size());
	}

	private static Optional<String> killChild(Victim server, RandomGenerator random) {
		List<ProcessHandle> children = children(server);
		if (children.isEmpty()) {
			return Optional.empty();
		}
		ProcessHandle child = children.get(random.nextInt(children.size()));
		child.destroyForcibly();
		return Optional.of(new Victim(server.name() + "'s child", child).toString());
	}

	private static List<ProcessHandle> children(Victim server) {
		return server.handle().children().filter((child) -> !LifeLine.isWatcher(child)).toList();
	}

	private Optional<Victim> process(String prefix, RandomGenerator random) {
		List<Victim> alive = entries().stream()
			.filter((entry) -> entry.name().startsWith(prefix))
			.flatMap((entry) -> entry.handle().map((handle) -> new Victim(entry.name(), handle)).stream())
			.toList();
		return alive.isEmpty() ? Optional.empty() : Optional.of(alive.get(random.nextInt(alive.size())));
	}

	/** Whether all are up. */
	boolean areUp() {
		List<RunFile.Entry> entries = entries();
		return !entries.isEmpty() && entries.stream().allMatch((entry) -> entry.state() == State.UP);
	}

	/** How often they were started again. */
	int restarts() {
		return entries().stream().mapToInt(RunFile.Entry::restarts).sum();
	}

	private List<RunFile.Entry> entries() {
		return RunFile.read(this.home).map(RunFile::entries).orElse(List.of());
	}

	/**
	 * A process that lives.
	 *
	 * @param name what it is called
	 * @param handle the process
	 */
	private record Victim(String name, ProcessHandle handle) {

		@Override
		public String toString() {
			return "%s (%d)".formatted(this.name, this.handle.pid());
		}

	}

}
