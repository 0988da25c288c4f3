package dev.clickpath.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TrustTests {

	@Test
	void tellsTheCommandsWithTheRealPathQuotedForAShell() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Trust.print("/home/o'hara/my shop/tls/authority.pem", "AB:CD", "https://localhost:8443",
				new PrintStream(out, true, StandardCharsets.UTF_8));
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("SHA-256      AB:CD")
			.contains("curl --cacert '/home/o'\\''hara/my shop/tls/authority.pem' https://localhost:8443/")
			.contains("deleting /home/o'hara/my shop/tls\n")
			.doesNotContain("%");
	}

	@Test
	void namesThePortOfTheHouseThatRuns(@TempDir Path folder) throws IOException {
		Home home = new Home(folder.resolve("home")).open();
		assertThat(Trust.address(home)).isEqualTo("https://localhost:8443");
		Files.write(home.run().resolve("processes"),
				List.of("true\t1\t1", "gateway\tENTRANCE\tUP\t0\thttp://localhost:23080\t-\t-",
						"cdn-edge\tENTRANCE\tUP\t0\thttp://localhost:23090\t-\t-"));
		assertThat(Trust.address(home)).isEqualTo("https://localhost:23443");
	}

}
