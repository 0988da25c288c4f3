package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Takes text apart into words, without case and accents.
 */
public final class WordAnalyzer extends Analyzer {

	private final boolean stemmed;

	private WordAnalyzer(boolean stemmed) {
		this.stemmed = stemmed;
	}

	/**
	 * Words as they are written, for prefixes.
	 */
	public static WordAnalyzer plain() {
		return new WordAnalyzer(false);
	}

	/**
	 * Words in their base form and without the little ones, for searching.
	 */
	public static WordAnalyzer english() {
		return new WordAnalyzer(true);
	}

	@Override
	protected TokenStreamComponents createComponents(String fieldName) {
		Tokenizer tokenizer = new StandardTokenizer();
		TokenStream plain = new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer));
		return new TokenStreamComponents(tokenizer, this.stemmed ? stem(plain) : plain);
	}

	private static TokenStream stem(TokenStream words) {
		TokenStream telling = new StopFilter(new EnglishPossessiveFilter(words), EnglishAnalyzer.getDefaultStopSet());
		return new KStemFilter(telling);
	}

	/**
	 * A word of a text.
	 *
	 * @param start where it begins in the text, in characters
	 * @param end where it ends
	 */
	public record Word(String word, int start, int end) {

	}

	public List<Word> words(String text) {
		List<Word> words = new ArrayList<>();
		try (TokenStream stream = tokenStream("text", text)) {
			CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
			OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
			}
			stream.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return words;
	}

}
