package dev.clickpath.cli.bench.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

import com.sun.net.httpserver.HttpServer;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.bench.Load;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BalancerTests {

	private HttpServer server;

	private int status = 200;

	private byte[] body = Pages.PAGE;

	@BeforeEach
	void open() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
		this.server.createContext(Pages.PATH, (exchange) -> {
			exchange.sendResponseHeaders(this.status, this.body.length);
			exchange.getResponseBody().write(this.body);
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void close() {
		this.server.stop(0);
	}

	@Test
	void answersWithThePageAndNothingElse() {
		assertThat(answers()).isTrue();
		this.status = 503;
		assertThat(answers()).isFalse();
		this.status = 200;
		this.body = Arrays.copyOf(Pages.PAGE, Pages.PAGE.length - 1);
		assertThat(answers()).isFalse();
		this.server.stop(0);
		assertThat(answers()).isFalse();
	}

	@Test
	void thoseOnTheJvmNeedToWarmUp() {
		assertThat(balancer(Balancer.GATEWAY).needsWarmUp()).isTrue();
		assertThat(balancer(Balancer.STOCK).needsWarmUp()).isTrue();
		assertThat(Peer.all()).noneMatch((peer) -> balancer(peer.name()).needsWarmUp());
	}

	@Test
	void aWrongAnswerUnderLoadIsNoFigure() {
		Load load = new Load(1_000, 1_000_000, 300, 900, 0, 0);
		assertThat(BenchGateway.checked(balancer("nginx"), load)).isSameAs(load);
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> BenchGateway.checked(balancer("nginx"), new Load(1_000, 1_000_000, 300, 900, 3, 4)))
			.withMessage("nginx gave 7 wrong answers while it was measured.");
	}

	private boolean answers() {
		return Balancer.answers(this.server.getAddress().getPort());
	}

	private static Balancer balancer(String name) {
		return new Balancer(name, ProcessHandle.current(), 1);
	}

}
