package dev.clickpath.cli.bench.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.net.ssl.SSLContext;

import dev.clickpath.cli.certificates.Certificates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PeerTests {

	private static final Case SMALL = Case.hits().getFirst();

	private static final Case LARGE = Case.hits().getLast();

	private static final Case ENCODED = Case.hits().get(1);

	private static final Case ENCRYPTED = Case.encrypted().getFirst();

	@TempDir
	private Path folder;

	@Test
	void nginxKeepsItsCacheOnDisk() {
		assertThat(new Nginx(false).configuration(site(null), "someone")).contains("proxy_cache_path /disk/cache ")
			.contains("listen 127.0.0.1:1;")
			.contains("server 127.0.0.1:3;")
			.contains("worker_processes 2;")
			.doesNotContain("open_file_cache")
			.doesNotContain("ssl")
			.doesNotContain("user ");
	}

	@Test
	void tunedNginxKeepsItInMemoryAndFilesOpen() {
		assertThat(new Nginx(true).configuration(site(null), "someone")).contains("proxy_cache_path /memory/cache ")
			.contains("open_file_cache max=10000");
	}

	@Test
	void nginxTakesACertificate() throws Exception {
		Tls tls = new Tls(new Certificates(Path.of("/disk")), SSLContext.getDefault());
		assertThat(new Nginx(false).configuration(site(tls), "someone")).contains("listen 127.0.0.1:2 ssl http2;")
			.contains("ssl_certificate /disk/localhost.pem;")
			.contains("ssl_certificate_key /disk/localhost-key.pem;");
	}

	@Test
	void anAdministratorsNginxStaysWhoItIs() {
		assertThat(new Nginx(false).configuration(site(null), "root")).contains("user root;");
	}

	@Test
	void varnishAndHaproxyStandBeforeTheSameOrigin() throws IOException {
		Site site = new Site(this.folder, this.folder, 1, 2, 3, 2, null);
		assertThat(new Varnish().configure(Path.of("/sbin/varnishd"), site)).startsWith("/sbin/varnishd")
			.contains("127.0.0.1:1", "http_gzip_support=off");
		assertThat(Files.readString(this.folder.resolve("default.vcl"))).contains(".port = \"3\"");
		new Haproxy().configure(Path.of("/sbin/haproxy"), site);
		assertThat(Files.readString(this.folder.resolve("haproxy.cfg"))).contains("bind 127.0.0.1:1")
			.contains("server origin 127.0.0.1:3")
			.contains("nbthread 2");
	}

	@Test
	void eachTakesPartInWhatItCanDo() {
		assertThat(List.of(SMALL, ENCODED, LARGE, ENCRYPTED)).allMatch(new Nginx(true)::takes);
		assertThat(List.of(SMALL, ENCODED, LARGE, ENCRYPTED).stream().filter(new Varnish()::takes))
			.containsExactly(SMALL, ENCODED, LARGE);
		assertThat(List.of(SMALL, ENCODED, LARGE, ENCRYPTED).stream().filter(new Haproxy()::takes))
			.containsExactly(SMALL);
	}

	private static Site site(@Nullable Tls tls) {
		return new Site(Path.of("/disk"), Path.of("/memory"), 1, 2, 3, 2, tls);
	}

}
