package dev.clickpath.storefront.markup;

import java.util.Locale;
import java.util.Map;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContextWrapper;

import org.springframework.expression.EvaluationContext;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/**
 * What templates are given. All of them read properties in the same way, which is
 * remembered: looking it up took a third of a page's time.
 */
public final class TemplateContexts {

	private static final EvaluationContext EVALUATION = evaluation();

	private TemplateContexts() {
	}

	/**
	 * A new one with these variables, to which others may be added.
	 */
	public static Context of(Locale locale, Map<String, Object> variables) {
		Context context = new Context(locale, variables);
		context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContextWrapper(EVALUATION));
		return context;
	}

	private static EvaluationContext evaluation() {
		StandardEvaluationContext evaluation = new StandardEvaluationContext();
		// The first to be asked.
		evaluation.addPropertyAccessor(new RecordAccessor());
		return evaluation;
	}

}
