package dev.clickpath.cli.bench.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import dev.clickpath.cli.bench.NginxConfiguration;

/**
 * nginx as a load balancer, with connections to the upstreams that are kept open: without
 * them, as it is installed, it opens one for each request.
 */
final class Nginx implements Peer {

	@Override
	public String name() {
		return "nginx";
	}

	@Override
	public String program() {
		return "nginx";
	}

	@Override
	public String configuration(Path folder, int port, List<URI> upstreams, int cores) {
		String servers = upstreams.stream()
			.map((upstream) -> "		server " + upstream.getAuthority() + ";\n")
			.collect(Collectors.joining());
		return NginxConfiguration.around("""
					upstream storefronts {
						random two least_conn;
				%s		keepalive 64;
						keepalive_requests 1000000000;
					}
					server {
						listen 127.0.0.1:%d;
						location / {
							proxy_pass http://storefronts;
							proxy_http_version 1.1;
							proxy_set_header Connection "";
							proxy_set_header Host $http_host;
							proxy_set_header X-Forwarded-For $remote_addr;
						}
					}
				""".formatted(servers, port), folder, cores, System.getProperty("user.name"));
	}

	@Override
	public List<String> command(Path executable, Path configuration, Path folder) {
		return List.of(executable.toString(), "-p", folder.toString(), "-e", folder.resolve("error.log").toString(),
				"-c", configuration.toString());
	}

}
