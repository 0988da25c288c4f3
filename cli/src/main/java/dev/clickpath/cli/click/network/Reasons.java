package dev.clickpath.cli.click.network;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.time.Duration;

import javax.net.ssl.SSLException;

import dev.clickpath.cli.click.timeline.Printable;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Says in a sentence why there is no answer, and what to do.
 */
final class Reasons {

	private static final int WORDS = 160;

	private static final int DEEPEST = 16;

	private Reasons() {
	}

	static NoAnswerException of(Throwable cause, Origin origin, InetSocketAddress target, Duration patience) {
		return (cause instanceof NoAnswerException known) ? known
				: new NoAnswerException(sentence(cause, origin, Addresses.text(target), patience), cause);
	}

	private static String sentence(Throwable cause, Origin origin, String target, Duration patience) {
		CertificateException certificate = find(cause, CertificateException.class);
		if (certificate != null) {
			return certificate(certificate, origin);
		}
		return switch (cause) {
			case SocketTimeoutException _ ->
				"%s does not take the connection; look whether it is overloaded.".formatted(target);
			case ConnectException _ ->
				"Nothing listens at %s; start what should, or name another address.".formatted(target);
			case TooLateException late ->
				"%s was not done after %d ms, its time was up %s; look into its log or give it more with --timeout."
					.formatted(origin, patience.toMillis(), late.getMessage());
			case BrokenOffException broken ->
				"%s closed the connection %s; look into its log.".formatted(origin, broken.getMessage());
			case ClosedChannelException _ ->
				"%s closed the connection before it was asked; look into its log.".formatted(origin);
			case SslHandshakeTimeoutException _ -> "%s did not end the TLS handshake within %d ms; look into its log."
				.formatted(origin, patience.toMillis());
			case TooLongFrameException _ ->
				"%s sends a head that is longer than a browser takes; look at what it sets.".formatted(origin);
			default -> other(cause, origin);
		};
	}

	private static String other(Throwable cause, Origin origin) {
		if (find(cause, NotSslRecordException.class) != null) {
			return "%s does not speak TLS; ask it with http://.".formatted(origin);
		}
		if (find(cause, SSLException.class) != null) {
			return "%s and this side did not agree on TLS (%s); look into its log.".formatted(origin, words(cause));
		}
		if (cause instanceof SocketException) {
			return "The connection to %s broke off (%s); look into its log.".formatted(origin, words(cause));
		}
		return "%s does not answer in HTTP (%s); look what listens there.".formatted(origin, words(cause));
	}

	private static String certificate(CertificateException cause, Origin origin) {
		String words = words(cause);
		if (words.startsWith("No name matching") || words.startsWith("No subject alternative")) {
			return "The certificate at %s is not for that name (%s); ask for it by a name that it has."
				.formatted(origin, words);
		}
		return "The certificate at %s is not trusted (%s); name the one that vouches for it with --cacert FILE."
			.formatted(origin, words);
	}

	private static String words(Throwable cause) {
		Throwable innermost = cause;
		for (int i = 0; i < DEEPEST && innermost.getCause() != null; i++) {
			innermost = innermost.getCause();
		}
		String message = innermost.getMessage();
		return (message != null)
				? Printable.of(message.lines().findFirst().orElse(""), WORDS).replaceAll("[.;]\\s*$", "")
				: innermost.getClass().getSimpleName();
	}

	private static <T extends Throwable> @Nullable T find(Throwable cause, Class<T> type) {
		Throwable each = cause;
		for (int i = 0; i < DEEPEST && each != null; i++) {
			if (type.isInstance(each)) {
				return type.cast(each);
			}
			each = each.getCause();
		}
		return null;
	}

}
