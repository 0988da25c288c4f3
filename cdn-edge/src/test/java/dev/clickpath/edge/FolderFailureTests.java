package dev.clickpath.edge;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.clickpath.edge.disk.UnusableFolderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
class FolderFailureTests {

	@Test
	void doesNotStartWithAFolderThatIsNoneAndSaysSoInASentence(@TempDir Path folder, CapturedOutput output)
			throws IOException {
		Path file = Files.writeString(folder.resolve("file"), "");
		assertThatThrownBy(() -> SpringApplication.run(CdnEdgeApplication.class, "--server.port=0",
				"--management.server.port=0", "--clickpath.edge.disk-folder=" + file))
			.rootCause()
			.isInstanceOf(FileAlreadyExistsException.class);
		String description = output.getOut().substring(output.getOut().indexOf("Description:"));
		assertThat(description).contains("The edge cannot keep its cache in " + file + " (it is not a folder)")
			.doesNotContain(UnusableFolderException.class.getName());
	}

}
