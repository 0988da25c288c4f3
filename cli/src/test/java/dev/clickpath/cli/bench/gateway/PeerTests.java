package dev.clickpath.cli.bench.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeerTests {

	private static final Path FOLDER = Path.of("/disk");

	private static final List<URI> UPSTREAMS = List.of(URI.create("http://127.0.0.1:1"),
			URI.create("http://127.0.0.1:2"));

	@Test
	void nginxKeepsConnectionsToBothUpstreams() {
		assertThat(new Nginx().configuration(FOLDER, 3, UPSTREAMS, 2)).contains("listen 127.0.0.1:3;")
			.contains("server 127.0.0.1:1;", "server 127.0.0.1:2;")
			.contains("keepalive 64;", "proxy_http_version 1.1;", "proxy_set_header Connection \"\";")
			.contains("worker_processes 2;")
			.contains("pid /disk/nginx.pid;");
		assertThat(new Nginx().command(Path.of("/sbin/nginx"), FOLDER.resolve("configuration"), FOLDER))
			.containsExactly("/sbin/nginx", "-p", "/disk", "-e", "/disk/error.log", "-c", "/disk/configuration");
	}

	@Test
	void haproxyChecksBothUpstreams() {
		assertThat(new Haproxy().configuration(FOLDER, 3, UPSTREAMS, 2)).contains("bind 127.0.0.1:3\n")
			.contains("server s1 127.0.0.1:1 check inter 1s\n", "server s2 127.0.0.1:2 check inter 1s\n")
			.contains("http-reuse always", "option httpchk GET /ready")
			.contains("nbthread 2");
		assertThat(new Haproxy().command(Path.of("/sbin/haproxy"), FOLDER.resolve("configuration"), FOLDER))
			.containsExactly("/sbin/haproxy", "-db", "-f", "/disk/configuration");
	}

	@Test
	void whoIsNotInstalledIsToldOf() {
		assertThat(Peer.all()).extracting(Peer::absence)
			.containsExactly("nginx is not installed and was left out; install it with \"apt-get install nginx\".",
					"haproxy is not installed and was left out; install it with \"apt-get install haproxy\".");
	}

}
