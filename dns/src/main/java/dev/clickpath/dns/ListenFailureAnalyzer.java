package dev.clickpath.dns;

import dev.clickpath.dns.listening.ListenFailedException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells in a sentence, not in a stack trace, that a port is taken.
 */
class ListenFailureAnalyzer extends AbstractFailureAnalyzer<ListenFailedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ListenFailedException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
	}

}
