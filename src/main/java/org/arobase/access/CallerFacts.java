package org.arobase.access;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a caller and an edition that decide what they may do and see.
 *
 * @param accountRole of the caller's local account; null when they have none
 * @param phase of the edition; null when there is no such edition
 * @param isInvited whether the caller was invited to the jury and has not left it; they may have
 *     declined
 * @param handle the caller's id in the jury; null when they are not in it, or have left or declined
 * @param assigned the inner numbers of the caller's assignments in force by the code of the dossier
 * @param begun the codes of those dossiers of which the caller has begun the score sheet
 * @param recused the codes of the dossiers that the caller is recused from, also after they left
 * @param chaired the codes of the dossiers that the caller was made chair of; it counts while the
 *     president is recused from them
 * @param presidents the users who hold the presidency; empty when nobody does
 * @param vicePresidents the users who hold the vice-presidency
 * @param withoutPresident the codes that the president is recused from: they fall to the
 *     vice-president
 */
public record CallerFacts(
    @Nullable String accountRole,
    @Nullable Phase phase,
    boolean isInvited,
    @Nullable String handle,
    Map<String, Long> assigned,
    Set<String> begun,
    Set<String> recused,
    Set<String> chaired,
    Set<String> presidents,
    Set<String> vicePresidents,
    Set<String> withoutPresident) {}
