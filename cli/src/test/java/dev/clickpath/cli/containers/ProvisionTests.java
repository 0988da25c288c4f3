package dev.clickpath.cli.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ProvisionTests {

	@TempDir
	private Path folder;

	@Test
	void givesEachServiceItsOwn() throws IOException {
		provision();
		assertThat(names()).contains("keys/tls/authority-key.pem", "keys/passwords.properties", "postgres/superuser",
				"postgres/catalog", "postgres/recommendation", "postgres/storefront",
				"catalog/properties/spring.datasource.password", "recommendation/properties/spring.datasource.password",
				"storefront/properties/spring.datasource.password", "gateway/tls/localhost.pem",
				"gateway/tls/localhost-key.pem", "gateway/properties/clickpath.gateway.trusted-proxies",
				"gateway/properties/clickpath.gateway.limits.exempt", "cdn-edge/tls/localhost.pem",
				"cdn-edge/properties/clickpath.edge.purge-token");
		assertThat(names()).filteredOn((name) -> name.contains("authority"))
			.allMatch((name) -> name.startsWith("keys/"));
		for (String role : List.of("catalog", "recommendation", "storefront")) {
			assertThat(read(role + "/properties/spring.datasource.password")).isEqualTo(read("postgres/" + role))
				.hasSize(48);
		}
		assertThat(read("postgres/catalog")).isNotEqualTo(read("postgres/storefront"));
	}

	@Test
	void letsOnlyPostgresReadWhatAnotherUserWrote() throws IOException {
		provision();
		for (String name : names()) {
			String permissions = PosixFilePermissions
				.toString(Files.getPosixFilePermissions(this.folder.resolve(name)));
			if (name.startsWith("postgres/")) {
				assertThat(permissions).as(name).isEqualTo("r--r--r--");
			}
			else if (!name.startsWith("keys/")) {
				assertThat(permissions).as(name).isEqualTo("r--------");
			}
		}
	}

	@Test
	void changesNothingTheSecondTime() throws IOException {
		provision();
		Map<String, Object> before = state();
		provision();
		assertThat(state()).isEqualTo(before);
	}

	@Test
	void bringsBackWhatIsLost() throws IOException {
		provision();
		String password = read("postgres/catalog");
		Files.delete(this.folder.resolve("catalog/properties/spring.datasource.password"));
		provision();
		assertThat(read("catalog/properties/spring.datasource.password")).isEqualTo(password);
	}

	private void provision() {
		assertThat(new CommandLine(new Provision()).execute("--into", this.folder.toString())).isZero();
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			return files.filter(Files::isRegularFile).map((file) -> this.folder.relativize(file).toString()).toList();
		}
	}

	/** Content and file: what is written anew is another file. */
	private Map<String, Object> state() throws IOException {
		Map<String, Object> state = new TreeMap<>();
		for (String name : names()) {
			state.put(name, List.of(read(name), Files.getAttribute(this.folder.resolve(name), "unix:ino")));
		}
		return state;
	}

	private String read(String name) throws IOException {
		return Files.readString(this.folder.resolve(name));
	}

}
