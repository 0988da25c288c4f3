package dev.clickpath.catalog.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTests {

	@Test
	void markupIsTextLikeAnyOther() {
		String markup = "<script>alert('&amp;')</script> ${7*7} [[${x}]] ' or 1=1 --";
		assertThat(PlainText.line(markup)).isEqualTo(markup);
		assertThat(PlainText.lines(markup)).isEqualTo(markup);
	}

	@Test
	void aTitleIsOneLine() {
		assertThat(PlainText.line(" Very\r\n good\t\u00a0kettle\u2028 ")).isEqualTo("Very good kettle");
	}

	@Test
	void aTextKeepsItsLines() {
		assertThat(PlainText.lines("\r\n One\r\ntwo\r\r\n \n\n\nthree\tfour \n")).isEqualTo("One\ntwo\n\nthree four");
	}

	@Test
	void takesOutWhatCannotBeSeenOrTurnsTextRound() {
		assertThat(PlainText.line("a\u0000b\u001b[31mc\u007fd\u0085e")).isEqualTo("ab[31mcd e");
		assertThat(PlainText.lines("pay \u202eetag\u202c \ud83d x \udc00")).isEqualTo("pay etag  x");
	}

	@Test
	void keepsWhatLanguagesAndPicturesNeed() {
		String texts = "\u05e9\u05dc\u05d5\u05dd\u200f! \u0628\u200c\u0627 \ud83d\udc69\u200d\ud83c\udf73 \u65e5\u672c\u8a9e e\u0301";
		assertThat(PlainText.lines(texts)).isEqualTo(texts);
	}

	@Test
	void knowsWhatCanBeSeen() {
		assertThat(PlainText.isSeen("\u200b\u200d \u2066")).isFalse();
		assertThat(PlainText.isSeen("\ud83d\ude00")).isTrue();
	}

}
