package dev.clickpath.catalog.ranking;

import java.util.Collection;
import java.util.Iterator;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words as Lucene takes them in, all of one field at once.
 */
final class PresentTerms extends TokenStream {

	private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

	private final Iterator<String> words;

	PresentTerms(Collection<String> words) {
		this.words = words.iterator();
	}

	@Override
	public boolean incrementToken() {
		if (!this.words.hasNext()) {
			return false;
		}
		this.term.setEmpty().append(this.words.next());
		return true;
	}

}
