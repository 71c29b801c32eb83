package org.arobase.platform.jobs;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A piece of long work, of whoever began it. */
@Entity
public class Job extends PanacheEntityBase {
  /** A server that says nothing of its work for so long has ended. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

  /** How far a job is. */
  public enum State {
    /** Others come first. */
    WAITING,
    RUNNING,
    DONE,
    /** It went wrong, or its server ended: begin it again. */
    FAILED,
    CANCELLED;

    boolean hasEnded() {
      return this != WAITING && this != RUNNING;
    }
  }

  @Id public String id;

  @Column(nullable = false)
  public String kind;

  @Column(nullable = false)
  public String owner;

  public @Nullable Integer edition;

  /** JSON. */
  @Column(nullable = false, columnDefinition = "longtext")
  public String parameters;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public State state;

  public long done;
  public long total;

  /** JSON; null until it is done. */
  @Column(columnDefinition = "longtext")
  public @Nullable String result;

  public boolean cancelled;

  @Column(nullable = false)
  public Instant begunAt;

  @Column(nullable = false)
  public Instant beatenAt;

  protected Job() {}

  Job(String kind, String owner, @Nullable Integer edition, String parameters) {
    this.kind = kind;
    this.owner = owner;
    this.edition = edition;
    this.parameters = parameters;
    this.state = State.WAITING;
  }

  /** The job of this owner; whoever else asks is told that there is none. */
  static Job required(String id, String owner) {
    return Job.<Job>find("id = ?1 and owner = ?2", id, owner)
        .firstResultOptional()
        .orElseThrow(() -> new Refusal(Problem.JOB_NOT_FOUND, id));
  }

  /** The owner's jobs that do the same and were not said to have ended. */
  static List<Job> unended(
      String kind, String owner, @Nullable Integer edition, String parameters) {
    return list(
        "kind = ?1 and owner = ?2 and edition = ?3 and parameters = ?4 and state in ('WAITING',"
            + " 'RUNNING') order by begunAt",
        kind,
        owner,
        edition,
        parameters);
  }

  State state(Instant now) {
    boolean silent = beatenAt.plus(LONGEST_SILENCE).isBefore(now);
    return silent && !state.hasEnded() ? State.FAILED : state;
  }
}
