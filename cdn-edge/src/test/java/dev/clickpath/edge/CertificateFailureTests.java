package dev.clickpath.edge;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

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

}
