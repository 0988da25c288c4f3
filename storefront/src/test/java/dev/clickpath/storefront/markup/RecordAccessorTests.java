package dev.clickpath.storefront.markup;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.expression.AccessException;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelEvaluationException;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecordAccessorTests {

	private final RecordAccessor accessor = new RecordAccessor();

	private final StandardEvaluationContext context = new StandardEvaluationContext();

	@Test
	void readsComponentsOfRecordsAlone() throws AccessException {
		Pot pot = new Pot("Kettle", null);
		assertThat(this.accessor.canRead(this.context, pot, "name")).isTrue();
		assertThat(this.accessor.read(this.context, pot, "name").getValue()).isEqualTo("Kettle");
		assertThat(this.accessor.read(this.context, pot, "lid").getValue()).isNull();
		assertThat(this.accessor.canRead(this.context, pot, "hot")).as("no component").isFalse();
		assertThat(this.accessor.canRead(this.context, Map.of("name", "Kettle"), "name")).isFalse();
		assertThat(this.accessor.canRead(this.context, null, "name")).isFalse();
	}

	@Test
	void anExpressionThatHasReadARecordReadsWhateverComesNext() {
		this.context.addPropertyAccessor(this.accessor);
		Expression name = new SpelExpressionParser().parseExpression("name");
		assertThat(name.getValue(this.context, new Pot("Kettle", null))).isEqualTo("Kettle");
		assertThat(name.getValue(this.context, new Tea("Assam"))).isEqualTo("Assam");
		assertThat(name.getValue(this.context, new Shelf())).isEqualTo("Shelf");
		assertThat(name.getValue(this.context, new Pot("Pan", "flat"))).isEqualTo("Pan");
	}

	@Test
	void whatARecordDoesNotHaveIsAnErrorAsEver() {
		this.context.addPropertyAccessor(this.accessor);
		Expression lid = new SpelExpressionParser().parseExpression("lid");
		assertThat(lid.getValue(this.context, new Pot("Pan", "flat"))).isEqualTo("flat");
		assertThatExceptionOfType(SpelEvaluationException.class)
			.isThrownBy(() -> lid.getValue(this.context, new Tea("Assam")))
			.withMessageContaining("lid");
	}

	@Test
	void changesNothing() {
		assertThat(this.accessor.canWrite(this.context, new Tea("Assam"), "name")).isFalse();
	}

	private record Pot(String name, @Nullable String lid) {

		@SuppressWarnings("unused")
		boolean isHot() {
			return true;
		}

	}

	private record Tea(String name) {
	}

	/** Not a record. */
	public static final class Shelf {

		public String getName() {
			return "Shelf";
		}

	}

}
