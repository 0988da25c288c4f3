package dev.clickpath.gateway.proxy;

import java.util.Optional;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.gateway.telling.TryLog;
import dev.clickpath.gateway.upstream.Choice;
import dev.clickpath.gateway.upstream.Outcome;
import dev.clickpath.gateway.upstream.Upstream;
import io.netty.buffer.ByteBuf;
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
	Mono<Void> relay(UpstreamAnswer answer, Choice choice, long sent) {
		Upstream upstream = choice.upstream();
		if (answer.isWorthAnotherTry()) {
			if (this.errand.claimRetry()) {
				answer.answer().discard();
				return Mono.error(new Failure.UpstreamRefusedException(answer.status()));
			}
			this.errand.failed(upstream, Outcome.UNAVAILABLE);
		}
		else {
			long latency = this.means.pool().now() - sent;
			this.means.pool().answered(upstream, latency);
			this.means.hedging().record(latency);
		}
		answer.letStreamsBeSilent();
		ServerTiming timing = new ServerTiming();
		timing.add(new ServerTiming.Entry("gateway", this.errand.age(),
				upstream + " in " + upstream.zone() + ": " + choice.reason() + this.errand.story()));
		AnswerRelay relay = new AnswerRelay(this.errand.exchange(), this.means.compression());
		if (!this.errand.body().isRepeatable()) {
			return relay.pieces(answer, answer.answer().pieces(), timing);
		}
		if (answer.isAtMost(HELD)) {
			return answer.answer().whole().flatMap((whole) -> relay.whole(answer, whole, timing));
		}
		SentBody passed = new SentBody();
		return relay.pieces(answer, passed.noting(answer.answer().pieces())
			.onErrorResume((error) -> takeUp(error, answer, passed, upstream)), timing);
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
		this.errand.failed(upstream, failure.outcome());
		Optional<Choice> next = this.errand.claimRetry()
				? this.means.pool().chooseAnother(this.errand.shopper(), this.errand.tried()) : Optional.empty();
		if (next.isEmpty()) {
			return Flux.error(error);
		}
		Upstream other = next.get().upstream();
		this.errand.tries(other);
		TryLog.takeUp(this.errand.method(), this.errand.path(), upstream, passed.length(), other);
		return this.means.client()
			.exchange(this.errand.exchange(), this.errand.body(), other, this.errand.patience(), delivery)
			.flatMapMany((again) -> {
				if (!again.isLike(broken)) {
					again.answer().discard();
					return Flux.<ByteBuf>error(error);
				}
				return passed.noting(passed.restOf(again.answer().pieces()));
			})
			.doFinally((signal) -> this.means.pool().release(other))
			.onErrorResume((another) -> takeUp(another, broken, passed, other));
	}

}
