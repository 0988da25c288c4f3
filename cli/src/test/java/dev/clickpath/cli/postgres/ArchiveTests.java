package dev.clickpath.cli.postgres;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchiveTests {

	@ParameterizedTest
	@CsvSource({ "Linux, amd64, /postgres-linux-x86_64.txz", "Linux, aarch64, /postgres-linux-arm_64.txz",
			"Mac OS X, x86_64, /postgres-darwin-x86_64.txz", "Mac OS X, aarch64, /postgres-darwin-arm_64.txz" })
	void isThereForEverySystemThatIsSupported(String system, String processor, String resource) {
		assertThat(Archive.forMachine(system, processor).resource()).isEqualTo(resource);
		assertThat(Archive.class.getResource(resource)).isNotNull();
	}

	@Test
	void saysSoWhereThereIsNone() {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Archive.forMachine("Windows 11", "amd64"))
			.withMessageContaining("Windows 11");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Archive.forMachine("Linux", "riscv64"))
			.withMessageContaining("riscv64");
	}

}
