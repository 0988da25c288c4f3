package dev.clickpath.dns.listening;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PostTests {

	private final StandIn first = new StandIn();

	private final StandIn second = new StandIn();

	private static final class StandIn implements Listener {

		private boolean listening = true;

		private boolean closed;

		@Override
		public boolean isListening() {
			return this.listening;
		}

		@Override
		public void close() {
			this.closed = true;
			this.listening = false;
		}

	}

	@Test
	void whoListensIsLeftAlone() throws IOException {
		Post post = new Post(() -> this.first);
		post.relieve();
		assertThat(post.isManned()).isTrue();
		assertThat(this.first.closed).isFalse();
	}

	@Test
	void whoHasEndedIsRelievedAndLeavesNothingOpen() throws IOException {
		Deque<Listener> listeners = new ArrayDeque<>(List.of(this.first, this.second));
		Post post = new Post(listeners::remove);
		this.first.listening = false;
		assertThat(post.isManned()).isFalse();
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
		Post post = new Post(() -> openings.remove().open());
		this.first.listening = false;
		post.relieve();
		assertThat(post.isManned()).isFalse();
		post.relieve();
		assertThat(post.isManned()).isTrue();
	}

	@Test
	void nobodyIsSentToAPostThatIsClosed() throws IOException {
		Post post = new Post(() -> this.first);
		post.close();
		post.relieve();
		assertThat(post.isManned()).isFalse();
	}

	@Test
	void isNoneWhereNobodyCanListenFromTheBeginning() {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Post(() -> {
			throw new IOException("as if");
		})).withMessage("as if");
	}

}
