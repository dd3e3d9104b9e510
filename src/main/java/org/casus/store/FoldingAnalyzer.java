package org.casus.store;

import com.ibm.icu.text.Transliterator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words in lower case, in Latin letters and with the accents taken off, so that {@code mammadyarov}
 * finds Məmmədyarov and {@code shusha} finds Шуша; and beside each word its {@link SpellingKey}, by
 * which names find each other that are only spelt in different ways. The same in all languages; no
 * stemming and no stop words, since names matter here more than prose.
 *
 * <p>Jena's own configurable analyzer makes a similar chain but shares state between threads.
 */
final class FoldingAnalyzer extends Analyzer {

  /** Loads the tables of ICU, which takes longer than opening an index: on first use only. */
  private static final class Romanisation {
    /**
     * BGN/PCGN, by which English texts spell names of the region, and whatever ICU knows for other
     * scripts; without the marks for letters that English does not have.
     */
    private static final Transliterator TO_LATIN =
        Transliterator.getInstance(
            "[:^Latin:]; Russian-Latin/BGN; Armenian-Latin/BGN; Georgian-Latin/BGN; Any-Latin;"
                + " [\\u0027\\u2019\\u02B9-\\u02BF] Remove");
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer words = new StandardTokenizer();
    TokenStream folded = fold(new EnglishPossessiveFilter(words));
    return new TokenStreamComponents(words, new SpellingKeyFilter(folded));
  }

  /** For words with wildcards. */
  @Override
  protected TokenStream normalize(String fieldName, TokenStream in) {
    return fold(in);
  }

  private static TokenStream fold(TokenStream in) {
    TokenStream latin = new ICUTransformFilter(new LowerCaseFilter(in), Romanisation.TO_LATIN);
    return new ASCIIFoldingFilter(new ICUFoldingFilter(latin));
  }
}
