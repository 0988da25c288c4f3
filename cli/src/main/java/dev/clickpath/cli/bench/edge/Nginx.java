package dev.clickpath.cli.bench.edge;

import java.nio.file.Path;
import java.util.List;

/**
 * nginx with {@code proxy_cache}. It departs from what Debian installs where that would
 * be unfair or stall: no access log, since the edge writes none; connections that are
 * never closed for their age, since the load tools do not connect again; and no
 * {@code tcp_nopush}, with which 100 KB take 44 ms.
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
	 * @param user who starts it: an administrator's workers would otherwise become
	 * someone who may not enter the folder
	 */
	String configuration(Site site, String user) {
		Tls tls = site.tls();
		return """
				daemon off;
				%1$spid %2$s/nginx.pid;
				worker_processes %3$d;
				events {
					worker_connections 4096;
				}
				http {
					access_log off;
					sendfile on;
					tcp_nopush off;
					keepalive_requests 1000000000;
					client_body_temp_path %2$s/body;
					proxy_temp_path %2$s/proxy;
					fastcgi_temp_path %2$s/fastcgi;
					uwsgi_temp_path %2$s/uwsgi;
					scgi_temp_path %2$s/scgi;
					proxy_cache_path %4$s/cache levels=1:2 keys_zone=assets:10m max_size=64m inactive=1d use_temp_path=off;
				%5$s	upstream origin {
						server 127.0.0.1:%6$d;
						keepalive 16;
					}
					server {
						listen 127.0.0.1:%7$d;
				%8$s		location / {
							proxy_pass http://origin;
							proxy_http_version 1.1;
							proxy_set_header Connection "";
							proxy_cache assets;
						}
					}
				}
				"""
			.formatted(user.equals("root") ? "user root;\n" : "", site.folder(), site.cores(),
					this.tuned ? site.fast() : site.folder(), this.tuned ? OPEN_FILES : "", site.originPort(),
					site.port(), (tls != null) ? """
									listen 127.0.0.1:%d ssl http2;
									ssl_certificate %s;
									ssl_certificate_key %s;
									ssl_protocols TLSv1.2 TLSv1.3;
							""".formatted(site.tlsPort(), tls.certificates().certificate(),
							tls.certificates().privateKey()) : "");
	}

}
