package dev.clickpath.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The {@code ./clickpath} script, in a checkout with a java that tells its locale.
 */
class ScriptTests {

	@TempDir
	private Path checkout;

	@BeforeEach
	void layOut() throws IOException {
		Files.copy(Path.of("../clickpath"), this.checkout.resolve("clickpath"));
		Files.createFile(Files.createDirectories(this.checkout.resolve("cli/target")).resolve("cli.jar"));
		Path jdk = this.checkout.resolve("jdk");
		Files.createDirectories(jdk.resolve("bin"));
		Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
		for (String program : List.of("bin/java", "bin/javac")) {
			Path file = Files.writeString(jdk.resolve(program), "#!/bin/sh\nlocale charmap\n");
			assertThat(file.toFile().setExecutable(true)).isTrue();
		}
	}

	@Test
	void javaReadsTheNamesOfFilesWhateverTheLocale() throws Exception {
		assumeThat(run(Map.of("LC_ALL", "C.UTF-8"), "locale", "charmap")).isEqualTo("UTF-8");
		assertThat(status(Map.of())).isEqualTo("UTF-8");
		assertThat(status(Map.of("LANG", "C"))).isEqualTo("UTF-8");
		assertThat(status(Map.of("LC_ALL", "POSIX"))).isEqualTo("UTF-8");
		assertThat(status(Map.of("LC_ALL", "nowhere"))).isEqualTo("UTF-8");
		assertThat(status(Map.of("LANG", "C.UTF-8"))).isEqualTo("UTF-8");
	}

	private String status(Map<String, String> locale) throws Exception {
		return run(locale, "bash", this.checkout.resolve("clickpath").toString(), "status");
	}

	private String run(Map<String, String> locale, String... command) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
		builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
		builder.environment().put("JAVA_HOME", this.checkout.resolve("jdk").toString());
		builder.environment().putAll(locale);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).isZero();
		return output.strip();
	}

}
