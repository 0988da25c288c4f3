package dev.clickpath.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrustTests {

	@Test
	void tellsTheCommandsWithTheRealPathQuotedForAShell() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Trust.print("/home/o'hara/my shop/tls/authority.pem", "AB:CD",
				new PrintStream(out, true, StandardCharsets.UTF_8));
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("SHA-256      AB:CD")
			.contains("curl --cacert '/home/o'\\''hara/my shop/tls/authority.pem' https://localhost:8443/")
			.contains("deleting /home/o'hara/my shop/tls\n")
			.doesNotContain("%");
	}

}
