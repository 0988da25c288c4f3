package dev.clickpath.gateway.listening;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * Certificate and key for the connections that come from now on. Reactor Netty is given
 * one TLS context for QUIC and keeps it, but that asks here at each handshake, three
 * times over: the alias it is told first says which pair the other questions are about,
 * should a new one come between them.
 */
final class RenewableKeys extends X509ExtendedKeyManager {

	private static final String SEPARATOR = ":";

	/** The newest comes first, before the one that may be asked for yet. */
	private volatile List<Generation> generations;

	RenewableKeys(SslBundle bundle) {
		this.generations = List.of(new Generation(0, keys(bundle)));
	}

	private record Generation(int number, X509ExtendedKeyManager keys) {

		String mark() {
			return this.number + SEPARATOR;
		}

	}

	synchronized void renew(SslBundle bundle) {
		Generation last = this.generations.getFirst();
		this.generations = List.of(new Generation(last.number() + 1, keys(bundle)), last);
	}

	private static X509ExtendedKeyManager keys(SslBundle bundle) {
		return Stream.of(Pairs.check(bundle).getManagers().getKeyManagers())
			.filter(X509ExtendedKeyManager.class::isInstance)
			.map(X509ExtendedKeyManager.class::cast)
			.findFirst()
			.orElseThrow();
	}

	@Override
	public @Nullable String chooseEngineServerAlias(String type, Principal @Nullable [] issuers,
			@Nullable SSLEngine engine) {
		Generation newest = this.generations.getFirst();
		String alias = newest.keys().chooseEngineServerAlias(type, issuers, engine);
		return (alias != null) ? newest.mark() + alias : null;
	}

	@Override
	public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
		return chooseEngineServerAlias(type, issuers, null);
	}

	@Override
	public X509Certificate @Nullable [] getCertificateChain(String alias) {
		for (Generation generation : this.generations) {
			if (alias.startsWith(generation.mark())) {
				return generation.keys().getCertificateChain(alias.substring(generation.mark().length()));
			}
		}
		return null;
	}

	@Override
	public @Nullable PrivateKey getPrivateKey(String alias) {
		for (Generation generation : this.generations) {
			if (alias.startsWith(generation.mark())) {
				return generation.keys().getPrivateKey(alias.substring(generation.mark().length()));
			}
		}
		return null;
	}

	@Override
	public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
		String alias = chooseEngineServerAlias(type, issuers, null);
		return (alias != null) ? new String[] { alias } : null;
	}

	@Override
	public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
		return null;
	}

	@Override
	public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
		return null;
	}

}
