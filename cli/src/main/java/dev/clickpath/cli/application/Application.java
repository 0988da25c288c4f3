package dev.clickpath.cli.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.process.LifeLine;
import dev.clickpath.cli.process.Signal;

/**
 * A service's jar, unpacked so that the JVM can use a cache of its classes.
 *
 * @param module the Maven module it was built by
 * @param folder where it was unpacked
 * @param beansPrepared whether Spring's beans were worked out when it was built
 */
public record Application(String module, Path folder, boolean beansPrepared) {

	/**
	 * Unpacks what Maven built, unless that very jar is unpacked already; an older one is
	 * deleted.
	 */
	public static Application of(Path checkout, String module, Home home) {
		Path built = checkout.resolve(module).resolve("target").resolve(module + ".jar");
		if (!Files.exists(built)) {
			throw new Problem("%s is not built; build it with mvn package.".formatted(built));
		}
		try (ZipFile jar = new ZipFile(built.toFile())) {
			List<? extends ZipEntry> entries = jar.stream().toList();
			Path folder = home.applications().resolve(module + "-" + fingerprint(entries));
			if (!Files.exists(folder)) {
				deleteOlder(home, module);
				unpack(built, folder);
			}
			return new Application(module, folder, entries.stream()
				.anyMatch((entry) -> entry.getName().endsWith("__ApplicationContextInitializer.class")));
		}
		catch (IOException ex) {
			throw new Problem("%s cannot be read; build it again with mvn package.".formatted(built), ex);
		}
	}

	public Path jar() {
		return this.folder.resolve(this.module + ".jar");
	}

	/**
	 * Names, sizes and checksums of all entries stand for the content: a reproducible
	 * build gives every jar the same time.
	 */
	static String fingerprint(List<? extends ZipEntry> entries) {
		CRC32 names = new CRC32();
		long contents = 1;
		for (ZipEntry entry : entries) {
			names.update(entry.getName().getBytes(StandardCharsets.UTF_8));
			contents = contents * 0x100000001b3L + (entry.getCrc() ^ (entry.getSize() << 32));
		}
		return "%08x%016x".formatted(names.getValue(), contents);
	}

	private static void deleteOlder(Home home, String module) throws IOException {
		try (Stream<Path> folders = Files.list(home.applications())) {
			folders.filter((folder) -> folder.getFileName().toString().matches(module + "-[0-9a-f]{24}.*"))
				.sorted(Comparator.naturalOrder())
				.forEach(Home::delete);
		}
	}

	private static void unpack(Path built, Path folder) throws IOException {
		Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
		Home.delete(unfinished);
		Process process = LifeLine
			.command(Signal.TERM,
					List.of(Jvm.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djarmode=tools", "-jar",
							built.toString(), "extract", "--destination", unfinished.toString()))
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			if (process.waitFor() != 0) {
				throw new Problem("%s could not be unpacked into %s; make room there.".formatted(built, folder));
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new UncheckedIOException(new IOException("Interrupted while unpacking " + built, ex));
		}
		finally {
			LifeLine.release(process);
		}
		Files.move(unfinished, folder);
	}

}
