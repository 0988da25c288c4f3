package dev.clickpath.cli.application;

import java.nio.file.Path;

import dev.clickpath.cli.house.House;
import dev.clickpath.cli.house.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JvmTests {

	@TempDir
	private Path folder;

	@Test
	void writesNumbersAndTimesAlikeOnEveryMachine() {
		for (Service service : new House(1, null, 0).services()) {
			assertThat(Jvm.run(service, new Application(service.module(), this.folder, true))).as(service.name())
				.contains("-Duser.language=en", "-Duser.country=GB", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8");
		}
	}

}
