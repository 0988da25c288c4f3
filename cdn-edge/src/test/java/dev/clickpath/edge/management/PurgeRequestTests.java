package dev.clickpath.edge.management;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PurgeRequestTests {

	@ParameterizedTest
	@ValueSource(strings = { "{\"everything\":true,\"soft\":null}", "{\"everything\":null}", "{\"tags\":null}",
			"{\"url\":null}" })
	void whatSaysNothingIsNoRequest(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> PurgeRequest.parse(text))
			.withMessageContaining("nothing");
	}

}
