package dev.clickpath.cli.certificates;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuthorityTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	private final Authority authority = Authority.create(NOW);

	private final X509Certificate own = this.authority.identity().certificate();

	@Test
	void isAnAuthorityThatMakesNoOthers() {
		assertThat(this.own.getBasicConstraints()).isZero();
		assertThat(this.own.getKeyUsage()).containsExactly(false, false, false, false, false, true, true, false, false);
		assertThat(this.own.getCriticalExtensionOIDs()).contains(Extension.nameConstraints.getId(),
				Extension.basicConstraints.getId(), Extension.keyUsage.getId());
		assertThat(((ECPublicKey) this.own.getPublicKey()).getParams().getOrder().bitLength()).isEqualTo(256);
		assertThat(Duration.between(NOW, this.own.getNotAfter().toInstant()).toDays()).isBetween(3650L, 3653L);
		assertThat(Authority.create(NOW).identity().certificate().getSubjectX500Principal())
			.isNotEqualTo(this.own.getSubjectX500Principal());
	}

	@Test
	void issuesACertificateThatServersCanShow() throws Exception {
		X509Certificate issued = this.authority.issue(NOW).certificate();
		validate(issued);
		assertThat(names(issued)).containsExactlyInAnyOrder("localhost", "clickpath.test", "www.clickpath.test",
				"cdn.clickpath.test", "edge.clickpath.test", "127.0.0.1", "0:0:0:0:0:0:0:1");
		assertThat(this.authority.isForAllNames(issued)).isTrue();
		assertThat(issued.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
		assertThat(issued.getBasicConstraints()).isEqualTo(-1);
		assertThat(Duration.between(issued.getNotBefore().toInstant(), issued.getNotAfter().toInstant()))
			.isLessThan(Duration.ofDays(398));
		assertThat(issued.getSerialNumber()).isNotEqualTo(this.authority.issue(NOW).certificate().getSerialNumber());
	}

	@Test
	void anEarlierOneIssuesOnlyWhatItMayVouchFor() throws Exception {
		Authority earlier = forLocalhostOnly();
		X509Certificate issued = earlier.issue(NOW).certificate();
		assertThat(earlier.isForDomain()).isFalse();
		assertThat(names(issued)).containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
		assertThat(earlier.isForAllNames(issued)).isTrue();
		assertThat(this.authority.isForDomain()).isTrue();
		assertThat(this.authority.isForAllNames(issued)).isFalse();
	}

	/** As they were made before the shop had a domain of its own. */
	static Authority forLocalhostOnly() throws Exception {
		KeyPair keys = Identity.newKeys();
		X500Principal name = new X500Principal("CN=earlier");
		JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(NOW),
				Date.from(NOW.plus(Duration.ofDays(3652))), name, keys.getPublic());
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
			.addExtension(Extension.nameConstraints, true, new NameConstraints(
					new GeneralSubtree[] { new GeneralSubtree(new GeneralName(GeneralName.dNSName, "localhost")) },
					null));
		return new Authority(new Identity(
				new JcaX509CertificateConverter().getCertificate(
						builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))),
				keys.getPrivate()));
	}

	@Test
	void knowsWhatItIssued() {
		assertThat(this.authority.issued(this.authority.issue(NOW).certificate())).isTrue();
		assertThat(this.authority.issued(Authority.create(NOW).issue(NOW).certificate())).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "shop.localhost", "clickpath.test", "www.clickpath.test" })
	void mayVouchForThisMachine(String name) throws Exception {
		validate(issue(new GeneralName(GeneralName.dNSName, name), false));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "example.com", "localhost.example.com", "notlocalhost", "notclickpath.test", "other.test" })
	void mayNotVouchForOtherNames(String name) throws Exception {
		refuses(issue(new GeneralName(GeneralName.dNSName, name), false), PKIXReason.INVALID_NAME);
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.2", "192.168.0.1", "::2" })
	void mayNotVouchForOtherAddresses(String address) throws Exception {
		refuses(issue(new GeneralName(GeneralName.iPAddress, address), false), PKIXReason.INVALID_NAME);
	}

	@Test
	void mayNotMakeAnotherAuthority() throws Exception {
		KeyPair keys = Identity.newKeys();
		X509Certificate below = issue(new GeneralName(GeneralName.dNSName, "localhost"), true, keys.getPublic());
		Identity leaf = new Authority(new Identity(below, keys.getPrivate())).issue(NOW);
		refuses(PKIXReason.PATH_TOO_LONG, leaf.certificate(), below);
	}

	private X509Certificate issue(GeneralName name, boolean asAuthority) throws Exception {
		return issue(name, asAuthority, Identity.newKeys().getPublic());
	}

	/** What someone with the stolen key would make. */
	private X509Certificate issue(GeneralName name, boolean asAuthority, PublicKey key) throws Exception {
		JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(this.own.getSubjectX500Principal(),
				BigInteger.ONE, Date.from(NOW), Date.from(NOW.plus(Duration.ofDays(1))),
				new X500Principal("CN=anything"), key);
		builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name))
			.addExtension(Extension.basicConstraints, true, new BasicConstraints(asAuthority));
		return new JcaX509CertificateConverter().getCertificate(
				builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(this.authority.identity().key())));
	}

	private void refuses(X509Certificate certificate, PKIXReason reason) throws Exception {
		refuses(reason, certificate);
	}

	private void refuses(PKIXReason reason, X509Certificate... path) throws Exception {
		assertThatExceptionOfType(CertPathValidatorException.class).isThrownBy(() -> validate(path))
			.extracting(CertPathValidatorException::getReason)
			.isEqualTo(reason);
	}

	/**
	 * The JDK overlooks the constraints of an anchor, though browsers do not. So the
	 * authority stands in the path, too, below its own key.
	 */
	private void validate(X509Certificate... certificates) throws Exception {
		List<X509Certificate> path = new ArrayList<>(List.of(certificates));
		path.add(this.own);
		TrustAnchor anchor = new TrustAnchor(this.own.getSubjectX500Principal(), this.own.getPublicKey(), null);
		PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
		parameters.setRevocationEnabled(false);
		parameters.setDate(Date.from(NOW.plus(Duration.ofHours(1))));
		CertPathValidator.getInstance("PKIX")
			.validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
	}

	private static List<String> names(X509Certificate certificate) throws Exception {
		Collection<List<?>> names = certificate.getSubjectAlternativeNames();
		return names.stream().map((name) -> String.valueOf(name.get(1))).toList();
	}

}
