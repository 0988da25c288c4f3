package dev.clickpath.gateway.proxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.gateway.answer.GatewayFailure;
import dev.clickpath.gateway.telling.TryLog;
import dev.clickpath.gateway.upstream.Choice;
import dev.clickpath.gateway.upstream.Decision;
import dev.clickpath.gateway.upstream.Outcome;
import dev.clickpath.gateway.upstream.Shopper;
import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.WaitingLine;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * One request on its way to an answer: chooses an upstream, passes the request on and the
 * answer back, and tries another upstream where nothing can be done twice by that.
 */
final class Dispatch {

	/** Pages are some 40 KB; so much of each answer on its way may lie in memory. */
	private static final int HELD = 256 * 1024;

	private final Means means;

	private final ServerWebExchange exchange;

	private final RequestBody body;

	private final Shopper shopper;

	private final long start;

	private final List<Upstream> tried = new ArrayList<>(2);

	/**
	 * How often an instance has been asked, and what came of the last time, for people.
	 */
	private int tries;

	private String lastFailure = "";

	private @Nullable Long waitingSince;

	Dispatch(Means means, ServerWebExchange exchange, RequestBody body, Shopper shopper, long start) {
		this.means = means;
		this.exchange = exchange;
		this.body = body;
		this.shopper = shopper;
		this.start = start;
	}

	Mono<Void> run() {
		return next(false);
	}

	/**
	 * @param hasPrecedence whether it may pass those who wait in line, since it has
	 * waited before
	 */
	private Mono<Void> next(boolean hasPrecedence) {
		return Mono.defer(() -> {
			if (!hasPrecedence && this.means.pool().waiting() > 0) {
				return waitInLine(false);
			}
			return switch (this.means.pool().choose(this.shopper, this.tried)) {
				case Choice choice -> attempt(choice);
				case Decision.AllFull full -> waitInLine(hasPrecedence);
				case Decision.NoneLeft none -> Mono.error(noneLeft());
			};
		});
	}

	private Mono<Void> waitInLine(boolean again) {
		long now = this.means.pool().now();
		if (this.waitingSince == null) {
			this.waitingSince = now;
		}
		Duration patience = this.means.properties().queueWait().minusNanos(now - this.waitingSince);
		Optional<WaitingLine.Place> place = patience.isPositive() ? this.means.pool().waitInLine(again)
				: Optional.empty();
		return place
			.map((mine) -> Mono.fromFuture(mine.called())
				.doOnCancel(mine::leave)
				.timeout(patience, Mono.error(Dispatch::tooBusy))
				.flatMap((called) -> next(true)))
			.orElseGet(() -> Mono.error(tooBusy()));
	}

	private Mono<Void> attempt(Choice choice) {
		boolean again = this.tried.contains(choice.upstream());
		boolean hedged = this.tries == 0 && this.means.hedging().isEnabled()
				&& HttpMethod.GET.equals(this.exchange.getRequest().getMethod());
		Mono<Void> attempt = hedged ? hedged(choice) : ask(choice, again ? pause() : Duration.ZERO, new Race());
		return attempt.onErrorResume(FailedTryException.class, this::recover);
	}

	/** Asks one instance, after a pause. */
	private Mono<Void> ask(Choice choice, Duration pause, Race race) {
		Upstream upstream = choice.upstream();
		if (!this.tried.contains(upstream)) {
			this.tried.add(upstream);
		}
		this.tries++;
		Delivery delivery = new Delivery();
		Mono<Void> sent = Mono.defer(() -> send(choice, delivery, race));
		return (pause.isZero() ? sent : Mono.delay(pause).then(sent))
			.doFinally((signal) -> this.means.pool().release(upstream))
			.onErrorMap((error) -> judge(error, upstream, delivery));
	}

