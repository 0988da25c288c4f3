package dev.clickpath.dns.listening;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PostTests {

	private final StandIn first = new StandIn();

	private final StandIn second = new StandIn();

	/** Listens until it is told to end, or its socket, if it had one, is closed. */
	private static final class StandIn implements Listener {

		private final CountDownLatch end = new CountDownLatch(1);

		private volatile boolean closed;

		@Override
		public void listen() {
			try {
				this.end.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		void end(Post post) {
			this.end.countDown();
			Awaitility.await().until(() -> !post.isManned());
		}

		@Override
		public void close() {
			this.closed = true;
			this.end.countDown();
		}

	}

	@AfterEach
	void endAll() {
		this.first.close();
		this.second.close();
	}

	@Test
	void whoListensIsLeftAlone() throws IOException {
		Post post = new Post("first", () -> this.first);
		post.relieve();
		assertThat(post.isManned()).isTrue();
		assertThat(this.first.closed).isFalse();
	}

	@Test
	void whoHasEndedIsRelievedAndLeavesNothingOpen() throws IOException {
		Deque<Listener> listeners = new ArrayDeque<>(List.of(this.first, this.second));
		Post post = new Post("both", listeners::remove);
		this.first.end(post);
		post.relieve();
		assertThat(post.isManned()).isTrue();
		assertThat(this.first.closed).isTrue();
		post.close();
		assertThat(this.second.closed).isTrue();
	}

	@Test
	void staysUnmannedAsLongAsNobodyCanListenThere() throws IOException {
		Deque<Post.Opening> openings = new ArrayDeque<>(List.of(() -> this.first, () -> {
			throw new IOException("as if");
		}, () -> this.second));
		Post post = new Post("both", () -> openings.remove().open());
		this.first.end(post);
		post.relieve();
		assertThat(post.isManned()).isFalse();
		post.relieve();
		assertThat(post.isManned()).isTrue();
	}

	@Test
	void nobodyIsSentToAPostThatIsClosed() throws IOException {
		Deque<Listener> listeners = new ArrayDeque<>(List.of(this.first, this.second));
		Post post = new Post("first", listeners::remove);
		post.close();
		this.first.end(post);
		post.relieve();
		assertThat(post.isManned()).isFalse();
		assertThat(listeners).containsExactly(this.second);
	}

	@Test
	void isNoneWhereNobodyCanListenFromTheBeginning() {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Post("nobody", () -> {
			throw new IOException("as if");
		})).withMessage("as if");
	}

}
