package dev.clickpath.cli.soak;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * An origin that has all of a {@link Shelf} and fails in every way. It speaks HTTP/1.1 by
 * hand: no server would break its own rules on request.
 */
final class FaultyOrigin implements AutoCloseable {

	/** Longer than the edge waits. */
	static final Duration HANG = Duration.ofSeconds(3);

	private static final int BACKLOG = 512;

	private static final int BUFFER = 16 * 1024;

	/** Between the choice of a version and the answer, so that purges fall in between. */
	private static final int SLOWEST_MILLIS = 30;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final ServerSocket server;

	private final Shelf shelf;

	private final Ledger ledger;

	private final Tally tally;

	private final Supplier<Fault> faults;

	/**
	 * Listens.
	 * @param faults chooses what goes wrong with each answer
	 */
	FaultyOrigin(int port, Shelf shelf, Ledger ledger, Tally tally, Supplier<Fault> faults) {
		this.shelf = shelf;
		this.ledger = ledger;
		this.tally = tally;
		this.faults = faults;
		try {
			this.server = new ServerSocket();
			this.server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The origin cannot listen", ex);
		}
		this.threads.execute(this::accept);
	}

	int port() {
		return this.server.getLocalPort();
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				this.threads.execute(() -> serve(socket));
			}
			catch (IOException ex) {
				// Closed, or the other side is gone already.
			}
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			socket.setTcpNoDelay(true);
			BufferedReader input = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
			OutputStream output = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
			boolean open = true;
			while (open) {
				Request request = Request.read(input);
				open = request != null && answer(request, socket, output);
			}
		}
		catch (IOException ex) {
			// The other side is gone.
		}
	}

	private record Request(String method, String path, Map<String, String> fields) {

		static @Nullable Request read(BufferedReader input) throws IOException {
			String start = input.readLine();
			if (start == null) {
				return null;
			}
			Map<String, String> fields = new HashMap<>();
			for (String line = input.readLine(); line != null && !line.isEmpty(); line = input.readLine()) {
				int colon = line.indexOf(':');
				fields.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
			}
			int space = start.indexOf(' ');
			return new Request(start.substring(0, space), start.substring(space + 1, start.lastIndexOf(' ')), fields);
		}

		boolean isHead() {
			return this.method.equals("HEAD");
		}

	}

	/** Tells whether the connection stays open. */
	private boolean answer(Request request, Socket socket, OutputStream output) throws IOException {
		Resource resource = this.shelf.at(request.path());
		if (resource == null) {
			return false;
		}
		long version = this.ledger.newest(resource);
		ThreadLocalRandom random = ThreadLocalRandom.current();
		if (random.nextInt(4) == 0) {
			pause(Duration.ofMillis(random.nextInt(SLOWEST_MILLIS)));
		}
		OriginAnswer answer = OriginAnswer.to(resource, version, request.isHead(), request.fields());
		Fault fault = answer.possible(this.faults.get());
		if (fault == Fault.NONE) {
			answer.send(output);
			return true;
		}
		this.ledger.failed(resource);
		this.tally.failed(fault);
		boolean open = fail(fault, answer, socket, output);
		this.ledger.failed(resource);
		return open;
	}

	private static boolean fail(Fault fault, OriginAnswer answer, Socket socket, OutputStream output)
			throws IOException {
		switch (fault) {
			case NONE -> throw new IllegalArgumentException("No fault");
			// With nothing to linger for, a closed connection is a reset one.
			case RESET -> socket.setSoLinger(true, 0);
			case BROKEN_HEAD -> answer.sendHalfHead(output);
			case BROKEN_BODY -> answer.sendHalf(output);
			case SERVER_ERROR -> answer.sendError(output, 500);
			case UNAVAILABLE -> answer.sendError(output, 503);
			case HANG -> pause(HANG);
			case HANG_IN_BODY -> {
				answer.sendHalf(output);
				pause(HANG);
			}
		}
		return fault == Fault.SERVER_ERROR || fault == Fault.UNAVAILABLE;
	}

	private static void pause(Duration time) {
		LockSupport.parkNanos(time.toNanos());
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			// Nobody asks it any more either way.
		}
		this.threads.shutdownNow();
	}

}
