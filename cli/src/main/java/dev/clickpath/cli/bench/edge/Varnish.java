package dev.clickpath.cli.bench.edge;

import java.nio.file.Path;
import java.util.List;

/**
 * Varnish with its built-in rules. Its own handling of gzip is off, which would take
 * every other coding out of the requests; its log, which it keeps in shared memory, does
 * not go to disk.
 */
final class Varnish implements Peer {

	@Override
	public String name() {
		return "Varnish";
	}

	@Override
	public String program() {
		return "varnishd";
	}

	@Override
	public String distribution() {
		return "varnish";
	}

	@Override
	public boolean takes(Case test) {
		return !test.protocol().isEncrypted();
	}

	@Override
	public List<String> configure(Path executable, Site site) {
		Path rules = site.write("default.vcl", """
				vcl 4.1;
				backend default {
					.host = "127.0.0.1";
					.port = "%d";
				}
				""".formatted(site.originPort()));
		return List.of(executable.toString(), "-F", "-j", "none", "-n", site.fast().resolve("varnish").toString(), "-a",
				"127.0.0.1:" + site.port(), "-f", rules.toString(), "-s", "malloc,64m", "-p", "http_gzip_support=off");
	}

}
