package dev.clickpath.cli.bench.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * NSD, a name server in C that answers for its zones and does nothing else. It departs
 * from what it comes with only where it would limit who asks this often, or wants to be
 * another user.
 *
 * @param executable the program
 */
record Nsd(Path executable) {

	static final String NAME = "NSD";

	static final String PROGRAM = "nsd";

	/**
	 * Writes its configuration and its zone.
	 * @return the command that runs it in front
	 */
	List<String> configure(Path folder, int port) {
		try {
			Files.writeString(folder.resolve("clickpath.test.zone"), Question.zone());
			Path configuration = Files.writeString(folder.resolve("nsd.conf"), configuration(folder, port));
			return List.of(this.executable.toString(), "-d", "-c", configuration.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The temporary folder cannot be written", ex);
		}
	}

	static String configuration(Path folder, int port) {
		return """
				server:
					ip-address: 127.0.0.1@%2$d
					server-count: 1
					username: ""
					chroot: ""
					zonesdir: "%1$s"
					pidfile: "%1$s/nsd.pid"
					xfrdfile: "%1$s/xfrd.state"
					zonelistfile: "%1$s/zone.list"
					xfrdir: "%1$s"
					database: ""
					rrl-ratelimit: 0
				remote-control:
					control-enable: no
				zone:
					name: clickpath.test
					zonefile: clickpath.test.zone
				""".formatted(folder, port);
	}

}
