package dev.clickpath.gateway.answer;

import dev.clickpath.gateway.telling.InTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Turns every failure of the gateway's own into problem details: a short, honest title,
 * never a stack trace.
 */
@Component
@Order(-2)
class ProblemDetailsHandler implements WebExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(ProblemDetailsHandler.class);

	private final JsonMapper json;

	ProblemDetailsHandler(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
		ServerHttpResponse response = exchange.getResponse();
		if (error instanceof IncompleteAnswerException) {
			return BrokenEnd.of(exchange.getRequest());
		}
		if (response.isCommitted()) {
			return Mono.error(error);
		}
		if (error instanceof AbortedException) {
			// The client is gone: nobody is there to answer, and nothing is wrong here.
			return Mono.empty();
		}
		ProblemDetail problem = problemOf(exchange, error);
		response.setRawStatusCode(problem.getStatus());
		response.getHeaders().clear();
		if (error instanceof ErrorResponse known) {
			response.getHeaders().putAll(known.getHeaders());
		}
		response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		response.getHeaders().setCacheControl("no-store");
		SecurityHeaders.addTo(response.getHeaders());
		byte[] body = this.json.writeValueAsBytes(problem);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	private static ProblemDetail problemOf(ServerWebExchange exchange, Throwable error) {
		if (error instanceof ErrorResponse known) {
			// A flood of what clients do wrong must not fill the log.
			InTrace.log(exchange,
					() -> logger.atLevel(known.getStatusCode().is5xxServerError() ? Level.INFO : Level.DEBUG)
						.log("{} {}: {}", exchange.getRequest().getMethod(), exchange.getRequest().getPath(),
								known.getBody().getDetail()));
			return known.getBody();
		}
		InTrace.log(exchange, () -> logger.error("{} {} failed", exchange.getRequest().getMethod(),
				exchange.getRequest().getPath(), error));
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, "The gateway could not pass the request on.");
	}

}
