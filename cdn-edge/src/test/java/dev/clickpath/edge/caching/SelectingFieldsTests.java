package dev.clickpath.edge.caching;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SelectingFieldsTests {

	@ParameterizedTest(name = "{0}: Vary: {1}; {2} and {3} -> {4}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section of RFC 9111;             Vary;              stored for;                     asked with;                      the same
					4.1 same;                          Cookie;            Cookie: a=1;                    Cookie: a=1;                     true
					4.1 other;                         Cookie;            Cookie: a=1;                    Cookie: a=2;                     false
					4.1 values have a case;            Cookie;            Cookie: a=1;                    Cookie: A=1;                     false
					4.1 names have none;               cOOKIE;            Cookie: a=1;                    COOKIE: a=1;                     true
					4.1 absent in both;                Cookie;            ``;                             X: 1;                            true
					4.1 absent in one;                 Cookie;            Cookie: a=1;                    ``;                              false
					4.1 absent in the other;           Cookie;            ``;                             Cookie: a=1;                     false
					4.1 empty in one;                  X;                 X:;                             ``;                              false
					4.1 empty in the other;            X;                 ``;                             X:;                              false
					4.1 empty in both;                 X;                 X:;                             `X: ,`;                          true
					4.1 white space around commas;     X;                 X: 1,2;                         `X: 1 ,\t2 `;                    true
					4.1 lines are a list;              X;                 X: 1, 2;                        X: 1 | X: 2;                     true
					4.1 the order of lines counts;     X;                 X: 1 | X: 2;                    X: 2 | X: 1;                     false
					4.1 white space within counts;     X;                 X: a b;                         X: a  b;                         false
					4.1 commas within quotes;          X;                 X: "1,2";                       X: "1, 2";                       false
					4.1 all of several;                `X, Y`;            X: 1 | Y: 2;                    Y: 2 | X: 1;                     true
					4.1 one of several differs;        `X, Y`;            X: 1 | Y: 2;                    X: 1 | Y: 3;                     false
					4.1 others do not count;           X;                 X: 1 | Z: 1;                    X: 1 | Z: 2;                     true
					4.1 nothing named;                 ``;                X: 1;                           X: 2;                            true
					""")
	void matchRequestsThatSayTheSame(String section, String vary, String stored, String asked, boolean same) {
		for (String rules : new String[] { "cautious", "rfc" }) {
			StoredResponse response = Requests.response(Requests.rules(rules), stored, 200, "Vary: " + vary);
			assertThat(response.selecting().match(Requests.fields(asked))).as(section + ", " + rules).isEqualTo(same);
		}
	}

	/** RFC 9110, section 12.5.4: languages are ordered by their weights alone. */
	@ParameterizedTest(name = "{0} and {1} -> {2}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			en;                  EN;                   true
			en,fr;               fr, en;               true
			`en;q=0.5,fr`;       `fr, en; q=0.5`;      true
			`en;q=0.5,fr`;       `fr, en;Q=0.5`;       true
			`en;q=0.5,fr`;       `en, fr;q=0.5`;       false
			en;                  en-GB;                false
			en;                  `en;q=0.5`;           false
			en;                  ``;                   false
			en;                  *;                    false
			""")
	void wishesForLanguagesAreTheSameInAnyOrder(String stored, String asked, boolean same) {
		StoredResponse response = Requests.response("Accept-Language: " + stored, 200, "Vary: Accept-Language");
		assertThat(response.selecting()
			.match(asked.isEmpty() ? FieldList.of() : Requests.fields("Accept-Language: " + asked))).isEqualTo(same);
	}

	@ParameterizedTest(name = "a response in {0} for {1} -> cautious {2}, rfc {3}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			en;      `en, fr;q=0.5`;            false; true
			EN;      `en, fr;q=0.5`;            false; true
			en;      `fr;q=0.5, en;q=0.9`;      false; true
			en;      `en;q=0.5, fr;q=0.9`;      false; false
			en;      `en, fr`;                  false; false
			en;      `en-GB, fr;q=0.5`;         false; false
			en;      `*, en;q=0.5`;             false; false
			en;      `en;q=0`;                  false; false
			en;      `en;q=x`;                  false; false
			`en, de`; `en, fr;q=0.5`;           false; false
			""")
	void aResponseInTheLanguageThatIsWantedMostWillDoForTheBold(String language, String asked, boolean cautious,
			boolean rfc) {
		String response = "Vary: Accept-Language | Content-Language: " + language;
		FieldList request = Requests.fields("Accept-Language: " + asked);
		assertThat(
				Requests.response(CacheRules.CAUTIOUS, "Accept-Language: x", 200, response).selecting().match(request))
			.isEqualTo(cautious);
		assertThat(Requests.response(CacheRules.RFC, "Accept-Language: x", 200, response).selecting().match(request))
			.isEqualTo(rfc);
	}

	@Test
	void aWantedLanguageIsNoExcuseForAnotherField() {
		StoredResponse response = Requests.response(CacheRules.RFC, "Accept-Language: x | Cookie: a", 200,
				"Vary: Accept-Language, Cookie | Content-Language: en");
		assertThat(response.selecting().match(Requests.fields("Accept-Language: en | Cookie: a"))).isTrue();
		assertThat(response.selecting().match(Requests.fields("Accept-Language: en | Cookie: b"))).isFalse();
	}

	/** The edge asks for the plain body and encodes it itself. */
	@Test
	void codingsAreTheEdgesOwnAffair() {
		StoredResponse response = Requests.response("Accept-Encoding: br", 200, "Vary: accept-encoding, X");
		assertThat(response.selecting().values()).containsOnlyKeys("x");
		assertThat(response.selecting().match(Requests.fields("Accept-Encoding: gzip"))).isTrue();
	}

}
