package dev.clickpath.gateway.listening;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells in a sentence, not in a stack trace, that the certificate cannot be used.
 */
class CertificateFailureAnalyzer extends AbstractFailureAnalyzer<UnusableCertificateException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnusableCertificateException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
	}

}
