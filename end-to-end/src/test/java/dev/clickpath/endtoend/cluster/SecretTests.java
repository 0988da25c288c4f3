package dev.clickpath.endtoend.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That {@code make-secrets} makes the secrets that are referred to, and tells nobody. A
 * stand-in for kubectl writes down what it is told.
 */
class SecretTests {

	private static final Path MAKE_SECRETS = Overlay.FOLDER.resolve("make-secrets").toAbsolutePath();

	/** What the operator makes, and what is in it. */
	private static final Map<String, Set<String>> OF_THE_OPERATOR = Map.of("postgres-ca", Set.of("ca.crt"));

	private static final Pattern CREATED = Pattern.compile("create secret (generic|tls) (\\S+) (.*)");

	private static final Pattern KEY = Pattern.compile("--from-(?:literal|file) (\\w+)=");

	private static final String KUBECTL = """
			#!/usr/bin/env bash
			echo "$*" >> "$0.log"
			case "$*" in
				*/dev/stdin*) cat >> "$0.input"; echo >> "$0.input" ;;
				*" get secret "* | "get namespace "*) exit ${ABSENT:-0} ;;
			esac
			""";

	private static final String OPENSSL = """
			#!/usr/bin/env bash
			[ "$1" != rand ] || echo "0123456789abcdef"
			""";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@MethodSource("dev.clickpath.endtoend.cluster.Overlay#all")
	void everySecretThatIsReferredToIsMadeWithItsKeys(Overlay overlay) throws Exception {
		Map<String, Set<String>> made = made();
		made.putAll(OF_THE_OPERATOR);

		assertThat(references(overlay)).isNotEmpty()
			.allSatisfy((secret, keys) -> assertThat(made.getOrDefault(secret, Set.of())).as(secret).containsAll(keys));
	}

	@Test
	void passwordsDoNotStandOnACommandLine() throws Exception {
		run(1);

		assertThat(Files.readString(this.folder.resolve("kubectl.log"))).doesNotContain("0123456789abcdef");
		assertThat(Files.readAllLines(this.folder.resolve("kubectl.input"))).hasSize(5)
			.containsOnly("0123456789abcdef");
	}

	@Test
	void whatIsThereIsLeftAlone() throws Exception {
		assertThat(run(0)).isZero();

		assertThat(Files.readAllLines(this.folder.resolve("kubectl.log"))).noneMatch((line) -> line.contains("create"));
	}

	@Test
	void halfACertificateIsRefused() throws Exception {
		assertThat(run(1, "--certificate", "some.pem")).isEqualTo(2);

		assertThat(this.folder.resolve("kubectl.log")).doesNotExist();
	}

	private Map<String, Set<String>> made() throws Exception {
		assertThat(run(1)).isZero();
		Map<String, Set<String>> made = new TreeMap<>();
		for (String line : Files.readAllLines(this.folder.resolve("kubectl.log"))) {
			Matcher created = CREATED.matcher(line);
			if (created.find()) {
				Set<String> keys = new TreeSet<>();
				KEY.matcher(created.group(3)).results().forEach((key) -> keys.add(key.group(1)));
				made.put(created.group(2), created.group(1).equals("tls") ? Set.of("tls.crt", "tls.key") : keys);
			}
		}
		return made;
	}

	private int run(int absent, String... arguments) throws IOException, InterruptedException {
		program("kubectl", KUBECTL);
		program("openssl", OPENSSL);
		List<String> command = new ArrayList<>(List.of(MAKE_SECRETS.toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("output").toFile());
		builder.environment().merge("PATH", this.folder.toString(), (path, first) -> first + ":" + path);
		builder.environment().put("ABSENT", String.valueOf(absent));
		return builder.start().waitFor();
	}

	private void program(String name, String text) throws IOException {
		Path program = Files.writeString(this.folder.resolve(name), text);
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
	}

	/** The secrets that pods and the database refer to, each with the keys they want. */
	private static Map<String, Set<String>> references(Overlay overlay) {
		Map<String, Set<String>> references = new TreeMap<>();
		for (Workload workload : overlay.own()) {
			for (JsonNode reference : workload.container().path("env").findValues("secretKeyRef")) {
				keys(references, reference.get("name")).add(reference.get("key").asString());
			}
			for (JsonNode secret : workload.pod().get("volumes").findValues("secret")) {
				Set<String> keys = keys(references, secret.get("secretName"));
				secret.path("items").forEach((item) -> keys.add(item.get("key").asString()));
				if (secret.get("secretName").asString().endsWith("-tls")) {
					keys.addAll(Set.of("tls.crt", "tls.key"));
				}
			}
		}
		overlay.all("Cluster")
			.flatMap((cluster) -> Stream.concat(Stream.of(cluster.at("/spec/bootstrap/initdb/secret")),
					cluster.findValues("passwordSecret").stream()))
			.forEach((secret) -> keys(references, secret.get("name")).addAll(Set.of("username", "password")));
		return references;
	}

	private static Set<String> keys(Map<String, Set<String>> references, JsonNode name) {
		return references.computeIfAbsent(name.asString(), (key) -> new TreeSet<>());
	}

}
