package dev.clickpath.edge.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IdentityFilesTests {

	private final Vertx vertx = Vertx.vertx();

	@TempDir
	private Path folder;

	private TestIdentity identity;

	@BeforeEach
	void issue() {
		this.identity = new TestIdentity(this.folder);
	}

	@AfterEach
	void close() {
		this.vertx.close().toCompletionStage().toCompletableFuture().join();
	}

	@Test
	void readsACertificateWithItsKey() {
		Identity read = this.identity.files().read(this.vertx);
		assertThat(read.subject()).isEqualTo("CN=localhost");
	}

	@Test
	void readsAnRsaKeyToo() throws Exception {
		this.identity.write(
				new CertificateBuilder().subject("CN=rsa").rsa2048().setIsCertificateAuthority(true).buildSelfSigned());
		assertThat(this.identity.files().read(this.vertx).subject()).isEqualTo("CN=rsa");
	}

	@Test
	void saysThatAFileIsMissing() throws IOException {
		Files.delete(this.identity.files().privateKey());
		refusesWith("The private key " + this.identity.files().privateKey()
				+ " cannot be read (it does not exist): put it there and give it to the user the edge runs as, "
				+ "or name another with clickpath.edge.tls.private-key.");
	}

	@Test
	void saysThatAFolderIsNoFile() throws IOException {
		Files.delete(this.identity.files().certificate());
		Files.createDirectory(this.identity.files().certificate());
		refusesWith("The certificate " + this.identity.files().certificate()
				+ " cannot be read (it is no file): put it there and give it to the user the edge runs as, "
				+ "or name another with clickpath.edge.tls.certificate.");
	}

	@Test
	void saysThatACertificateIsBroken() {
		this.identity.write("nothing", this.identity.issue().getPrivateKeyPEM());
		refusesWith(this.identity.files().certificate()
				+ " holds no certificate in PEM: mend it, or name another with clickpath.edge.tls.certificate.");
	}

	@Test
	void saysThatAKeyIsBroken() {
		String key = this.identity.issue().getPrivateKeyPEM();
		this.identity.write(this.identity.issue().getCertificatePathPEM(), key.substring(0, key.length() / 2));
		refusesKey();
	}

	@Test
	void saysThatTheTwoDoNotBelongTogether() throws Exception {
		X509Bundle other = this.identity.issue();
		this.identity.write(this.identity.issue().getCertificatePathPEM(), other.getPrivateKeyPEM());
		refusesKey();
		X509Bundle rsa = new CertificateBuilder().subject("CN=rsa")
			.rsa2048()
			.setIsCertificateAuthority(true)
			.buildSelfSigned();
		this.identity.write(this.identity.issue().getCertificatePathPEM(), rsa.getPrivateKeyPEM());
		refusesKey();
	}

	@Test
	void oneFileWithoutTheOtherIsAMistake() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new TlsProperties(Path.of("edge.pem"), null, 8453, true, TlsProperties.none().reload()))
			.withMessageContaining("belong together");
	}

	private void refusesKey() {
		refusesWith("%s holds no private key in PEM that belongs to the certificate %s: put it there, "
			.formatted(this.identity.files().privateKey(), this.identity.files().certificate())
				+ "or name another with clickpath.edge.tls.private-key.");
	}

	private void refusesWith(String message) {
		assertThatExceptionOfType(UnusableCertificateException.class)
			.isThrownBy(() -> this.identity.files().read(this.vertx))
			.withMessage(message);
	}

}
