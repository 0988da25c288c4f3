package dev.clickpath.cli.click.network;

import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import dev.clickpath.cli.click.timeline.Handshake;
import dev.clickpath.cli.click.timeline.Span;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.OpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import org.jspecify.annotations.Nullable;

/**
 * TLS as it is offered to servers, with the sessions that can go on: whoever wants a
 * handshake in full takes a new one. It is BoringSSL, as in many a browser, where that
 * loads, and else the JDK.
 */
public final class Tls {

	private final SslContext context;

	private final Witness witness;

	private Tls(SslContext context, Witness witness) {
		this.context = context;
		this.witness = witness;
	}

	/**
	 * TLS without sessions.
	 * @param http1Only whether HTTP/2 is not offered
	 */
	public static Tls create(Authorities authorities, boolean http1Only) {
		return create(authorities, http1Only, SslContext.defaultClientProvider());
	}

	static Tls create(Authorities authorities, boolean http1Only, SslProvider provider) {
		Witness witness = new Witness(authorities.trustManager());
		List<String> protocols = http1Only ? List.of(ApplicationProtocolNames.HTTP_1_1)
				: List.of(ApplicationProtocolNames.HTTP_2, ApplicationProtocolNames.HTTP_1_1);
		try {
			return new Tls(SslContextBuilder.forClient()
				.sslProvider(provider)
				.trustManager(witness)
				.applicationProtocolConfig(new ApplicationProtocolConfig(ApplicationProtocolConfig.Protocol.ALPN,
						ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
						ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT, protocols))
				.build(), witness);
		}
		catch (SSLException ex) {
			throw new IllegalStateException("Every JDK speaks TLS", ex);
		}
	}

	/** By whom it is done, in a word. */
	public static String library() {
		return (SslContext.defaultClientProvider() == SslProvider.JDK) ? "the JDK" : "BoringSSL";
	}

	SslHandler handler(ByteBufAllocator allocator, Origin origin) {
		return this.context.newHandler(allocator, origin.plainHost(), origin.port());
	}

	/**
	 * What a handshake came to.
	 * @param began when it did, in milliseconds of the system's clock
	 */
	Handshake handshake(SslHandler handler, long began, Span time) {
		SSLEngine engine = handler.engine();
		SSLSession session = engine.getSession();
		boolean resumed = (engine instanceof OpenSslEngine) ? !this.witness.hasJudgedFor(engine)
				: session.getCreationTime() < began;
		return new Handshake(session.getProtocol(), session.getCipherSuite(), handler.applicationProtocol(), resumed,
				certificate(session), time);
	}

	private static Handshake.@Nullable Certificate certificate(SSLSession session) {
		try {
			return (session.getPeerCertificates()[0] instanceof X509Certificate certificate)
					? new Handshake.Certificate(certificate.getSubjectX500Principal().getName(),
							certificate.getIssuerX500Principal().getName(), certificate.getNotAfter().toInstant())
					: null;
		}
		catch (SSLPeerUnverifiedException ex) {
			return null;
		}
	}

}
