package dev.clickpath.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.clickpath.cli.Table;

/**
 * How many events came in.
 *
 * @param batch how many in a request
 * @param events how many were taken while it was measured, those told twice counted once
 * @param p50 milliseconds until a request was answered, which is when its events are on
 * the disk
 * @param serviceMicros CPU of the service for an event, learning included
 * @param databaseMicros CPU of PostgreSQL for an event
 * @param resident the service's memory in MiB
 * @param told how many different events were taken in all, warm-up included
 * @param stored how many are in the database
 */
record EventFigures(int batch, long events, double seconds, double p50, double p99, double serviceMicros,
		double databaseMicros, long resident, long told, long stored) {

	List<String> lines() {
		Table table = new Table(false, true);
		table.row("events a second, in batches of %d".formatted(this.batch), number(this.events / this.seconds, 0));
		table.row("a batch is on the disk after, p50", number(this.p50, 1) + " ms");
		table.row("a batch is on the disk after, p99", number(this.p99, 1) + " ms");
		table.row("CPU an event, service", number(this.serviceMicros, 1) + " µs");
		table.row("CPU an event, PostgreSQL", number(this.databaseMicros, 1) + " µs");
		table.row("memory of the service", this.resident + " MiB");
		table.row("different events acknowledged", "%,d".formatted(this.told));
		table.row("events stored", "%,d".formatted(this.stored));
		return new ArrayList<>(table.lines());
	}

	private static String number(double value, int digits) {
		return String.format(Locale.ROOT, "%,." + digits + "f", value);
	}

}