	private Mono<Void> send(Choice choice, Delivery delivery, Race race) {
		long sent = this.means.pool().now();
		return this.means.client()
			.exchange(this.exchange, this.body, choice.upstream(), patience(), delivery, (answer) -> {
				if (!race.isWonBy(choice.upstream())) {
					answer.connection().dispose();
					return Mono.<Void>error(new Race.LostException());
				}
				return relay(answer, choice, sent);
			})
			.then();
	}

	/** Asks another instance as well when the first one takes its time. */
	private Mono<Void> hedged(Choice choice) {
		Race race = new Race();
		Mono<Boolean> other = Mono.delay(this.means.hedging().delay())
			.then(Mono.defer(() -> asWell(choice.upstream(), race)))
			.thenReturn(true);
		return Mono.firstWithValue(ask(choice, Duration.ZERO, race).thenReturn(true), other)
			.then()
			.onErrorMap(NoSuchElementException.class, Dispatch::failureOf);
	}

	private Mono<Void> asWell(Upstream slow, Race race) {
		Optional<Choice> other = (!race.isDecided() && claimRetry())
				? this.means.pool().chooseAnother(this.shopper, this.tried) : Optional.empty();
		if (other.isEmpty()) {
			return Mono.error(new Race.LostException());
		}
		TryLog.hedge(method(), path(), slow, other.get().upstream());
		return ask(new Choice(other.get().upstream(), "asked as well as " + slow + "; " + other.get().reason()),
				Duration.ZERO, race);
	}

	/** Why none of those in a race has answered. */
	private static Throwable failureOf(Throwable error) {
		Throwable cause = (error.getCause() != null) ? error.getCause() : error;
		return Exceptions.unwrapMultiple(cause)
			.stream()
			.filter((one) -> !(one instanceof Race.LostException))
			.findFirst()
			.orElse(error);
	}

	/**
	 * An answer of known length is passed on once it is whole, so that an instance that
	 * dies while it speaks is not noticed; what is longer, or still being made, is passed
	 * on as it comes, and taken up by another instance where it broke off.
	 */
	private Mono<Void> relay(UpstreamAnswer answer, Choice choice, long sent) {
		Upstream upstream = choice.upstream();
		if (answer.isWorthAnotherTry()) {
			if (claimRetry()) {
				answer.connection().dispose();
				return Mono.error(new Failure.UpstreamRefusedException(answer.status()));
			}
			failed(upstream, Outcome.UNAVAILABLE);
		}
		else {
			long latency = this.means.pool().now() - sent;
			this.means.pool().answered(upstream, latency);
			this.means.hedging().record(latency);
		}
		answer.letStreamsBeSilent();
		ServerTiming timing = new ServerTiming();
		timing.add(new ServerTiming.Entry("gateway", Duration.ofNanos(this.means.pool().now() - this.start),
				upstream + " in " + upstream.zone() + ": " + choice.reason() + this.lastFailure));
		ServerHttpResponse response = this.exchange.getResponse();
		if (!this.body.isRepeatable()) {
			return AnswerRelay.relay(answer, answer.body(), response, timing);
		}
		if (answer.isAtMost(HELD)) {
			return answer.wholeBody()
				.flatMap((whole) -> AnswerRelay.relay(answer, Flux.just(Unpooled.wrappedBuffer(whole)), response,
						timing));
		}
		SentBody passed = new SentBody();
		return AnswerRelay.relay(answer,
				passed.noting(answer.body()).onErrorResume((error) -> takeUp(error, answer, passed, upstream)),
				response, timing);
	}

