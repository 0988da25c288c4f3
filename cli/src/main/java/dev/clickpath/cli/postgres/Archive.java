package dev.clickpath.cli.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for one operating system and processor, as they come in a jar on
 * the class path.
 *
 * @param resource the name of the archive
 */
record Archive(String resource) {

	private static final int OWNER_MAY_EXECUTE = 0100;

	/**
	 * The archive for this machine.
	 */
	static Archive forThisMachine() {
		return forMachine(System.getProperty("os.name"), System.getProperty("os.arch"));
	}

	static Archive forMachine(String system, String processor) {
		String family = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : system.toLowerCase(Locale.ROOT);
		String width = switch (processor) {
			case "amd64", "x86_64" -> "x86_64";
			case "aarch64", "arm64" -> "arm_64";
			default -> "";
		};
		if (width.isEmpty() || !(family.equals("linux") || family.equals("darwin"))) {
			throw new Problem("There is no PostgreSQL here for %s on %s; use Linux or macOS on x86-64 or arm64."
				.formatted(system, processor));
		}
		return new Archive("/postgres-%s-%s.txz".formatted(family, width));
	}

	/**
	 * Unpacks what is needed to run a server, once.
	 * @return the folder that holds {@code bin}
	 */
	Path unpack(Path parent) {
		try {
			URL url = Archive.class.getResource(this.resource);
			if (url == null) {
				throw new Problem("The command line was built without %s; build it again with mvn package."
					.formatted(this.resource));
			}
			Path folder = parent.resolve(Long.toHexString(url.openConnection().getContentLengthLong()));
			if (!Files.exists(folder)) {
				Home.delete(parent);
				Path unfinished = parent.resolve("unfinished");
				try (InputStream input = url.openStream()) {
					unpack(input, unfinished);
				}
				Files.move(unfinished, folder);
			}
			return folder;
		}
		catch (IOException ex) {
			throw new Problem("PostgreSQL could not be unpacked into %s (%s); make room there.".formatted(parent,
					ex.getMessage()), ex);
		}
	}

	private static void unpack(InputStream input, Path folder) throws IOException {
		TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(input));
		for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
			Path target = folder.resolve(entry.getName()).normalize();
			if (entry.isDirectory() || !isNeeded(entry.getName())) {
				continue;
			}
			Files.createDirectories(target.resolveSibling("."));
			if (entry.isSymbolicLink()) {
				Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
			}
			else {
				Files.copy(tar, target);
				if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !target.toFile().setExecutable(true)) {
					throw new IOException(target + " cannot be made executable");
				}
			}
		}
	}

	/** What only serves to compile other programs is left out. */
	private static boolean isNeeded(String name) {
		return !name.endsWith(".a") && !name.contains("include/") && !name.contains("pkgconfig/");
	}

}
