package dev.clickpath.cli.certificates;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Gives certificates for this machine's own names, and can give no others: whoever trusts
 * it and loses its key has lost {@code localhost} and a domain that is nobody's (RFC
 * 6761, section 6.2), not the web (RFC 5280, section 4.2.1.10).
 *
 * @param identity its own certificate and key
 */
record Authority(Identity identity) {

	private static final Duration TEN_YEARS = Duration.ofDays(3652);

	/** Browsers take no certificate that is good for more than 398 days. */
	private static final Duration A_YEAR = Duration.ofDays(396);

	/** Clocks of one house differ, too. */
	private static final Duration EARLIER = Duration.ofHours(1);

	private static final String LOCALHOST = "localhost";

	/** What the shop's own name server speaks for. */
	private static final String DOMAIN = "clickpath.test";

	private static final List<String> NAMES_IN_DOMAIN = List.of(DOMAIN, "www." + DOMAIN, "cdn." + DOMAIN,
			"edge." + DOMAIN);

	private static final String LOOPBACK_4 = "127.0.0.1";

	private static final String LOOPBACK_6 = "::1";

	private static final SecureRandom RANDOM = new SecureRandom();

	/**
	 * A new one. Its name is its own, so that two checkouts can be told apart.
	 */
	static Authority create(Instant now) {
		KeyPair keys = Identity.newKeys();
		byte[] id = new byte[4];
		RANDOM.nextBytes(id);
		X500Principal name = new X500Principal(
				"CN=Clickpath on this machine %s, O=Clickpath".formatted(HexFormat.of().formatHex(id)));
		try {
			JcaX509v3CertificateBuilder builder = builder(name, name, keys.getPublic(), now, TEN_YEARS);
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
				.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
				.addExtension(Extension.nameConstraints, true, new NameConstraints(permitted(), null));
			return new Authority(new Identity(sign(builder, keys), keys.getPrivate()));
		}
		catch (CertIOException ex) {
			throw impossible(ex);
		}
	}

	/**
	 * A certificate for what listens on this machine.
	 */
	Identity issue(Instant now) {
		KeyPair keys = Identity.newKeys();
		X509Certificate own = this.identity.certificate();
		try {
			JcaX509v3CertificateBuilder builder = builder(own.getSubjectX500Principal(),
					new X500Principal("CN=localhost, O=Clickpath"), keys.getPublic(), now, A_YEAR);
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
				.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
				.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
				.addExtension(Extension.authorityKeyIdentifier, false,
						new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(own.getPublicKey()))
				.addExtension(Extension.subjectAlternativeName, false, alternativeNames());
			return new Identity(sign(builder, new KeyPair(own.getPublicKey(), this.identity.key())), keys.getPrivate());
		}
		catch (CertIOException | GeneralSecurityException ex) {
			throw impossible(ex);
		}
	}

	/**
	 * Whether that certificate came from this authority.
	 */
	boolean issued(X509Certificate certificate) {
		try {
			certificate.verify(this.identity.certificate().getPublicKey());
			return true;
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	/**
	 * Whether a certificate has all the names that this authority would give it today.
	 */
	boolean isForAllNames(X509Certificate certificate) {
		try {
			Collection<List<?>> names = certificate.getSubjectAlternativeNames();
			return names != null
					&& names.stream().map((name) -> name.get(1)).collect(Collectors.toSet()).containsAll(names());
		}
		catch (CertificateParsingException ex) {
			return false;
		}
	}

	/**
	 * Whether it may vouch for the names of the shop's domain. One that was made before
	 * it could may not: a certificate with a name too many would be good for none.
	 */
	boolean isForDomain() {
		byte[] constraints = this.identity.certificate().getExtensionValue(Extension.nameConstraints.getId());
		if (constraints == null) {
			return true;
		}
		return Arrays
			.stream(NameConstraints.getInstance(ASN1OctetString.getInstance(constraints).getOctets())
				.getPermittedSubtrees())
			.map(GeneralSubtree::getBase)
			.anyMatch((base) -> base.equals(new GeneralName(GeneralName.dNSName, DOMAIN)));
	}

	/** No wildcard: browsers and curl take none this near to the root. */
	private List<String> names() {
		List<String> names = new ArrayList<>(List.of(LOCALHOST));
		if (isForDomain()) {
			names.addAll(NAMES_IN_DOMAIN);
		}
		return names;
	}

	private GeneralNames alternativeNames() {
		return new GeneralNames(
				Stream
					.concat(names().stream().map((name) -> new GeneralName(GeneralName.dNSName, name)),
							Stream.of(LOOPBACK_4, LOOPBACK_6)
								.map((address) -> new GeneralName(GeneralName.iPAddress, address)))
					.toArray(GeneralName[]::new));
	}

	/** Names below those are within them. */
	private static GeneralSubtree[] permitted() {
		return List
			.of(new GeneralName(GeneralName.dNSName, LOCALHOST), new GeneralName(GeneralName.dNSName, DOMAIN),
					new GeneralName(GeneralName.iPAddress, LOOPBACK_4 + "/32"),
					new GeneralName(GeneralName.iPAddress, LOOPBACK_6 + "/128"))
			.stream()
			.map(GeneralSubtree::new)
			.toArray(GeneralSubtree[]::new);
	}

	private static JcaX509v3CertificateBuilder builder(X500Principal issuer, X500Principal subject, PublicKey key,
			Instant now, Duration validity) {
		try {
			JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer, new BigInteger(127, RANDOM),
					Date.from(now.minus(EARLIER)), Date.from(now.plus(validity)), subject, key);
			builder.addExtension(Extension.subjectKeyIdentifier, false,
					new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
			return builder;
		}
		catch (CertIOException | GeneralSecurityException ex) {
			throw impossible(ex);
		}
	}

	private static X509Certificate sign(JcaX509v3CertificateBuilder builder, KeyPair signer) {
		try {
			return new JcaX509CertificateConverter().getCertificate(
					builder.build(new JcaContentSignerBuilder(Identity.SIGNATURE).build(signer.getPrivate())));
		}
		catch (OperatorCreationException | CertificateException ex) {
			throw impossible(ex);
		}
	}

	private static IllegalStateException impossible(Exception cause) {
		return new IllegalStateException("A certificate could not be made", cause);
	}

}
