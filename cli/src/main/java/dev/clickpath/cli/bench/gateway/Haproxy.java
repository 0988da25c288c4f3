package dev.clickpath.cli.bench.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * HAProxy: two random choices, the less loaded of them, and health checks every second,
 * as the gateway has them.
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
	public String configuration(Path folder, int port, List<URI> upstreams, int cores) {
		String servers = IntStream.range(0, upstreams.size())
			.mapToObj((i) -> "	server s%d %s check inter 1s\n".formatted(i + 1, upstreams.get(i).getAuthority()))
			.collect(Collectors.joining());
		return """
				global
					maxconn 4096
					nbthread %d
				defaults
					mode http
					option forwardfor
					http-reuse always
					timeout connect 5s
					timeout client 60s
					timeout server 60s
				frontend entrance
					bind 127.0.0.1:%d
					default_backend storefronts
				backend storefronts
					balance random(2)
					option httpchk GET /ready
				%s""".formatted(cores, port, servers);
	}

	@Override
	public List<String> command(Path executable, Path configuration, Path folder) {
		return List.of(executable.toString(), "-db", "-f", configuration.toString());
	}

}
