package dev.clickpath.cli.bench.edge;

import java.nio.file.Path;
import java.util.List;

import dev.clickpath.cli.bench.NginxConfiguration;

/**
 * nginx with {@code proxy_cache}. It departs from what Debian installs only where that
 * would be unfair or stall.
 *
 * @param tuned whether files stay open and the cache is in memory
 */
record Nginx(boolean tuned) implements Peer {

	private static final String OPEN_FILES = """
				open_file_cache max=10000 inactive=1d;
				open_file_cache_valid 1h;
			""";

	@Override
	public String name() {
		return this.tuned ? "nginx, tuned" : "nginx";
	}

	@Override
	public String program() {
		return "nginx";
	}

	@Override
	public String distribution() {
		return "nginx";
	}

	@Override
	public boolean takes(Case test) {
		return true;
	}

	@Override
	public List<String> configure(Path executable, Site site) {
		Path file = site.write("nginx.conf", configuration(site, System.getProperty("user.name")));
		return List.of(executable.toString(), "-p", site.folder().toString(), "-e",
				site.folder().resolve("error.log").toString(), "-c", file.toString());
	}

	/**
	 * The configuration.
	 * @param user who starts it
	 */
	String configuration(Site site, String user) {
		Tls tls = site.tls();
		return NginxConfiguration
			.around("""
						proxy_cache_path %1$s/cache levels=1:2 keys_zone=assets:10m max_size=64m inactive=1d use_temp_path=off;
					%2$s	upstream origin {
							server 127.0.0.1:%3$d;
							keepalive 16;
						}
						server {
							listen 127.0.0.1:%4$d;
					%5$s		location / {
								proxy_pass http://origin;
								proxy_http_version 1.1;
								proxy_set_header Connection "";
								proxy_cache assets;
							}
						}
					"""
				.formatted(this.tuned ? site.fast() : site.folder(), this.tuned ? OPEN_FILES : "", site.originPort(),
						site.port(), (tls != null) ? """
										listen 127.0.0.1:%d ssl http2;
										ssl_certificate %s;
										ssl_certificate_key %s;
										ssl_protocols TLSv1.2 TLSv1.3;
								""".formatted(site.tlsPort(), tls.certificates().certificate(),
								tls.certificates().privateKey()) : ""),
					site.folder(), site.cores(), user);
	}

}
