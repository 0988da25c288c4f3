package dev.clickpath.gateway.listening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.clickpath.gateway.GatewayApplication;
import dev.clickpath.gateway.testing.TestIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

@ExtendWith(OutputCaptureExtension.class)
class CertificateFailureTests {

	private final TestIdentity identity = new TestIdentity();

	@TempDir
	private Path folder;

	@Test
	void doesNotStartWithoutTheCertificateItIsToldOfAndSaysSoInASentence(CapturedOutput output) {
		Path missing = this.folder.resolve("shop.pem");
		assertThatException().isThrownBy(() -> start(missing, this.identity.privateKey()));
		assertThat(output)
			.contains("The certificate " + missing + " cannot be read (it does not exist): put it there "
					+ "and give it to the user the gateway runs as, or name another with "
					+ "clickpath.gateway.tls.certificate.")
			.doesNotContain("\tat ");
	}

	@Test
	void doesNotStartWithAKeyThatIsNoneAndSaysSoInASentence(CapturedOutput output) throws IOException {
		Path broken = Files.write(this.folder.resolve("key.pem"), new byte[] { (byte) 0x80, 0, 'k', 'e', 'y' });
		assertThatException().isThrownBy(() -> start(this.identity.certificate(), broken));
		assertThat(output)
			.contains(broken + " holds no private key in PEM that belongs to the certificate "
					+ this.identity.certificate()
					+ ": put it there, or name another with clickpath.gateway.tls.private-key.")
			.doesNotContain("\tat ");
	}

	@Test
	void oneWithoutTheOtherIsSaidInASentenceToo(CapturedOutput output) {
		assertThatException().isThrownBy(() -> SpringApplication.run(GatewayApplication.class, "--server.port=0",
				"--management.server.port=0", "--clickpath.gateway.tls.certificate=" + this.identity.certificate()));
		assertThat(output).contains("belong together: set both or none").doesNotContain("\tat ");
	}

	@Test
	void aCertificateThatIsNoneIsNamed() throws IOException {
		Path broken = Files.writeString(this.folder.resolve("shop.pem"), "-----BEGIN CERTIFICATE-----\nnone");
		refuses(broken, this.identity.privateKey(),
				broken + " holds no certificate in PEM: mend it, or name another with "
						+ "clickpath.gateway.tls.certificate.");
	}

	@Test
	void anEmptyFileIsNoCertificate() throws IOException {
		Path empty = Files.writeString(this.folder.resolve("shop.pem"), "");
		refuses(empty, this.identity.privateKey(), empty + " holds no certificate in PEM: mend it, or name another "
				+ "with clickpath.gateway.tls.certificate.");
	}

	@Test
	void aFolderIsNoFile() {
		refuses(this.identity.certificate(), this.folder,
				"The private key " + this.folder
						+ " cannot be read (it is no file): put it there and give it to the user the gateway runs as, "
						+ "or name another with clickpath.gateway.tls.private-key.");
	}

	@Test
	void aKeyOfAnotherCertificateIsNamed() {
		Path other = new TestIdentity().privateKey();
		refuses(this.identity.certificate(), other,
				other + " holds no private key in PEM that belongs to the certificate " + this.identity.certificate()
						+ ": put it there, or name another with clickpath.gateway.tls.private-key.");
	}

	@Test
	void aSoundPairPasses() {
		assertThatNoException()
			.isThrownBy(() -> check(this.identity.certificate().toString(), this.identity.privateKey().toString()));
		assertThatNoException().isThrownBy(
				() -> check(this.identity.certificate().toUri().toString(), this.identity.privateKey().toString()));
		assertThatNoException().isThrownBy(() -> check("", ""));
	}

	private static void refuses(Path certificate, Path key, String words) {
		assertThatExceptionOfType(UnusableCertificateException.class)
			.isThrownBy(() -> check(certificate.toString(), key.toString()))
			.withMessage(words);
	}

	private static void check(String certificate, String key) {
		new IdentityCheck(new TlsProperties(certificate, key, 0, false, Duration.ZERO))
			.registerBundles(new DefaultSslBundleRegistry());
	}

	private static void start(Path certificate, Path key) {
		SpringApplication.run(GatewayApplication.class, "--server.port=0", "--management.server.port=0",
				"--clickpath.gateway.tls.port=0", "--clickpath.gateway.tls.certificate=" + certificate,
				"--clickpath.gateway.tls.private-key=" + key);
	}

}
