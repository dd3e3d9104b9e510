package org.casus.store;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.apache.lucene.util.QueryBuilder;
import org.casus.store.Ranking.Ranked;
import org.jspecify.annotations.Nullable;

/**
 * Finds the things of a build by words in their texts. All words must occur in texts of the thing,
 * though not all in one text. Words are only words: there is no syntax that they could break.
 *
 * <p>A name stands for all names of the things that bear it, so that <i>Shushi</i> finds what is
 * said of <i>Shusha</i>; texts with the name that was asked for count for more. Names are {@code
 * rdfs:label} and {@code skos:altLabel} of things that have the latter.
 *
 * <p>The same build gives the same findings in the same order. Safe for many threads.
 */
public final class TextSearch {
  /** How much less a text counts that has another name of the same thing. */
  private static final float OTHER_NAME = 0.2f;

  /** In a key of up to so many letters, one may differ; in a longer one, two. */
  private static final int SHORT = 5;

  private static final int MOST_SIMILAR_WORDS = 50;

  private final TextIndexLucene index;
  private final Map<String, Float> weights;
  private final Names names;

  /** How what was found fits the words. */
  public enum Closeness {
    /** All words, however spelt, or other names of the same things. */
    ALL_WORDS,
    /** All words or words like them, since nothing has all words. */
    SIMILAR_WORDS,
    /** Some of the words, since nothing has all of them or words like them. */
    SOME_WORDS
  }

