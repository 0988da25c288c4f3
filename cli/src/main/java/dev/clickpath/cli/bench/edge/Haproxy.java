package dev.clickpath.cli.bench.edge;

import java.nio.file.Path;
import java.util.List;

import dev.clickpath.cli.http.Codings;

/**
 * HAProxy with its small cache, which is meant for small objects. To whom takes Brotli it
 * gives the plain body that it has already, so it takes no part there.
 */
final class Haproxy implements Peer {

	@Override
	public String name() {
		return "HAProxy";
	}

	@Override
	public String program() {
		return "haproxy";
	}

	@Override
	public String distribution() {
		return "haproxy";
	}

	@Override
	public boolean takes(Case test) {
		return test.protocol() == Protocol.PLAIN && test.coding().equals(Codings.IDENTITY) && !test.isLarge();
	}

	@Override
	public List<String> configure(Path executable, Site site) {
		Path file = site.write("haproxy.cfg", """
				global
					maxconn 4096
					nbthread %d
				defaults
					mode http
					timeout connect 5s
					timeout client 60s
					timeout server 60s
				cache assets
					total-max-size 64
					max-object-size 100000
					max-age 86400
					process-vary on
					frontend entrance
					bind 127.0.0.1:%d
					default_backend origin
				backend origin
					http-request cache-use assets
					http-response cache-store assets
					server origin 127.0.0.1:%d
				""".formatted(site.cores(), site.port(), site.originPort()));
		return List.of(executable.toString(), "-db", "-f", file.toString());
	}

}
