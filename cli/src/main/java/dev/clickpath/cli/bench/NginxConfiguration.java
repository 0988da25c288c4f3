package dev.clickpath.cli.bench;

import java.nio.file.Path;

/**
 * What every nginx here is told: no access log, since nobody else writes one; connections
 * that are never closed for their age, since the load tools do not connect again; and no
 * {@code tcp_nopush}, with which 100 KB take 44 ms.
 */
public final class NginxConfiguration {

	private NginxConfiguration() {
	}

	/**
	 * The file around these lines of its {@code http} block.
	 * @param user who starts it: an administrator's workers would otherwise become
	 * someone who may not enter the folder
	 */
	public static String around(String http, Path folder, int workers, String user) {
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
				%4$s}
				""".formatted(user.equals("root") ? "user root;\n" : "", folder, workers, http);
	}

}