  /**
   * A thing that was found, with the text that fits best.
   *
   * @param iri the thing
   * @param score the higher, the better; without a unit, and comparable within one search only
   * @param property whose value the text is
   * @param text a literal
   * @param parts the same text, cut where what was found begins and ends
   */
  public record Finding(String iri, float score, Node property, Node text, List<Part> parts) {
    /** Copies the list. */
    public Finding {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A piece of a text.
   *
   * @param text as it is written
   * @param found whether it is one of the words
   */
  public record Part(String text, boolean found) {}

  /**
   * Some of what was found.
   *
   * @param closeness how it fits
   * @param total how many things were found in all
   * @param otherNames names that were looked for besides
   * @param findings first what has the text as its name, then the best; what is equally good is in
   *     the order of the IRIs
   */
  public record Result(
      Closeness closeness, int total, Set<String> otherNames, List<Finding> findings) {
    /** Copies the list. */
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Prepares to search; reads all names of the dataset.
   *
   * @param dataset an open build
   * @param weights the properties whose texts are searched, and how much each counts; those that
   *     the build has no index of are left out
   */
  public TextSearch(DatasetGraph dataset, Map<Node, Float> weights) {
    if (!(dataset.getContext().get(TextQuery.textIndex) instanceof TextIndexLucene lucene)) {
      throw new IllegalArgumentException("The dataset has no text index");
    }
    this.index = lucene;
    this.weights = new LinkedHashMap<>();
    weights.forEach(
        (property, weight) -> {
          String field = index.getDocDef().getField(property);
          if (field != null) {
            this.weights.put(field, weight);
          }
        });
    this.names = Txn.calculateRead(dataset, () -> Names.read(dataset, index.getAnalyzer()));
  }

  /**
   * Searches.
   *
   * @param text words; what is neither letter nor digit only separates them
   * @param wanted which IRIs may be found
   * @param offset how many findings are left out at the beginning
   * @param limit how many findings there are at most
   * @return nothing when there is no word in the text
   */
  public Result search(String text, Predicate<String> wanted, int offset, int limit) {
    List<Names.Unit> units = names.units(text);
    try (IndexReader reader = DirectoryReader.open(index.getDirectory())) {
      Search search = new Search(new IndexSearcher(reader), text, units, wanted, offset, limit);
      List<Query> exact = units.stream().map(this::exact).toList();
      List<Ranked> ranked = search.find(exact);
      List<Ranked> all = complete(ranked);
      if (units.isEmpty() || !all.isEmpty()) {
        return search.result(Closeness.ALL_WORDS, exact, all);
      }
      List<Query> similar = units.stream().map(this::similar).toList();
      List<Ranked> alike = complete(search.find(similar));
      return alike.isEmpty()
          ? search.result(Closeness.SOME_WORDS, exact, ranked)
          : search.result(Closeness.SIMILAR_WORDS, similar, alike);
    } catch (IOException fault) {
      throw new StoreException("The text index cannot be read: " + fault.getMessage(), fault);
    }
  }

  private static List<Ranked> complete(List<Ranked> ranked) {
    return ranked.stream().filter(Ranked::complete).toList();
  }

  /** The words, or another name, in any field. */
  private Query exact(Names.Unit unit) {
    QueryBuilder builder = new QueryBuilder(index.getQueryAnalyzer());
    List<Query> ways = new ArrayList<>();
    weights.forEach(
        (field, weight) -> {
          add(ways, builder.createPhraseQuery(field, unit.words().piece()), weight);
          unit.otherNames()
              .forEach(
                  name -> add(ways, builder.createPhraseQuery(field, name), weight * OTHER_NAME));
        });
    return new DisjunctionMaxQuery(ways, 0);
  }

  /** Besides, words whose keys differ in a letter or two, though not in the first. */
  private Query similar(Names.Unit unit) {
    List<Query> ways = new ArrayList<>(List.of(exact(unit)));
    if (unit.words().size() == 1) {
      String key = unit.words().key();
      int letters = key.length() - SpellingKey.MARK.length();
      weights.forEach(
          (field, weight) ->
              add(
                  ways,
                  new FuzzyQuery(
                      new Term(field, key),
                      letters > SHORT ? 2 : 1,
                      SpellingKey.MARK.length() + 1,
                      MOST_SIMILAR_WORDS,
                      true),
                  weight));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static void add(List<Query> ways, @Nullable Query way, float weight) {
    if (way != null) {
      ways.add(new BoostQuery(way, weight));
    }
  }

  /** One search in one state of the index. */
  private final class Search {
    private final IndexSearcher searcher;
    private final Words words;
    private final List<Names.Unit> units;
    private final Predicate<String> wanted;
    private final int offset;
    private final int limit;
    private final EntityDefinition definition = index.getDocDef();

    Search(
        IndexSearcher searcher,
        String text,
        List<Names.Unit> units,
        Predicate<String> wanted,
        int offset,
        int limit) {
      this.searcher = searcher;
      this.words = Words.of(text, index.getAnalyzer());
      this.units = units;
      this.wanted = wanted;
      this.offset = offset;
      this.limit = limit;
    }

    List<Ranked> find(List<Query> queries) throws IOException {
      Ranking ranking = new Ranking(queries.size());
      StoredFields stored = searcher.storedFields();
      Set<String> read = new HashSet<>(weights.keySet());
      read.add(definition.getEntityField());
      int most = Math.max(1, searcher.getIndexReader().maxDoc());
      for (int unit = 0; unit < queries.size(); unit++) {
        for (ScoreDoc hit : searcher.search(queries.get(unit), most).scoreDocs) {
          Document document = stored.document(hit.doc, read);
          String iri = document.get(definition.getEntityField());
          if (wanted.test(iri)) {
            ranking.add(unit, iri, hit.doc, hit.score);
            if (unit == 0 && isSame(document.get(field(document)))) {
              ranking.addNamed(iri);
            }
          }
        }
      }
      return ranking.ranked();
    }

    private boolean isSame(String text) {
      // Most texts are much longer, and need not be taken apart.
      return text.length() <= 2 * words.text().length()
          && Words.of(text, index.getAnalyzer()).key().equals(words.key());
    }

    private String field(Document document) {
      return weights.keySet().stream()
          .filter(name -> document.get(name) != null)
          .findFirst()
          .orElseThrow();
    }

    Result result(Closeness closeness, List<Query> queries, List<Ranked> ranked)
        throws IOException {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      queries.forEach(query -> any.add(query, Occur.SHOULD));
      Query sought = any.build();
      List<Finding> findings = new ArrayList<>();
      int from = Math.min(offset, ranked.size());
      int to = from + Math.min(limit, ranked.size() - from);
      for (Ranked each : ranked.subList(from, to)) {
        findings.add(finding(each, sought));
      }
      Set<String> otherNames = new TreeSet<>();
      units.forEach(unit -> otherNames.addAll(unit.otherNames()));
      return new Result(closeness, ranked.size(), otherNames, findings);
    }

    private Finding finding(Ranked ranked, Query sought) throws IOException {
      Document document = searcher.storedFields().document(ranked.document());
      String field = field(document);
      String text = document.get(field);
      @Nullable String language = document.get(Objects.requireNonNull(definition.getLangField()));
      return new Finding(
          ranked.iri(),
          ranked.score(),
          definition.getPredicates(field).iterator().next(),
          language == null
              ? NodeFactory.createLiteralString(text)
              : NodeFactory.createLiteralLang(text, language),
          parts(field, text, sought));
    }

    @SuppressWarnings("unchecked")
    private List<Part> parts(String field, String text, Query sought) throws IOException {
      UnifiedHighlighter highlighter =
          UnifiedHighlighter.builderWithoutSearcher(index.getQueryAnalyzer())
              .withBreakIterator(Search::whole)
              .withFormatter(new Parts())
              .build();
      Object parts = highlighter.highlightWithoutSearcher(field, sought, text, 1);
      return parts == null ? List.of(new Part(text, false)) : (List<Part>) parts;
    }

    private static BreakIterator whole() {
      return new WholeBreakIterator();
    }
  }

  /** Cuts a text where what was found begins and ends. */
  private static final class Parts extends PassageFormatter {

    @Override
    public List<Part> format(Passage[] passages, String text) {
      List<Part> parts = new ArrayList<>();
      int end = 0;
      for (Passage passage : passages) {
        for (int match = 0; match < passage.getNumMatches(); match++) {
          int begin = Math.max(end, passage.getMatchStarts()[match]);
          int last = passage.getMatchEnds()[match];
          if (last > begin) {
            add(parts, text.substring(end, begin), false);
            add(parts, text.substring(begin, last), true);
            end = last;
          }
        }
      }
      add(parts, text.substring(end), false);
      return parts;
    }

    private static void add(List<Part> parts, String text, boolean found) {
      if (!text.isEmpty()) {
        parts.add(new Part(text, found));
      }
    }
  }
}