	/**
	 * Has another instance make the page anew and goes on with it where the first one
	 * broke off, if it is the same page up to there.
	 */
	private Flux<ByteBuf> takeUp(Throwable error, UpstreamAnswer broken, SentBody passed, Upstream upstream) {
		Delivery delivery = new Delivery();
		delivery.begin();
		Failure failure = Failure.of(error, delivery);
		if (failure == null) {
			return Flux.error(error);
		}
		failed(upstream, failure.outcome());
		Optional<Choice> next = claimRetry() ? this.means.pool().chooseAnother(this.shopper, this.tried)
				: Optional.empty();
		if (next.isEmpty()) {
			return Flux.error(error);
		}
		Upstream other = next.get().upstream();
		this.tried.add(other);
		this.tries++;
		TryLog.takeUp(method(), path(), upstream, passed.length(), other);
		return this.means.client().exchange(this.exchange, this.body, other, patience(), delivery, (again) -> {
			if (!again.isLike(broken)) {
				again.connection().dispose();
				return Flux.<ByteBuf>error(error);
			}
			return passed.noting(passed.restOf(again.body()));
		})
			.doFinally((signal) -> this.means.pool().release(other))
			.onErrorResume((another) -> takeUp(another, broken, passed, other));
	}

	/** Whose failure it is. The upstream's is remembered, and may be made up for. */
	private Throwable judge(Throwable error, Upstream upstream, Delivery delivery) {
		Failure failure = this.exchange.getResponse().isCommitted() ? null : Failure.of(error, delivery);
		if (failure == null) {
			return error;
		}
		failed(upstream, failure.outcome());
		return new FailedTryException(upstream, failure, error);
	}

	private Mono<Void> recover(FailedTryException failed) {
		Failure failure = failed.failure();
		boolean again = failure.reached() ? failure.outcome() == Outcome.UNAVAILABLE || claimRetry()
				: !this.body.isGone() && timeLeft().isPositive();
		if (!again) {
			return Mono.error(lastly(failure));
		}
		TryLog.retry(method(), path(), this.tries, failed.upstream(), failure.words());
		this.lastFailure = "; try " + (this.tries + 1) + ", " + failed.upstream() + " " + failure.words();
		return next(true);
	}

	/**
	 * Whether the request may be sent once more though it may have been received: it must
	 * do no harm, and be neither too often, too late nor too many at once.
	 */
	private boolean claimRetry() {
		return this.body.isRepeatable() && this.tries < this.means.properties().retry().tries()
				&& timeLeft().isPositive() && this.means.budget().take(this.means.pool().now());
	}

	private void failed(Upstream upstream, Outcome outcome) {
		this.means.pool().failed(upstream, outcome).ifPresent(this.means.log()::tell);
	}

	/** How long an instance may take to begin its answer. */
	private Duration patience() {
		Duration usual = this.body.isRepeatable() ? this.means.properties().responseTimeout()
				: this.means.properties().unsafeResponseTimeout();
		Duration left = timeLeft();
		return (left.isPositive() && left.compareTo(usual) < 0) ? left : usual;
	}

	private Duration timeLeft() {
		return this.means.properties().deadline().minusNanos(this.means.pool().now() - this.start);
	}

	/** Not all at the same time. */
	private Duration pause() {
		long usual = this.means.properties().retry().pause().toNanos();
		return Duration.ofNanos(usual / 2 + ThreadLocalRandom.current().nextLong(usual + 1));
	}

	private GatewayFailure lastly(Failure failure) {
		HttpStatus status = (failure.outcome() == Outcome.TIMED_OUT) ? HttpStatus.GATEWAY_TIMEOUT
				: HttpStatus.BAD_GATEWAY;
		return new GatewayFailure(status, this.body.isRepeatable()
				? "No storefront could answer after " + this.tries + " tries. Please try again."
				: "The storefront did not answer. The request may have been carried out: look before you repeat it.");
	}

	private GatewayFailure noneLeft() {
		return this.tried.isEmpty()
				? GatewayFailure.retryLater("No storefront is there at the moment. Please try again soon.")
				: new GatewayFailure(HttpStatus.BAD_GATEWAY,
						"No storefront could answer; " + this.tries + " were tried. Please try again.");
	}

	private static GatewayFailure tooBusy() {
		return GatewayFailure.retryLater("All storefronts are busy. Please try again in a moment.");
	}

	private String method() {
		return this.exchange.getRequest().getMethod().name();
	}

	private String path() {
		return this.exchange.getRequest().getPath().value();
	}

}
