package dev.clickpath.gateway.listening;

import java.nio.channels.ClosedChannelException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;

import io.netty.channel.ChannelFuture;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(OutputCaptureExtension.class)
class HandshakeFailuresTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));

	private final HandshakeFailures failures = new HandshakeFailures(this.now::get);

	@Test
	void areToldInASentenceAndEndTheConnection(CapturedOutput output) {
		EmbeddedChannel channel = fail(new NotSslRecordException("not an SSL/TLS record: 474554"));
		assertThat(channel.isOpen()).isFalse();
		assertThat(output).contains("came to nothing: it does not speak TLS").doesNotContain("474554", "\tat ");
	}

	@Test
	void areCountedWithinAMinute(CapturedOutput output) {
		for (int i = 0; i < 4; i++) {
			fail(new SSLHandshakeException("no shared cipher"));
		}
		assertThat(output.getAll().split("came to nothing", -1)).hasSize(2);
		this.now.set(this.now.get().plus(HandshakeFailures.PAUSE));
		fail(new SSLHandshakeException("no shared cipher"));
		assertThat(output).contains("no shared cipher, and with 3 others since the last message");
	}

	@Test
	void areToldOnceThoughTheyShowTwice(CapturedOutput output) {
		EmbeddedChannel channel = new EmbeddedChannel(this.failures);
		SSLHandshakeException failure = new SSLHandshakeException("bad certificate");
		channel.pipeline().fireUserEventTriggered(new SslHandshakeCompletionEvent(failure));
		channel.pipeline().fireExceptionCaught(new DecoderException(failure));
		assertThat(channel.isOpen()).isFalse();
		this.now.set(this.now.get().plus(HandshakeFailures.PAUSE));
		fail(new SSLHandshakeException("another"));
		assertThat(output).contains("bad certificate").doesNotContain("others since");
	}

	@Test
	void ofAClientThatHasGoneAreNotTold(CapturedOutput output) {
		EmbeddedChannel channel = new EmbeddedChannel(this.failures);
		ChannelFuture _ = channel.close();
		channel.pipeline().fireUserEventTriggered(new SslHandshakeCompletionEvent(new ClosedChannelException()));
		assertThat(output).doesNotContain("came to nothing");
	}

	@Test
	void whatElseFailsIsTheBusinessOfOthers() {
		EmbeddedChannel channel = new EmbeddedChannel(this.failures);
		channel.pipeline().fireExceptionCaught(new IllegalStateException("another"));
		assertThatIllegalStateException().isThrownBy(channel::checkException);
		assertThat(channel.isOpen()).isTrue();
	}

	private EmbeddedChannel fail(Exception failure) {
		EmbeddedChannel channel = new EmbeddedChannel(this.failures);
		channel.pipeline().fireExceptionCaught(new DecoderException(failure));
		return channel;
	}

}
