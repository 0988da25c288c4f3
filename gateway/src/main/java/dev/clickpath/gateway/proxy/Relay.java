package dev.clickpath.gateway.proxy;

import java.util.Optional;
import java.util.function.LongSupplier;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.gateway.answer.IncompleteAnswerException;
import dev.clickpath.gateway.telling.TryLog;
import dev.clickpath.gateway.upstream.Choice;
import dev.clickpath.gateway.upstream.Outcome;
import dev.clickpath.gateway.upstream.Upstream;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes the answer of one request back, without a gap where an instance breaks off in the
 * middle of it.
 */
final class Relay {

	/** Pages are some 40 KB; so much of each answer on its way may lie in memory. */
	private static final int HELD = 256 * 1024;

	private final Means means;

	private final Errand errand;

	Relay(Means means, Errand errand) {
		this.means = means;
		this.errand = errand;
	}

	/**
	 * An answer of known length is passed on once it is whole, so that an instance that
	 * dies while it speaks is not noticed; what is longer, or still being made, is passed
	 * on as it comes, and taken up by another instance where it broke off.
	 */
	Mono<Void> relay(UpstreamAnswer answer, Choice choice, Attempt attempt) {
		long latency = attempt.headCame();
		if (answer.isWorthAnotherTry()) {
			if (mayBeBetterElsewhere(answer) && this.errand.claimRetry()) {
				answer.answer().discard();
				return Mono.error(new Failure.UpstreamRefusedException(answer.status()));
			}
			attempt.failed(Outcome.UNAVAILABLE);
		}
		else {
			this.means.pool().headCame(attempt.upstream(), latency);
			this.means.hedging().record(latency);
		}
		answer.letStreamsBeSilent();
		if (answer.isStream()) {
			attempt.answered();
		}
		AnswerRelay relay = new AnswerRelay(this.errand.exchange(), this.means.compression(),
				() -> this.errand.telling()
					.header(choice, this.errand.story(), answer.headers().getAll(ServerTiming.HEADER),
							this.means.pool().now()));
		if (!this.errand.body().isRepeatable()) {
			return relay.pieces(answer, watched(answer.answer().pieces(), attempt, () -> HELD)
				.onErrorMap((error) -> lost(error, attempt.upstream())));
		}
		if (answer.isAtMost(HELD)) {
			return answer.answer()
				.whole()
				.doOnSuccess((whole) -> attempt.complete(whole.readableBytes()))
				.doOnCancel(attempt::answered)
				.flatMap((whole) -> relay.whole(answer, whole));
		}
		SentBody passed = new SentBody();
		return relay.pieces(answer, watched(passed.noting(answer.answer().pieces()), attempt, passed::length)
			.onErrorResume((error) -> takeUp(error, answer, passed, attempt.upstream())));
	}

	/**
	 * Whoever says that it is busy, or what it needs is away, says so again when it is
	 * asked again; the shopper would wait for that.
	 */
	private boolean mayBeBetterElsewhere(UpstreamAnswer answer) {
		return !answer.isBusy() || this.means.pool().hasAnother(this.errand.shopper(), this.errand.tried());
	}

	/**
	 * Takes note of how a body ends. A client that goes away has nothing against the
	 * instance.
	 * @param length of what has come, in bytes; of more than is held the most has gone
	 */
	private static Flux<ByteBuf> watched(Flux<ByteBuf> body, Attempt attempt, LongSupplier length) {
		return body.doOnComplete(() -> attempt.complete(Math.min(length.getAsLong(), HELD)))
			.doOnCancel(attempt::answered)
			.doOnError((error) -> blame(error, attempt));
	}

	private static void blame(Throwable error, Attempt attempt) {
		Failure failure = failureOf(error);
		if (failure != null && !(error instanceof DifferentPageException)) {
			attempt.failed(failure.outcome());
		}
		attempt.release();
	}

	/**
	 * Has another instance make the page anew and goes on with it where the first one
	 * broke off, if it is the same page up to there.
	 */
	private Flux<ByteBuf> takeUp(Throwable error, UpstreamAnswer broken, SentBody passed, Upstream upstream) {
		Failure failure = failureOf(error);
		if (failure == null) {
			return Flux.error(error);
		}
		Optional<Choice> next = this.errand.claimRetry()
				? this.means.pool().chooseAnother(this.errand.shopper(), this.errand.tried()) : Optional.empty();
		if (next.isEmpty()) {
			return Flux.error(lost(error, upstream));
		}
		Upstream other = next.get().upstream();
		Attempt attempt = this.errand.tries(other);
		this.errand.log(() -> TryLog.takeUp(this.errand.method(), this.errand.path(), upstream, words(error, failure),
				passed.length(), other));
		attempt.begins();
		return this.means.client()
			.exchange(this.errand.exchange(), this.errand.body(), other, this.errand.patience(), new Delivery())
			.doOnError((failed) -> blame(failed, attempt))
			.flatMapMany((again) -> {
				attempt.headCame();
				if (!again.isLike(broken)) {
					again.answer().discard();
					return Flux.<ByteBuf>error(new DifferentPageException("answers otherwise"));
				}
				return watched(passed.noting(passed.restOf(again.answer().pieces())), attempt, passed::length);
			})
			.doFinally((signal) -> attempt.ends())
			.onErrorResume((another) -> takeUp(another, broken, passed, other));
	}

	/**
	 * What it means that nobody goes on with an answer: before the client has anything of
	 * it, it can still be told or somebody else be asked.
	 */
	private Throwable lost(Throwable error, Upstream upstream) {
		Failure failure = failureOf(error);
		if (failure == null || !this.errand.exchange().getResponse().isCommitted()) {
			return error;
		}
		this.errand
			.log(() -> TryLog.incomplete(this.errand.method(), this.errand.path(), upstream, words(error, failure)));
		return new IncompleteAnswerException(error);
	}

	private static @Nullable Failure failureOf(Throwable error) {
		Delivery delivery = new Delivery();
		delivery.begin();
		return Failure.of(error, delivery);
	}

	private static String words(Throwable error, Failure failure) {
		return (error instanceof DifferentPageException different) ? different.words() : failure.words();
	}

}
