package org.casus.model;

/** A row of a curated table or of an imported data set: one record of the graph. */
public sealed interface TableRow
    permits Actor,
        EntityName,
        Office,
        Tenure,
        Membership,
        SystemMembership,
        Place,
        ControlPeriod,
        Agreement,
        Participation,
        Provision,
        Event,
        EventParticipation,
        Citation,
        Claim,
        Statement,
        CuratorialNote,
        Theory,
        TheoryRelation,
        Proposition,
        ExplanatoryVariable,
        VariableRole,
        CausalLink,
        Explanandum,
        Explanation,
        Assessment,
        Evidence,
        ResearchQuestion,
        Hypothesis,
        Counterfactual,
        PolicyInitiative,
        ScholarlyPosition,
        Interest,
        VariableEmphasis,
        Alignment,
        AlignmentStep,
        Consequence,
        UncuratedPassage,
        FidelityException,
        Passage,
        WikidataLink {

  /** Slug of the record, unique in its table and stable for ever. */
  String id();

  /** What the record rests on. */
  Attestation attestation();
}
