package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * An act of communication that an article reports. The attestation names the reporting article; the
 * primary sources are the transcripts or news items to which that article refers.
 *
 * @param id slug
 * @param speakers who speaks
 * @param spokenAs offices by which the article introduces the speakers
 * @param addressees to whom
 * @param date day or interval; absent where undated
 * @param dateBasis code of the scheme date-basis
 * @param medium code of the scheme medium
 * @param place where
 * @param event event in the course of which it was made
 * @param illocutionaryKind kind of speech act after Searle
 * @param gist what is said, in the words of the curator
 * @param quote words that the article prints in quotation marks, twelve at most
 * @param asserts claims
 * @param denies claims
 * @param qualifies claims that it weakens or limits
 * @param primarySources bibliography keys
 * @param relays statements of others that it reports
 * @param attestation what the record rests on
 */
public record Statement(
    String id,
    List<String> speakers,
    List<String> spokenAs,
    List<String> addressees,
    Optional<EdtfDate> date,
    String dateBasis,
    String medium,
    Optional<String> place,
    Optional<String> event,
    String illocutionaryKind,
    String gist,
    Optional<String> quote,
    List<String> asserts,
    List<String> denies,
    List<String> qualifies,
    List<String> primarySources,
    List<String> relays,
    Attestation attestation)
    implements TableRow {}
