package dev.clickpath.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import dev.clickpath.edge.tls.TestIdentity;
import dev.clickpath.edge.tls.UnusableCertificateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
class CertificateFailureTests {

	@Test
	void doesNotStartWithoutTheCertificateItIsToldOfAndSaysSoInASentence(@TempDir Path folder, CapturedOutput output) {
		assertThatThrownBy(() -> SpringApplication.run(CdnEdgeApplication.class, "--server.port=0",
				"--management.server.port=0", "--clickpath.edge.tls.certificate=" + folder.resolve("edge.pem"),
				"--clickpath.edge.tls.private-key=" + folder.resolve("key.pem")))
			.rootCause()
			.isInstanceOf(NoSuchFileException.class);
		assertThat(output).contains("The certificate " + folder.resolve("edge.pem") + " cannot be read")
			.doesNotContain(UnusableCertificateException.class.getName());
	}

	@Test
	void doesNotStartWithAKeyThatIsNoneAndSaysSoInASentence(@TempDir Path folder, CapturedOutput output)
			throws IOException {
		TestIdentity identity = new TestIdentity(folder);
		Path key = Files.write(folder.resolve("none.pem"), new byte[] { (byte) 0x80, 0, 'k', 'e', 'y' });
		assertThatThrownBy(() -> SpringApplication.run(CdnEdgeApplication.class, "--server.port=0",
				"--management.server.port=0", "--clickpath.edge.tls.certificate=" + identity.files().certificate(),
				"--clickpath.edge.tls.private-key=" + key))
			.isNotNull();
		assertThat(output)
			.contains(key + " holds no private key in PEM that belongs to the certificate "
					+ identity.files().certificate() + ": put it there")
			.doesNotContain("\tat ");
	}

}
