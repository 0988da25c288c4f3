package dev.clickpath.cli.click.network;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Notes for whose handshake a certificate had to be judged. Where none had to be, an
 * earlier session went on: TLS itself tells that to nobody.
 */
final class Witness extends X509ExtendedTrustManager {

	private final X509ExtendedTrustManager judge;

	private final Set<SSLEngine> judged = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

	Witness(X509ExtendedTrustManager judge) {
		this.judge = judge;
	}

	boolean hasJudgedFor(SSLEngine engine) {
		return this.judged.contains(engine);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
			throws CertificateException {
		this.judged.add(engine);
		if (this.judge.getAcceptedIssuers().length == 0) {
			throw new CertificateException("no authority is known here yet");
		}
		this.judge.checkServerTrusted(chain, authType, engine);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
			throws CertificateException {
		this.judge.checkServerTrusted(chain, authType, socket);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		this.judge.checkServerTrusted(chain, authType);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
			throws CertificateException {
		this.judge.checkClientTrusted(chain, authType, socket);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
			throws CertificateException {
		this.judge.checkClientTrusted(chain, authType, engine);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		this.judge.checkClientTrusted(chain, authType);
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return this.judge.getAcceptedIssuers();
	}

}
