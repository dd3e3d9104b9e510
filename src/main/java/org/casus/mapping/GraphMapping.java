package org.casus.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.casus.iri.Iris;
import org.casus.model.Actor;
import org.casus.model.Agreement;
import org.casus.model.Alignment;
import org.casus.model.AlignmentStep;
import org.casus.model.Assessment;
import org.casus.model.CausalLink;
import org.casus.model.Citation;
import org.casus.model.Claim;
import org.casus.model.Consequence;
import org.casus.model.ControlPeriod;
import org.casus.model.Counterfactual;
import org.casus.model.CuratorialNote;
import org.casus.model.EntityName;
import org.casus.model.Event;
import org.casus.model.EventParticipation;
import org.casus.model.Evidence;
import org.casus.model.Explanandum;
import org.casus.model.Explanation;
import org.casus.model.ExplanatoryVariable;
import org.casus.model.FidelityException;
import org.casus.model.Hypothesis;
import org.casus.model.Interest;
import org.casus.model.Membership;
import org.casus.model.Office;
import org.casus.model.Participation;
import org.casus.model.Passage;
import org.casus.model.Place;
import org.casus.model.PolicyInitiative;
import org.casus.model.Proposition;
import org.casus.model.Provision;
import org.casus.model.ResearchQuestion;
import org.casus.model.ScholarlyPosition;
import org.casus.model.Statement;
import org.casus.model.SystemMembership;
import org.casus.model.TableRow;
import org.casus.model.Tenure;
import org.casus.model.Theory;
import org.casus.model.TheoryRelation;
import org.casus.model.UncuratedPassage;
import org.casus.model.VariableEmphasis;
import org.casus.model.VariableRole;
import org.casus.model.WikidataLink;
import org.casus.ontology.Ontology;
import org.casus.problem.Location;
import org.casus.source.CuratedData;
import org.casus.source.GraphRows;
import org.casus.source.LoadedTable;
import org.casus.source.Located;

/**
 * Maps everything that was read into named graphs: reference tables and the bibliography into
 * {@code reference}, what an article reports into {@code article/KEY} of the article in its source
 * column, links to Wikidata into {@code wikidata}, the rows of an imported data set into its {@code
 * dataset/NAME-VERSION}.
 */
public final class GraphMapping {

  /** The graph of facts that the parties do not contest. */
  public static final String REFERENCE = "reference";

  private final Map<Class<? extends TableRow>, RecordMapper<?>> mappers = new HashMap<>();
  private final SourceMappers sources;
  private final DatasetGraph dataset = DatasetGraphFactory.createGeneral();
  private final DateMapper dates = new DateMapper(dataset, Iris.graph(REFERENCE));
  private final Map<Node, Location> origins = new LinkedHashMap<>();

  private GraphMapping(CuratedData data, List<GraphRows> imported, Ontology ontology) {
    Labels labels = new Labels(data, imported);
    sources = new SourceMappers(ontology, labels);
    ActorMappers actors = new ActorMappers(ontology, labels);
    PlaceMappers places = new PlaceMappers(ontology, labels);
    AgreementMappers agreements = new AgreementMappers(ontology, labels);
    EventMappers events = new EventMappers(ontology, labels);
    StatementMappers statements = new StatementMappers(ontology, labels);
    register(Actor.class, actors::actor);
    register(Office.class, actors::office);
    register(Tenure.class, actors::tenure);
    register(Membership.class, actors::membership);
    register(SystemMembership.class, actors::systemMembership);
    register(Alignment.class, actors::alignment);
    register(AlignmentStep.class, actors::alignmentStep);
    register(Place.class, places::place);
    register(ControlPeriod.class, places::controlPeriod);
    register(Agreement.class, agreements::agreement);
    register(Participation.class, agreements::participation);
    register(Provision.class, agreements::provision);
    register(Event.class, events::event);
    register(EventParticipation.class, events::participation);
    register(Consequence.class, events::consequence);
    register(Statement.class, statements::statement);
    register(Claim.class, statements::claim);
    register(Citation.class, sources::citation);
    register(CuratorialNote.class, sources::curatorialNote);
    register(EntityName.class, sources::name);
    register(WikidataLink.class, new LinkMapper(labels, ontology)::link);
    registerTheories(labels);
    registerCoverage(labels);
  }

  private void registerTheories(Labels labels) {
    TheoryMappers theories = new TheoryMappers(labels);
    register(Theory.class, theories::theory);
    register(TheoryRelation.class, theories::relation);
    register(Proposition.class, theories::proposition);
    register(ExplanatoryVariable.class, theories::variable);
    register(VariableRole.class, theories::role);
    register(CausalLink.class, theories::causalLink);
    register(VariableEmphasis.class, theories::emphasis);
    ExplanationMappers explanations = new ExplanationMappers(labels);
    register(Explanandum.class, explanations::explanandum);
    register(Explanation.class, explanations::explanation);
    register(Assessment.class, explanations::assessment);
    register(Evidence.class, explanations::evidence);
    register(ResearchQuestion.class, explanations::question);
    register(Hypothesis.class, explanations::hypothesis);
    register(Counterfactual.class, explanations::counterfactual);
    register(PolicyInitiative.class, explanations::initiative);
    register(ScholarlyPosition.class, explanations::position);
    register(Interest.class, explanations::interest);
  }

  private void registerCoverage(Labels labels) {
    CoverageMappers coverage = new CoverageMappers(labels);
    register(Passage.class, coverage::passage);
    register(UncuratedPassage.class, coverage::uncurated);
    register(FidelityException.class, coverage::exception);
  }

  private <R extends TableRow> void register(Class<R> type, RecordMapper<R> mapper) {
    mappers.put(type, mapper);
  }

  /** The curated graphs, and for each record the row that it comes from. */
  public static MappedData map(CuratedData data, Ontology ontology) {
    return map(data, List.of(), ontology);
  }

  /** The same, with the rows of imported data sets in the graphs that they name. */
  public static MappedData map(CuratedData data, List<GraphRows> imported, Ontology ontology) {
    GraphMapping mapping = new GraphMapping(data, imported, ontology);
    data.works()
        .forEach(
            work -> {
              Node subject = Iris.thing("source", work.value().key());
              mapping.origins.put(subject, work.location());
              mapping.sources.work(work.value(), mapping.writer(REFERENCE, subject));
            });
    data.tables().forEach(table -> table.rows().forEach(row -> mapping.row(table, row)));
    imported.forEach(
        rows -> rows.rows().forEach(row -> mapping.row(rows.graph(), rows.kind(), row)));
    return new MappedData(mapping.dataset, mapping.origins);
  }

  private void row(LoadedTable table, Located<TableRow> row) {
    String graph = table.metadata().graph().nameFor(row.value().attestation().source());
    row(graph, table.metadata().kind(), row);
  }

  private void row(String graph, String kind, Located<TableRow> row) {
    Node subject = Iris.thing(kind, row.value().id());
    origins.put(subject, row.location());
    ResourceWriter out = writer(graph, subject);
    write(row.value(), out);
    out.attestation(row.value().attestation());
  }

  @SuppressWarnings("unchecked") // register() pairs each class with a mapper of that class
  private <R extends TableRow> void write(R row, ResourceWriter out) {
    ((RecordMapper<R>) Objects.requireNonNull(mappers.get(row.getClass()))).map(row, out);
  }

  private ResourceWriter writer(String graph, Node subject) {
    return new ResourceWriter(dataset, Iris.graph(graph), subject, dates);
  }
}
