package dev.clickpath.edge;

import dev.clickpath.edge.disk.UnusableFolderException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells in a sentence, not in a stack trace, that the folder for the cache cannot be
 * used.
 */
class FolderFailureAnalyzer extends AbstractFailureAnalyzer<UnusableFolderException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnusableFolderException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
	}

}
