package dev.clickpath.cli.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.clickpath.cli.house.House;
import dev.clickpath.cli.house.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ImageLayersTests {

	private static final FileTime BUILT = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

	@TempDir
	private Path folder;

	private final Service gateway = new House(1, null, 0).services()
		.stream()
		.filter((service) -> service.module().equals("gateway"))
		.findFirst()
		.orElseThrow();

	@Test
	void whatChangesSeldomIsApartFromWhatChangesOften() throws IOException {
		Path layers = write();
		try (Stream<Path> files = Files.walk(layers)) {
			assertThat(files.filter(Files::isRegularFile).map((file) -> layers.relativize(file).toString()))
				.containsExactlyInAnyOrder("dependencies/lib/other-1.0.jar", "application/lib/service-defaults-1.0.jar",
						"application/gateway.jar", "cache/gateway.aot", "cache/java.options");
		}
	}

	@Test
	void jarsKeepTheTimeByWhichTheCacheKnowsThem() throws IOException {
		Path layers = write();
		assertThat(Files.getLastModifiedTime(layers.resolve("application/gateway.jar"))).isEqualTo(BUILT);
		assertThat(Files.getLastModifiedTime(layers.resolve("dependencies/lib/other-1.0.jar"))).isEqualTo(BUILT);
	}

	@Test
	void itIsRunWithTheOptionsThatTheCacheIsBoundTo() throws IOException {
		List<String> run = Jvm.run(this.gateway, application());
		List<String> options = run.stream()
			.filter((option) -> option.startsWith("-X") || option.startsWith("-D"))
			.toList();
		assertThat(Files.readAllLines(write().resolve("cache/java.options")))
			.containsAll(options.stream().map((option) -> '"' + option + '"').toList())
			.contains("\"-XX:AOTCache=gateway.aot\"");
	}

	private Application application() {
		return new Application("gateway", this.folder, true);
	}

	private Path write() throws IOException {
		jar("lib/other-1.0.jar");
		jar("lib/service-defaults-1.0.jar");
		jar("gateway.jar");
		Files.writeString(Jvm.cache(this.gateway, application()), "cache");
		Path layers = this.folder.resolve("layers");
		ImageLayers.write(this.gateway, application(), layers);
		return layers;
	}

	private void jar(String name) throws IOException {
		Path jar = this.folder.resolve(name);
		Files.createDirectories(jar.resolveSibling("."));
		Files.writeString(jar, name);
		Files.setLastModifiedTime(jar, BUILT);
	}

}
