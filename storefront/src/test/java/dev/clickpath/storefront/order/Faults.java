package dev.clickpath.storefront.order;

import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong, once: at a step, before it is done or just after.
 */
final class Faults {

	private @Nullable Step step;

	private @Nullable Kind kind;

	synchronized void arm(Step step, Kind kind) {
		this.step = step;
		this.kind = kind;
	}

	synchronized boolean isArmed() {
		return this.step != null;
	}

	synchronized void disarm() {
		this.step = null;
		this.kind = null;
	}

	/**
	 * Does the step, or not, or does it and nobody hears of it.
	 */
	<T extends @Nullable Object> T at(Step step, Supplier<T> work, Function<String, RuntimeException> silence) {
		Kind fault = strike(step);
		if (fault == null) {
			return work.get();
		}
		throw switch (fault) {
			case CRASH_BEFORE -> throw new Crash();
			case CRASH_AFTER -> {
				var _ = work.get();
				throw new Crash();
			}
			case QUESTION_LOST -> silence.apply("The question got lost");
			case ANSWER_LOST -> {
				var _ = work.get();
				yield silence.apply("The answer got lost");
			}
		};
	}

	private synchronized @Nullable Kind strike(Step step) {
		if (this.step != step) {
			return null;
		}
		Kind fault = this.kind;
		disarm();
		return fault;
	}

	/**
	 * Where it goes wrong.
	 */
	enum Step {

		RESERVE, RELEASE, FULFIL, CHARGE, FIND, CONFIRM, CANCEL, PLACE

	}

	/**
	 * What goes wrong.
	 */
	enum Kind {

		CRASH_BEFORE, CRASH_AFTER, QUESTION_LOST, ANSWER_LOST

	}

	/**
	 * The process is gone: nobody gets to handle anything.
	 */
	static final class Crash extends Error {

		private static final long serialVersionUID = 1L;

	}

}
