package dev.clickpath.cli.application;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ApplicationTests {

	@TempDir
	private Path folder;

	@Test
	void aChangeOfOneCharacterIsAnotherJar() throws IOException {
		assertThat(fingerprint("a", "hello")).hasSize(24)
			.isEqualTo(fingerprint("a", "hello"))
			.isNotEqualTo(fingerprint("a", "hellp"))
			.isNotEqualTo(fingerprint("b", "hello"));
	}

	@Test
	void saysWhatIsNotBuilt() {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> Application.of(this.folder, "gateway", new Home(this.folder).open()))
			.withMessage("%s is not built; build it with mvn package."
				.formatted(this.folder.resolve("gateway/target/gateway.jar")));
	}

	private String fingerprint(String name, String content) throws IOException {
		Path jar = this.folder.resolve("x.jar");
		try (OutputStream file = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(file)) {
			ZipEntry entry = new ZipEntry(name);
			entry.setTime(0);
			zip.putNextEntry(entry);
			zip.write(content.getBytes(StandardCharsets.UTF_8));
			zip.closeEntry();
		}
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			return Application.fingerprint(zip.stream().toList());
		}
	}

}
