package dev.clickpath.gateway.proxy;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import dev.clickpath.gateway.answer.GatewayFailure;
import dev.clickpath.gateway.telling.TryLog;
import dev.clickpath.gateway.upstream.Choice;
import dev.clickpath.gateway.upstream.Decision;
import dev.clickpath.gateway.upstream.Outcome;
import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.WaitingLine;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * One request on its way to an answer: chooses an upstream, passes the request on and the
 * answer back, and tries another upstream where nothing can be done twice by that.
 */
final class Dispatch {

	private final Means means;

	private final Errand errand;

	private final Relay relay;

	/** Since when it waits for somebody to have room; null while it does not. */
	private @Nullable Long waitingSince;

	Dispatch(Means means, Errand errand) {
		this.means = means;
		this.errand = errand;
		this.relay = new Relay(means, errand);
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
			long begin = this.means.pool().now();
			return switch (choose()) {
				case Choice choice -> {
					tell(choice, begin);
					yield attempt(choice);
				}
				case Decision.AllFull full -> waitInLine(hasPrecedence);
				case Decision.NoneLeft none -> Mono.error(noneLeft());
			};
		});
	}

	/** Who was only slow may be asked again where nobody else is left. */
	private Decision choose() {
		Decision decision = this.means.pool().choose(this.errand.shopper(), this.errand.tried());
		boolean last = decision instanceof Decision.NoneLeft && !this.errand.tried().isEmpty();
		return last ? this.means.pool().choose(this.errand.shopper(), this.errand.failed()) : decision;
	}

	private void tell(Choice choice, long begin) {
		if (this.waitingSince != null) {
			this.errand.telling().waited(this.waitingSince, begin);
			this.waitingSince = null;
		}
		this.errand.telling().chose(this.means.pool().upstreams(), choice, begin, this.means.pool().now());
	}

	private Mono<Void> waitInLine(boolean again) {
		long now = this.means.pool().now();
		if (this.waitingSince == null) {
			this.waitingSince = now;
		}
		Duration patience = mostInLine().minusNanos(now - this.waitingSince);
		Optional<WaitingLine.Place> place = patience.isPositive() ? this.means.pool().waitInLine(again)
				: Optional.empty();
		return place
			.map((mine) -> Mono.fromFuture(mine.called())
				.doOnCancel(mine::leave)
				.timeout(patience, Mono.error(Dispatch::tooBusy))
				.flatMap((called) -> next(true)))
			.orElseGet(() -> Mono.error(tooBusy()));
	}

	/** Whoever waits once more after a try does not wait past the deadline. */
	private Duration mostInLine() {
		Duration usual = this.means.properties().queueWait();
		Duration left = this.errand.timeLeft();
		return (this.errand.tries() > 0 && left.compareTo(usual) < 0) ? left : usual;
	}

	private Mono<Void> attempt(Choice choice) {
		boolean again = this.errand.tried().contains(choice.upstream());
		boolean hedged = this.errand.tries() == 0 && this.means.hedging().isEnabled()
				&& HttpMethod.GET.equals(this.errand.exchange().getRequest().getMethod());
		Mono<Void> attempt = hedged ? hedged(choice) : ask(choice, again ? pause() : Duration.ZERO, new Race());
		return attempt.onErrorResume(FailedTryException.class, this::recover);
	}

	/** Asks one instance, after a pause. */
	private Mono<Void> ask(Choice choice, Duration pause, Race race) {
		Attempt attempt = this.errand.tries(choice.upstream());
		Delivery delivery = new Delivery();
		race.joins();
		Mono<Void> sent = Mono.defer(() -> send(choice, attempt, delivery, race));
		return (pause.isZero() ? sent : later(pause).then(sent)).doFinally((signal) -> {
			race.leaves();
			attempt.ends();
		}).onErrorMap((error) -> judge(error, attempt, delivery));
	}

	private Mono<Void> send(Choice choice, Attempt attempt, Delivery delivery, Race race) {
		attempt.begins();
		return this.means.client()
			.exchange(this.errand.exchange(), this.errand.body(), choice.upstream(), this.errand.patience(), delivery)
			.flatMap((answer) -> {
				if (answer.isWorthAnotherTry() && race.isOpen()) {
					attempt.failed(Outcome.UNAVAILABLE);
					answer.answer().discard();
					return Mono.error(new Race.LostException());
				}
				if (!race.isWonBy(choice.upstream())) {
					answer.answer().discard();
					return Mono.error(new Race.LostException());
				}
				return this.relay.relay(answer, choice, attempt);
			});
	}

	/** Asks another instance as well when the first one takes its time. */
	private Mono<Void> hedged(Choice choice) {
		Race race = new Race();
		Mono<Boolean> other = later(this.means.hedging().delay())
			.then(Mono.defer(() -> asWell(choice.upstream(), race)))
			.thenReturn(true);
		return Mono.firstWithValue(ask(choice, Duration.ZERO, race).thenReturn(true), other)
			.then()
			.onErrorMap(NoSuchElementException.class, Dispatch::failureOf);
	}

	private Mono<Void> asWell(Upstream slow, Race race) {
		Optional<Choice> other = (!race.isDecided() && this.errand.claimRetry())
				? this.means.pool().chooseAnother(this.errand.shopper(), this.errand.tried()) : Optional.empty();
		if (other.isEmpty()) {
			return Mono.error(new Race.LostException());
		}
		this.errand.log(() -> TryLog.hedge(this.errand.method(), this.errand.path(), slow, other.get().upstream()));
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

	/** Whose failure it is. The upstream's is remembered, and may be made up for. */
	private Throwable judge(Throwable error, Attempt attempt, Delivery delivery) {
		Failure failure = this.errand.exchange().getResponse().isCommitted() ? null : Failure.of(error, delivery);
		if (failure == null) {
			return error;
		}
		attempt.failed(failure.outcome());
		return new FailedTryException(attempt.upstream(), failure, error);
	}

	private Mono<Void> recover(FailedTryException failed) {
		Failure failure = failed.failure();
		boolean again = failure.reached() ? failure.outcome() == Outcome.UNAVAILABLE || this.errand.claimRetry()
				: this.errand.mayReachAnother(failure);
		if (!again) {
			return Mono.error(lastly(failure));
		}
		this.errand.log(() -> TryLog.retry(this.errand.method(), this.errand.path(), this.errand.tries(),
				failed.upstream(), failure.words()));
		this.errand.goesOn(failed);
		return next(true);
	}

	/** On the event loop of the request, so that no two threads work for it. */
	private Mono<Long> later(Duration delay) {
		EventLoop loop = UpstreamClient.loopOf(UpstreamClient.nativeRequest(this.errand.exchange()));
		return Mono.delay(delay, Schedulers.fromExecutorService(loop));
	}

	/** Not all at the same time. */
	private Duration pause() {
		long usual = this.means.properties().retry().pause().toNanos();
		return Duration.ofNanos(usual / 2 + ThreadLocalRandom.current().nextLong(usual + 1));
	}

	/**
	 * What the last failure means to the client: RFC 9110, sections 15.6.3 to 15.6.5.
	 */
	private GatewayFailure lastly(Failure failure) {
		return switch (failure.outcome()) {
			case REFUSED -> noneThere();
			case UNAVAILABLE -> tooBusy();
			case TIMED_OUT -> new GatewayFailure(HttpStatus.GATEWAY_TIMEOUT, words(failure));
			case BROKEN, ANSWERED -> new GatewayFailure(HttpStatus.BAD_GATEWAY, words(failure));
		};
	}

	private String words(Failure failure) {
		return (this.errand.body().isRepeatable() || !failure.reached())
				? "No storefront could answer after " + this.errand.tries() + " tries. Please try again."
				: "The storefront did not answer. The request may have been carried out: look before you repeat it.";
	}

	private GatewayFailure noneLeft() {
		Failure last = this.errand.lastFailure();
		return (last != null) ? lastly(last) : noneThere();
	}

	private static GatewayFailure noneThere() {
		return GatewayFailure.retryLater("No storefront is there at the moment. Please try again soon.");
	}

	private static GatewayFailure tooBusy() {
		return GatewayFailure.retryLater("All storefronts are busy. Please try again in a moment.");
	}

}
