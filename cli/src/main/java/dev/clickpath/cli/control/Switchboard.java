package dev.clickpath.cli.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.process.ProcessId;
import dev.clickpath.cli.process.Signal;
import dev.clickpath.cli.supervision.RunFile;
import dev.clickpath.cli.supervision.State;

/**
 * Hangs and kills processes of the shop. Whatever hangs goes on by itself after a while:
 * nobody has to remember it. One storefront always stays as it is, so that the shop goes
 * on.
 */
final class Switchboard implements AutoCloseable {

	private final Home home;

	private final Map<String, String> zones;

	private final Set<String> others;

	private final Duration lasting;

	/**
	 * What hangs, with the hang that it is in: the end of an earlier one is not its end.
	 */
	private final Map<ProcessId, Object> hung = new LinkedHashMap<>();

	private final ScheduledExecutorService later;

	/**
	 * A switchboard.
	 * @param zones where each storefront stands, by its name
	 * @param others what else may hang
	 * @param lasting for how long things hang
	 */
	Switchboard(Home home, Map<String, String> zones, Set<String> others, Duration lasting) {
		this(home, zones, others, lasting, Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "switchboard");
			thread.setDaemon(true);
			return thread;
		}));
	}

	Switchboard(Home home, Map<String, String> zones, Set<String> others, Duration lasting,
			ScheduledExecutorService later) {
		this.home = home;
		this.zones = Map.copyOf(zones);
		this.others = Set.copyOf(others);
		this.lasting = lasting;
		this.later = later;
	}

	/**
	 * Has a process do nothing for a while.
	 */
	synchronized Result hang(String name) {
		if (!this.zones.containsKey(name) && !this.others.contains(name)) {
			return Result.NOT_RUNNING;
		}
		return hang(Set.of(name));
	}

	/**
	 * Has all storefronts of a zone do nothing for a while.
	 */
	synchronized Result hangZone(String zone) {
		Set<String> names = this.zones.keySet()
			.stream()
			.filter((name) -> zone.equals(this.zones.get(name)))
			.collect(Collectors.toSet());
		return hang(names);
	}

	private Result hang(Set<String> names) {
		List<RunFile.Entry> entries = running().stream().filter((entry) -> names.contains(entry.name())).toList();
		if (entries.isEmpty()) {
			return Result.NOT_RUNNING;
		}
		if (!leavesOne(names)) {
			return Result.ONE_HAS_TO_STAY;
		}
		entries.forEach((entry) -> Optional.ofNullable(entry.process()).ifPresent(this::hang));
		return Result.HUNG;
	}

	private void hang(ProcessId process) {
		Object hang = new Object();
		Signal.STOP.send(process.pid());
		this.hung.put(process, hang);
		ScheduledFuture<?> _ = this.later.schedule(() -> resume(process, hang), this.lasting.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/**
	 * Kills a storefront, which then starts again.
	 */
	synchronized Result stop(String name) {
		Optional<ProcessHandle> process = running().stream()
			.filter((entry) -> entry.name().equals(name) && this.zones.containsKey(name))
			.findFirst()
			.flatMap(RunFile.Entry::handle);
		if (process.isEmpty()) {
			return Result.NOT_RUNNING;
		}
		if (!leavesOne(Set.of(name))) {
			return Result.ONE_HAS_TO_STAY;
		}
		process.get().destroyForcibly();
		return Result.STOPPED;
	}

	/** Others than storefronts can be done without. */
	private boolean leavesOne(Set<String> names) {
		return names.stream().noneMatch(this.zones::containsKey) || running().stream()
			.filter((entry) -> this.zones.containsKey(entry.name()) && !names.contains(entry.name()))
			.anyMatch((entry) -> !this.hung.containsKey(entry.process()));
	}

	private List<RunFile.Entry> running() {
		return RunFile.read(this.home)
			.map(RunFile::entries)
			.orElse(List.of())
			.stream()
			.filter((entry) -> entry.state() == State.UP && entry.handle().isPresent())
			.toList();
	}

	/**
	 * Has everything go on that hangs.
	 */
	synchronized Result resume() {
		Map.copyOf(this.hung).forEach(this::resume);
		return Result.RESUMED;
	}

	private synchronized void resume(ProcessId process, Object hang) {
		if (this.hung.remove(process, hang) && process.isAlive()) {
			Signal.CONT.send(process.pid());
		}
	}

	/** A process that hangs would not hear that it is to end. */
	@Override
	public void close() {
		this.later.shutdownNow();
		resume();
	}

}
