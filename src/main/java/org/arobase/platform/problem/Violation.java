package org.arobase.platform.problem;

import java.util.List;
import java.util.Map;
import org.arobase.platform.language.Messages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request, in the caller's language.
 *
 * @param pointer RFC 6901 JSON pointer into the request's body; empty means the whole body
 * @param code stable name of the rule that was broken
 * @param message what to do about it
 * @param context facts that a program can use, such as the initiative and the criterion
 */
@Schema(name = "RuleViolation", description = "One thing that is wrong with the request.")
public record Violation(
    @Schema(
            description = "JSON pointer (RFC 6901) into the body; empty for the whole body.",
            examples = "/marks/3/value")
        String pointer,
    @Schema(description = "Stable name of the broken rule.", examples = "off-step") String code,
    @Schema(description = "What is wrong and what to do, in the caller's language.") String message,
    @Schema(description = "Facts for programs, for example initiative and criterion.")
        @Nullable Map<String, Object> context) {

  /** A violation that is not yet translated; its message is looked up by its code. */
  public record Draft(
      String pointer, Rule rule, List<Object> arguments, Map<String, Object> context) {

    /** A draft whose message takes these arguments, in the order of the text's placeholders. */
    public static Draft at(String pointer, Rule rule, Object... arguments) {
      return new Draft(pointer, rule, List.of(arguments), Map.of());
    }

    /** A copy of this draft with facts for programs. */
    public Draft with(Map<String, Object> facts) {
      return new Draft(pointer, rule, arguments, facts);
    }

    /** The violation in one language. */
    public Violation in(Messages messages) {
      return new Violation(
          pointer,
          rule.code(),
          messages.text("violation." + rule.code(), arguments.toArray()),
          context.isEmpty() ? null : context);
    }
  }
}
