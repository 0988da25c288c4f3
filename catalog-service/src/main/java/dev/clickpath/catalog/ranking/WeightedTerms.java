package dev.clickpath.catalog.ranking;

import java.util.Iterator;
import java.util.Map;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * Words with their weights as Lucene takes them in: the weight is the frequency.
 */
final class WeightedTerms extends TokenStream {

	private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

	private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);

	private final Iterator<Map.Entry<String, Integer>> weights;

	WeightedTerms(Map<String, Integer> weights) {
		this.weights = weights.entrySet().iterator();
	}

	@Override
	public boolean incrementToken() {
		if (!this.weights.hasNext()) {
			return false;
		}
		Map.Entry<String, Integer> next = this.weights.next();
		this.term.setEmpty().append(next.getKey());
		this.frequency.setTermFrequency(next.getValue());
		return true;
	}

}
