package dev.clickpath.cli.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.http.Reply;
import dev.clickpath.cli.http.Wire;
import dev.clickpath.cli.process.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

/**
 * A stand-in for a storefront, in a process of its own.
 */
class InstanceTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@TempDir
	private Path folder;

	private final int port = FreePorts.anyPair();

	private Instance instance;

	@BeforeEach
	void start() {
		this.instance = new Instance("127.0.0.1", this.port, "storefront-1", "eu", this.folder);
		this.instance.start();
	}

	@AfterEach
	void close() {
		this.instance.close();
	}

	@Test
	void sendsItsPageWithALengthOrWhileItIsMade() throws IOException {
		try (Wire wire = Wire.open(this.port, PATIENCE)) {
			Reply page = wire.ask("GET", StandIn.PAGE, Map.of());
			assertThat(page.field("Content-Length")).isEqualTo(Integer.toString(StandIn.page().length));
			assertThat(page.body().readAllBytes()).isEqualTo(StandIn.page());
			Reply streamed = wire.ask("GET", StandIn.STREAMED, Map.of());
			assertThat(streamed.field("Transfer-Encoding")).isEqualTo("chunked");
			assertThat(streamed.body().readAllBytes()).isEqualTo(StandIn.page());
		}
	}

	@Test
	void misbehavesUntilItIsToldToStop() throws IOException {
		this.instance.behave(new Behaviour(0, 100, true));
		assertThat(status(StandIn.PAGE)).isEqualTo(503);
		this.instance.behave(new Behaviour(300, 0, true));
		long start = System.nanoTime();
		assertThat(status(StandIn.PAGE)).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
		this.instance.behave(new Behaviour(0, 0, false));
		assertThatIOException().isThrownBy(() -> status(StandIn.PAGE));
		assertThat(readiness()).contains("\"status\":\"UP\"");
		this.instance.behave(Behaviour.GOOD);
		assertThat(status(StandIn.PAGE)).isEqualTo(200);
	}

	@Test
	void saysThatItLeavesBeforeItIsGone() throws IOException {
		assertThat(readiness()).contains("\"name\":\"storefront-1\"", "\"zone\":\"eu\"", "\"leaving\":false");
		CompletableFuture<Void> stopped = CompletableFuture.runAsync(this.instance::stop);
		await().untilAsserted(() -> assertThat(readiness()).contains("\"leaving\":true", "OUT_OF_SERVICE"));
		assertThat(status(StandIn.PAGE)).isEqualTo(200);
		stopped.join();
		assertThatIOException().isThrownBy(() -> status(StandIn.PAGE));
		this.instance.start();
		assertThat(status(StandIn.PAGE)).isEqualTo(200);
	}

	@Test
	void isGoneAtOnceWhenItIsKilled() throws IOException {
		this.instance.kill();
		assertThatIOException().isThrownBy(() -> status(StandIn.PAGE));
		this.instance.start();
		assertThat(status(StandIn.PAGE)).isEqualTo(200);
	}

	@Test
	void doesNotOutliveItsEndEvenWhenItWasStoppedInItsTracks() {
		this.instance.signal(Signal.STOP);
		this.instance.close();
		assertThatIOException().isThrownBy(() -> status(StandIn.PAGE));
	}

	@Test
	void saysWhyItDoesNotStart() throws IOException {
		int taken = FreePorts.anyPair();
		try (ServerSocket _ = new ServerSocket(taken, 1, InetAddress.ofLiteral("127.0.0.1"));
				Instance second = new Instance("127.0.0.1", taken, "storefront-2", "eu", this.folder)) {
			assertThatExceptionOfType(Problem.class).isThrownBy(second::start)
				.withMessage(
						"storefront-2 ended at its start: It cannot listen at 127.0.0.1:%d: Address already in use.",
						taken);
		}
	}

	private int status(String path) throws IOException {
		try (Wire wire = Wire.open(this.port, PATIENCE)) {
			return wire.ask("GET", path, Map.of()).status();
		}
	}

	private String readiness() throws IOException {
		try (Wire wire = Wire.open(this.port + StandIn.MANAGEMENT, PATIENCE)) {
			return new String(wire.ask("GET", StandIn.READINESS, Map.of()).body().readAllBytes(),
					StandardCharsets.UTF_8);
		}
	}

}
