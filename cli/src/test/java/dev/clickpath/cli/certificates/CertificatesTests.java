package dev.clickpath.cli.certificates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CertificatesTests {

	@TempDir
	private Path home;

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));

	private Certificates certificates() {
		return new Certificates(this.home.resolve("tls"));
	}

	private InstantSource clock() {
		return this.now::get;
	}

	private String[] prepared() throws IOException {
		certificates().prepare(clock());
		return new String[] { Files.readString(certificates().authority()),
				Files.readString(certificates().certificate()) };
	}

	@Test
	void keepsPrivateKeysToTheirOwner() throws IOException {
		prepared();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(certificates().folder())))
			.isEqualTo("rwx------");
		try (Stream<Path> files = Files.list(certificates().folder())) {
			assertThat(files).hasSize(4)
				.filteredOn((file) -> file.toString().endsWith("-key.pem"))
				.hasSize(2)
				.allSatisfy((file) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
					.isEqualTo("rw-------"));
		}
		try (Stream<Path> left = Files.list(this.home)) {
			assertThat(left).containsExactly(certificates().folder());
		}
	}

	@Test
	void aSecondStartChangesNothing() throws IOException {
		String[] before = prepared();
		this.now.updateAndGet((then) -> then.plus(Duration.ofDays(365)));
		assertThat(prepared()).isEqualTo(before);
	}

	@Test
	void renewsACertificateThatIsGoodForLessThanAMonthAndKeepsTheAuthority() throws IOException {
		String[] before = prepared();
		this.now.updateAndGet((then) -> then.plus(Duration.ofDays(367)));
		assertRenewed(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost.pem", "localhost-key.pem" })
	void renewsACertificateThatIsNotWhole(String file) throws IOException {
		String[] before = prepared();
		Files.delete(certificates().folder().resolve(file));
		assertRenewed(before);
	}

	@Test
	void renewsACertificateThatLacksANameTheAuthorityMayVouchFor() throws Exception {
		String[] before = prepared();
		Authority own = new Authority(
				Identity.read(certificates().authority(), certificates().folder().resolve("authority-key.pem")));
		Identity narrow = new Authority(
				new Identity(AuthorityTests.forLocalhostOnly().identity().certificate(), own.identity().key()))
			.issue(this.now.get());
		assertThat(own.issued(narrow.certificate())).isTrue();
		narrow.write(certificates().certificate(), certificates().privateKey());
		assertRenewed(before);
	}

	@Test
	void keepsAnEarlierAuthorityAndWhatItIssued() throws Exception {
		prepared();
		Authority earlier = AuthorityTests.forLocalhostOnly();
		earlier.identity().write(certificates().authority(), certificates().folder().resolve("authority-key.pem"));
		String[] first = prepared();
		assertThat(prepared()).isEqualTo(first);
	}

	@Test
	void renewsACertificateWithoutItsOwnKey() throws IOException {
		String[] before = prepared();
		Identity other = Authority.create(this.now.get()).issue(this.now.get());
		Pem.write(certificates().privateKey(), Pem.PRIVATE_KEY, other.key().getEncoded());
		assertRenewed(before);
	}

	@Test
	void renewsACertificateOfAnotherAuthority() throws IOException {
		String[] before = prepared();
		Authority.create(this.now.get())
			.issue(this.now.get())
			.write(certificates().certificate(), certificates().privateKey());
		assertRenewed(before);
	}

	private void assertRenewed(String[] before) throws IOException {
		String[] after = prepared();
		assertThat(after[0]).isEqualTo(before[0]);
		assertThat(after[1]).isNotEqualTo(before[1]);
		Identity renewed = Identity.read(certificates().certificate(), certificates().privateKey());
		assertThat(renewed.certificate().getNotAfter().toInstant()).isAfter(this.now.get().plus(Duration.ofDays(390)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "authority.pem", "authority-key.pem" })
	void neverReplacesAnAuthorityThatIsNotWhole(String file) throws IOException {
		prepared();
		for (String content : new String[] { "", "nonsense", "-----BEGIN PRIVATE KEY-----\n" }) {
			Files.writeString(certificates().folder().resolve(file), content);
			refuses("is not whole; put back what is missing, or delete the folder");
		}
		Files.delete(certificates().folder().resolve(file));
		refuses("is not whole; put back what is missing, or delete the folder");
		assertThat(certificates().folder().resolve(file)).doesNotExist();
	}

	@Test
	void neverReplacesAnAuthorityWithTheKeyOfAnother() throws IOException {
		prepared();
		Pem.write(certificates().folder().resolve("authority-key.pem"), Pem.PRIVATE_KEY,
				Identity.newKeys().getPrivate().getEncoded());
		refuses("is not whole");
	}

	@Test
	void saysWhenAnAuthorityEnds() throws IOException {
		prepared();
		this.now.updateAndGet((then) -> then.plus(Duration.ofDays(3640)));
		refuses("ends on 2036-02-29; delete the folder to get a new one, which has to be trusted again.");
	}

	@Test
	void refusesAFileInPlaceOfTheFolder() throws IOException {
		Files.createFile(certificates().folder());
		refuses("is a file where the certificates' folder belongs; move it away.");
	}

	private void refuses(String message) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> certificates().prepare(clock()))
			.withMessageContaining(message)
			.withMessageStartingWith(message.startsWith("is a file") ? certificates().folder().toString() : "The");
	}

	@Test
	void aHalfMadeFolderIsMadeAnew() throws IOException {
		Files.createDirectories(this.home.resolve("tls.unfinished"));
		Files.createFile(this.home.resolve("tls.unfinished/authority-key.pem"));
		prepared();
		assertThat(this.home.resolve("tls.unfinished")).doesNotExist();
	}

	@Test
	void tellsTheFingerprintAsBrowsersDo() throws IOException {
		prepared();
		assertThat(certificates().fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
	}

}
