package dev.clickpath.dns.answering;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;

/**
 * What a message turned out to be.
 */
public sealed interface Request {

	/**
	 * A question.
	 *
	 * @param id by which the client knows the answer
	 * @param recursionDesired whether it would like others to be asked, which does not
	 * happen here
	 * @param name in the very letters it was asked with
	 * @param type what of it
	 * @param dclass in which of the net's classes
	 * @param edns null when nothing is said
	 */
	record Query(int id, boolean recursionDesired, Name name, int type, int dclass,
			@Nullable Edns edns) implements Request {
	}

	/**
	 * No question that can be answered; a header says so and why.
	 *
	 * @param id by which the client knows the answer
	 * @param opcode what it wanted
	 * @param recursionDesired whether it would have liked others to be asked
	 * @param hasEdns whether it speaks EDNS, as far as it can be read
	 * @param rcode what is wrong
	 */
	record Faulty(int id, int opcode, boolean recursionDesired, boolean hasEdns, int rcode) implements Request {
	}

	/**
	 * Not to be answered with anything: too short to be a message, or an answer itself.
	 */
	record Noise() implements Request {
	}

}
