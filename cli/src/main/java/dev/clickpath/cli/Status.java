package dev.clickpath.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.clickpath.cli.process.Memory;
import dev.clickpath.cli.supervision.RunFile;
import dev.clickpath.cli.supervision.State;
import picocli.CommandLine.Command;

/**
 * Shows the shop's processes.
 */
@Command(name = "status", mixinStandardHelpOptions = true,
		description = "Shows each process with its memory; PSS shares common pages among those who use them.")
final class Status implements Runnable {

	private static final int KIBI = 1024;

	private final Table table = new Table(false, false, true, true, true, true, true);

	private Memory total = new Memory(0, 0);

	@Override
	public void run() {
		Optional<RunFile> run = RunFile.read(Place.current().home(), System.err::println);
		if (run.isEmpty()) {
			System.out.println("Nothing is running; start the shop with ./clickpath up.");
			return;
		}
		this.table.row("PROCESS", "STATE", "PID", "UPTIME", "RSS MiB", "PSS MiB", "RESTARTS", "ADDRESS");
		run.get().entries().forEach(this::add);
		Optional<ProcessHandle> supervisor = run.get().supervisor().handle();
		State state = run.get().open() ? State.UP : State.STARTING;
		supervisor.ifPresentOrElse((process) -> add("supervisor", state.toString(), process, "", ""),
				() -> this.table.row("supervisor", "killed", "", "", "", "", "", "./clickpath down ends what it left"));
		this.table.row("total", "", "", "", mebibytes(this.total.resident()), mebibytes(this.total.proportional()), "",
				"");
		this.table.lines().forEach(System.out::println);
	}

	private void add(RunFile.Entry entry) {
		String restarts = Integer.toString(entry.restarts());
		entry.handle()
			.ifPresentOrElse(
					(process) -> add(entry.name(), entry.state().toString(), process, restarts, entry.address()),
					() -> this.table.row(entry.name(), State.STOPPED, "", "", "", "", restarts, entry.address()));
	}

	private void add(String name, String state, ProcessHandle process, String restarts, String address) {
		Memory memory = name.equals("supervisor") ? Memory.ofAlone(process) : Memory.of(process);
		this.total = this.total.plus(memory);
		Instant now = Instant.now();
		this.table.row(name, state, process.pid(), uptime(process.info().startInstant().orElse(now), now),
				mebibytes(memory.resident()), mebibytes(memory.proportional()), restarts, address);
	}

	static String uptime(Instant start, Instant now) {
		Duration up = Duration.between(start, now);
		return "%d:%02d:%02d".formatted(up.toHours(), up.toMinutesPart(), up.toSecondsPart());
	}

	private static String mebibytes(long kibibytes) {
		return Long.toString(Math.ceilDiv(kibibytes, KIBI));
	}

}
