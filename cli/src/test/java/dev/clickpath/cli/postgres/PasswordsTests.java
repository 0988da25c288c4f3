package dev.clickpath.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTests {

	@TempDir
	private Path folder;

	@Test
	void areRandomAndTheSameNextTime() {
		Path file = this.folder.resolve("passwords.properties");
		Passwords first = Passwords.readOrCreate(file, List.of("one", "two"));
		assertThat(first.of("one")).matches("[0-9a-f]{48}").isNotEqualTo(first.of("two"));
		assertThat(Passwords.readOrCreate(file, List.of("one", "two")).of("one")).isEqualTo(first.of("one"));
	}

	@Test
	void aNewRoleGetsOneAndTheOthersKeepTheirs() {
		Path file = this.folder.resolve("passwords.properties");
		String one = Passwords.readOrCreate(file, List.of("one")).of("one");
		assertThat(Passwords.know(file, List.of("one", "two"))).isFalse();
		assertThat(Passwords.readOrCreate(file, List.of("one", "two")).of("one")).isEqualTo(one);
		assertThat(Passwords.know(file, List.of("one", "two"))).isTrue();
	}

	@Test
	void areReadableForTheirOwnerAlone() throws IOException {
		Path file = this.folder.resolve("passwords.properties");
		Passwords.readOrCreate(file, List.of("one"));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

}
