package dev.clickpath.catalog.step;

import java.util.function.Supplier;

import dev.clickpath.catalog.problem.BusyException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes steps, each in one transaction, a few at a time.
 */
@Component
public class Steps {

	private final Turnstile turnstile;

	private final TransactionOperations transaction;

	Steps(StepProperties properties, PlatformTransactionManager transactions) {
		this.turnstile = new Turnstile(properties.atOnce(), properties.patience());
		TransactionTemplate template = new TransactionTemplate(transactions);
		// What another transaction has done while this one waited for it must be seen.
		template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
		template.setTimeout((int) properties.timeout().toSeconds());
		this.transaction = template;
	}

	/**
	 * Does the work when it is its turn, or undoes all of it when it fails.
	 * @throws BusyException if its turn does not come soon enough
	 */
	public <T> T take(Supplier<T> step) {
		return this.turnstile.pass(() -> this.transaction.execute((status) -> step.get()));
	}

}
