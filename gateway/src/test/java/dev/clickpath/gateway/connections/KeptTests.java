package dev.clickpath.gateway.connections;

import java.net.URI;
import java.time.Duration;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeptTests {

	private static final URI ONE = URI.create("http://127.0.0.1:8111");

	private static final URI OTHER = URI.create("http://127.0.0.1:8112");

	private final Kept kept = new Kept();

	private final EmbeddedChannel channel = new EmbeddedChannel();

	private final EmbeddedChannel later = new EmbeddedChannel();

	@Test
	void theOneUsedLastIsUsedNext() {
		Connection first = keep(this.channel);
		Connection second = keep(this.later);
		assertThat(this.kept.take(OTHER)).isNull();
		assertThat(this.kept.take(ONE)).isSameAs(second);
		assertThat(this.kept.take(ONE)).isSameAs(first);
		assertThat(this.kept.take(ONE)).isNull();
	}

	@Test
	void nothingIsKeptOfAnUpstreamWhoseLastConnectionHasEnded() {
		keep(this.channel);
		keep(this.later);
		assertThat(this.channel.close().isDone()).isTrue();
		assertThat(this.kept.isEmpty()).isFalse();
		assertThat(this.later.close().isDone()).isTrue();
		assertThat(this.kept.isEmpty()).isTrue();
	}

	@Test
	void norWhenItEndsInTheMidstOfItsExchange() {
		keep(this.channel);
		assertThat(this.kept.take(ONE)).isNotNull();
		assertThat(this.channel.close().isDone()).isTrue();
		assertThat(this.kept.isEmpty()).isTrue();
	}

	private Connection keep(EmbeddedChannel its) {
		Connection connection = new Connection(its, ONE, this.kept, Duration.ofSeconds(15));
		its.pipeline().addLast(connection);
		this.kept.add(ONE, connection);
		return connection;
	}

}
