package dev.clickpath.catalog.loading;

import dev.clickpath.catalog.seed.CatalogueException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells a mistake in the data files in its own words instead of a stack trace.
 */
class CatalogueFailureAnalyzer extends AbstractFailureAnalyzer<CatalogueException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, CatalogueException cause) {
		return new FailureAnalysis(cause.getMessage(), "Correct the data file and start again.", cause);
	}

}
