package dev.clickpath.gateway.compression;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.github.luben.zstd.util.Native;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Compresses answers. Netty's own compressor does not tell caches that it does, keeps
 * strong tags, and has no say in quality.
 */
@Component
final class CompressionFilter implements WebFilter, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(CompressionFilter.class);

	private final Set<Coding> available = available();

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 40;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return chain.filter(exchange.mutate()
			.response(new CompressedResponse(exchange.getRequest(), exchange.getResponse(), this.available))
			.build());
	}

	private static Set<Coding> available() {
		Set<Coding> available = EnumSet.of(Coding.GZIP);
		if (loads("Brotli", Brotli4jLoader::ensureAvailability)) {
			available.add(Coding.BROTLI);
		}
		if (loads("Zstandard", Native::load)) {
			available.add(Coding.ZSTANDARD);
		}
		return Collections.unmodifiableSet(available);
	}

	private static boolean loads(String name, Runnable load) {
		try {
			load.run();
			return true;
		}
		catch (LinkageError | RuntimeException ex) {
			logger.warn("{} is not offered: its native library does not load here ({})", name, ex.getMessage());
			return false;
		}
	}

}
